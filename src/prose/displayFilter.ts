import { derived } from "../protocols/derived";
import { filterNameOf } from "../protocols/filterNames";
import { fields, headers } from "../protocols/registry";

/** A display filter of Wireshark's as people quote it: `tcp.flags.syn == 1 && tcp.flags.ack == 0`, `tcp.analysis.retransmission`. */
export interface DisplayFilter {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The fields that it asks for. */
  readonly fields: readonly [string, ...string[]];
  /** What the words around must speak of, since a program's objects may have such names too. */
  readonly needs: "nothing" | "tcp";
}

const field = "(?:tcp|ip|ipv6|eth|frame|udp|icmp)(?:\\.[a-z][a-z_0-9]*){1,4}";
const relation = "(?:\\s?(?:[=!<>]=|[<>])\\s?|\\s(?:eq|ne|gt|lt|ge|le|contains|matches)\\s)";
const value = '(?:"[^"\\n]{0,80}"|[\\w:][\\w.:/-]{0,60})';
const comparison = `${field}(?:${relation}${value}|\\sin\\s?\\{[^{}\\n]{1,80}\\})?`;
const test = `(?:!\\s?|not\\s)?\\(?${comparison}\\)?`;
const filter = new RegExp(
  `(?<![\\w.$@#/\\\\-])${test}(?:\\s?(?:&&|\\|\\|)\\s?${test}|\\s(?:and|or)\\s${test}){0,12}(?![\\w(=])`,
  "g",
);
const fieldIn = new RegExp(`(?<![\\w.])${field}(?![\\w.])`, "g");
/** Names that nothing else has. */
const own = /^tcp\.(?:flags|analysis|options)\./;
const known: ReadonlySet<string> = new Set([
  ...headers.map(({ id }) => filterNameOf(id)),
  ...Array.from(fields.keys(), filterNameOf),
  ...Object.keys(derived),
]);

export function* readDisplayFilters(line: string): Generator<DisplayFilter> {
  if (!line.includes("tcp.") && !line.includes("ip.") && !line.includes("frame.")) return;
  for (const { index, 0: whole } of line.matchAll(filter)) {
    const text = withoutLoneBracket(whole);
    const names = text.match(fieldIn) ?? [];
    const [first] = names;
    if (first === undefined || !names.every((name) => known.has(name))) continue;
    const isTest = text !== first;
    // a name without a comparison need not be a filter
    if (!isTest && !own.test(first)) continue;
    const needs = own.test(first) || (isTest && first.startsWith("tcp.")) ? "nothing" : "tcp";
    const start = index + whole.indexOf(text);
    yield { start, end: start + text.length, text, fields: names as [string, ...string[]], needs };
  }
}

/** Leaves out a bracket before or behind the filter that belongs to the sentence around it. */
function withoutLoneBracket(text: string): string {
  const opened = text.split("(").length;
  const closed = text.split(")").length;
  if (opened === 2 && closed === 2 && text.startsWith("(") && text.endsWith(")")) return text.slice(1, -1);
  if (opened > closed && text.startsWith("(")) return text.slice(1);
  return closed > opened && text.endsWith(")") ? text.slice(0, -1) : text;
}
