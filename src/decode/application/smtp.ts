import { smtp } from "../../protocols/application/smtp";
import type { Node } from "../node";
import { placed } from "../readHeader";
import type { Scope } from "../scope";
import { fromServer, type Recogniser, usesPort } from "./recogniser";
import { beginsWithin, groupNodes, type Line, linesOf, shown, startOf } from "./text";

const ports = [25, 587, 2525];
/** Commands of RFC 5321 §4.1, RFC 3207, RFC 4954 and RFC 3030. */
const command =
  /^(?<command>EHLO|HELO|MAIL(?= FROM:)|RCPT(?= TO:)|AUTH|BDAT|VRFY|EXPN|ETRN|HELP(?= \S+$|$)|(?:DATA|RSET|NOOP|QUIT|STARTTLS)(?= *$))(?: +(?<parameter>[\x20-\x7e\x80-\xff]*))?$/di;
const reply = /^(?<code>[2-5]\d\d)(?:[ -](?<parameter>[\t\x20-\x7e\x80-\xff]*))?$/d;
const [digit2, digit5, letterA, smallZ] = [0x32, 0x35, 0x41, 0x7a];
const beginsReply = /^[2-5]\d\d/;
const beginsCommand = /^(?:EHLO|HELO|MAIL|RCPT|AUTH|BDAT|VRFY|EXPN|ETRN|HELP|DATA|RSET|NOOP|QUIT|STAR)/i;
/** What only SMTP says, on any port. */
const unmistakable = /^(?:(?:EHLO|HELO) \S+$|MAIL FROM:<|RCPT TO:<|220[ -].*\bE?SMTP\b)/i;
const requestFields = { command: smtp.fields["req.command"], parameter: smtp.fields["req.parameter"] };
const replyFields = { code: smtp.fields["response.code"], parameter: smtp.fields["rsp.parameter"] };
const mostLines = 64;

/** Commands and replies, but not the mail between them. */
export const recogniseSmtp: Recogniser = (scope, flow) => {
  const isReply = fromServer(flow, ports);
  if (!(isReply ? beginsWithin(scope, digit2, digit5) : beginsWithin(scope, letterA, smallZ))) return undefined;
  if (!(isReply ? beginsReply : beginsCommand).test(startOf(scope, 4))) return undefined;
  const [syntax, fields] = isReply ? [reply, replyFields] : [command, requestFields];
  const nodes: Node[] = [];
  const texts: string[] = [];
  for (const line of linesOf(scope)) {
    const match = syntax.exec(line.text.trimEnd());
    if (!match || texts.length === mostLines) break;
    if (texts.length === 0 && !usesPort(flow, ports) && !unmistakable.test(line.text)) break;
    nodes.push(...groupNodes(scope, line, match, fields));
    // a reply's later lines repeat its code
    texts.push(isReply && texts.length > 0 ? parameterOf(scope, line) : shown(scope, line).trimEnd());
  }
  if (texts.length === 0) return undefined;
  return {
    protocol: "smtp",
    node: { ...placed(scope, smtp.id, 0, scope.have), children: nodes },
    summary: { protocol: "SMTP", info: `${isReply ? "S" : "C"}: ${texts.join(" | ")}` },
  };
};

function parameterOf(scope: Scope, line: Line): string {
  return shown(scope, line).slice(4).trimEnd();
}
