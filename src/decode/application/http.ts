import { http } from "../../protocols/application/http";
import type { Layer } from "../packet";
import { placed } from "../readHeader";
import type { Scope } from "../scope";
import type { Recogniser } from "./recogniser";
import { beginsWithin, groupNodes, type Line, lineAt, shown, startOf } from "./text";

/** RFC 9110 §9, RFC 5789, WebDAV of RFC 4918 and 3253, and those by which devices find each other (UPnP). */
const method =
  "GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|REPORT|SEARCH|" +
  "M-SEARCH|NOTIFY|SUBSCRIBE|UNSUBSCRIBE";
/** A method and a space, or the name that begins a status line. */
const begins = new RegExp(`^(?:(?:${method}) |HTTP/)`);
const longestWord = "UNSUBSCRIBE ".length;
const [letterA, letterZ] = [0x41, 0x5a];
const visible = "[\\x21-\\x7e\\x80-\\xff]";
/** A request line that is all there may even have a target with spaces: some clients forget to encode them. */
const wholeRequest = new RegExp(
  `^(?<method>${method}) (?<uri>${visible}(?:[ \\x21-\\x7e\\x80-\\xff]*${visible})?) (?<version>HTTP/\\d\\.\\d) *$`,
  "d",
);
/** A request line whose end is in the next segment: its target must look like one. */
const cutRequest = new RegExp(
  `^(?:(?<method>${method}) (?<uri>(?:/|\\*|https?://)${visible}*)|(?<connect>CONNECT) (?<authority>[\\w.-]+:\\d+))(?: [HTP/\\d.]{0,8})?\\r?$`,
  "d",
);
const response = /^(?<version>HTTP\/\d\.\d) (?<code>\d{3})(?: (?<phrase>[\t\x20-\x7e\x80-\xff]*))?\r?$/d;
const cutResponse = /^(?<version>HTTP\/\d\.\d)(?: \d{0,2})?$/d;

const requestFields = {
  method: http.fields["request.method"],
  uri: http.fields["request.uri"],
  version: http.fields["request.version"],
  connect: http.fields["request.method"],
  authority: http.fields["request.uri"],
};
const responseFields = {
  version: http.fields["response.version"],
  code: http.fields["response.code"],
  phrase: http.fields["response.phrase"],
};

/** The first line of a request or a response; a segment that only goes on with a body is not recognised. */
export const recogniseHttp: Recogniser = (scope) => {
  if (!beginsWithin(scope, letterA, letterZ)) return undefined;
  if (!begins.test(startOf(scope, longestWord))) return undefined;
  const line = lineAt(scope, 0);
  const request = wholeRequest.exec(line.text) ?? (line.complete ? null : cutRequest.exec(line.text));
  if (request) return layer(scope, line, request, requestFields);
  const answer = response.exec(line.text) ?? (line.complete ? null : cutResponse.exec(line.text));
  return answer ? layer(scope, line, answer, responseFields) : undefined;
};

function layer(scope: Scope, line: Line, match: RegExpExecArray, fields: typeof requestFields | typeof responseFields): Layer {
  return {
    protocol: "http",
    node: { ...placed(scope, http.id, 0, scope.have), children: groupNodes(scope, line, match, fields) },
    summary: { protocol: "HTTP", info: shown(scope, line).trimEnd() },
  };
}
