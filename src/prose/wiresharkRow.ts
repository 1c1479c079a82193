import { largestWindowShift } from "../protocols/tcpOptions";
import { Description, type Item, item, readItems } from "./description";
import { flagsOfNames } from "./flagLetters";
import { markNamed } from "./wiresharkMarks";

const name = "(?:SYN|ACK|FIN|RST|PSH|URG|ECE|CWR|NS|AE|Reserved)";
/** `[SYN, ACK]`, and `[<None>]`. */
const flagList = new RegExp(`\\[(${name}(?:,\\s*${name})*|<None>)\\]`, "g");
const ports = /([\w.-]+(?:\(\d+\))?)\s*(?:→|->|>|=>|⇒|&rarr;|–>)\s*([\w.-]+(?:\(\d+\))?)\s*$/;
const marksBefore = /(?:\[TCP [^\]]{2,40}\]\s*)+$/;
const numbersAfter = /^[\s|]*(?:Seq|Ack|Win)=/;
/** How far before the flags a row's columns may begin. */
const longestStart = 240;

/** The rows of Wireshark's packet list in a text, copied whole or from the Info column alone. */
export function readWiresharkRows(text: string): Description[] {
  if (!text.includes("[")) return [];
  const rows: Description[] = [];
  let from = 0;
  for (const match of text.matchAll(flagList)) {
    const lineStart = Math.max(from, text.lastIndexOf("\n", match.index) + 1, match.index - longestStart);
    const before = text.slice(lineStart, match.index);
    const pair = ports.exec(before);
    const after = match.index + match[0].length;
    if (!pair && !numbersAfter.test(text.slice(after, after + 40))) continue;
    const row = new Description(text, "wireshark");
    if (pair) readPair(row, lineStart + pair.index, pair);
    readBefore(row, lineStart, before.slice(0, pair?.index ?? before.length));
    row.segment.flags = match[1] === "<None>" ? 0 : flagsOfNames(match[1]);
    row.add("tcp.flags", match.index, after, { value: row.segment.flags });
    from = readItems(row, after, /[\s,，|;]*/y, items);
    if (from === after) from = after;
    rows.push(row);
  }
  return rows;
}

function readPair(row: Description, start: number, pair: RegExpExecArray): void {
  const second = start + pair[0].lastIndexOf(pair[2]);
  row.segment.source = addPort(row, "tcp.srcport", start, pair[1]);
  row.segment.destination = addPort(row, "tcp.dstport", second, pair[2]);
}

/** `52296`, `http`, or `http(80)`. */
function addPort(row: Description, id: "tcp.srcport" | "tcp.dstport", start: number, text: string) {
  const number = /(\d+)\)?$/.exec(text)?.[1];
  const isNumber = number !== undefined && /^\d+$|\(/.test(text);
  row.add(id, start, start + text.length, isNumber ? { value: Number(number) } : { name: text });
  return { port: isNumber ? number : text };
}

const address = "(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F.]*)";
const columns = new RegExp(
  `(?:(\\d+)[\\s|]+)?(?:(\\d+\\.\\d{3,9})[\\s|]+)?(${address})[\\s|]+(?:(?:→|->)[\\s|]*)?(${address})[\\s|]+([A-Z][\\w./-]*)[\\s|]+(?:(\\d+)[\\s|]+)?$`,
);

/** Marks, and before them the columns of the list. */
function readBefore(row: Description, start: number, before: string): void {
  const marks = marksBefore.exec(before);
  if (marks) readMarks(row, start + marks.index, marks[0]);
  const match = columns.exec(marks ? before.slice(0, marks.index) : before);
  if (!match) return;
  let at = start + match.index;
  const add = (group: number, id: Parameters<Description["add"]>[0], more: Parameters<Description["add"]>[3]) => {
    if (match[group] === undefined) return;
    at = row.text.indexOf(match[group], at);
    row.add(id, at, at + match[group].length, more);
    at += match[group].length;
  };
  add(1, "frame.number", { value: Number(match[1]) });
  add(2, "frame.time", { value: Number(match[2]) });
  const version = match[3].includes(":") ? "ipv6" : "ip";
  add(3, `${version}.src`, { name: match[3] });
  add(4, `${version}.dst`, { name: match[4] });
  add(5, "frame.protocol", { name: match[5] });
  add(6, "frame.len", { value: Number(match[6]) });
  row.segment.source = { ...row.segment.source, address: match[3] };
  row.segment.destination = { ...row.segment.destination, address: match[4] };
  if (match[2] !== undefined) row.segment.time = Number(match[2]);
  if (match[6] !== undefined) row.segment.frameLength = Number(match[6]);
}

function readMarks(row: Description, start: number, text: string): void {
  for (const mark of text.matchAll(/\[TCP ([^\]#]*?)\s*(?:(\d+)#(\d+))?\]/g)) {
    const known = markNamed(mark[1]);
    if (!known) continue;
    row.add("tcp.mark", start + mark.index, start + mark.index + mark[0].length, { mark: known });
    if (mark[2] === undefined) continue;
    row.segment.duplicateOf = Number(mark[2]);
    row.segment.duplicateNumber = Number(mark[3]);
  }
}

/** `[TCP Retransmission]` alone, as people quote it. */
export function readLoneMarks(text: string): Description[] {
  if (!text.includes("[TCP ")) return [];
  const lone = new Description(text, "wireshark");
  readMarks(lone, 0, text);
  return lone.parts.length > 0 ? [lone] : [];
}

const items: readonly Item[] = [
  item(/Seq=(\d+)/y, "tcp.seq_raw", (segment, value) => {
    segment.seq = value;
  }),
  item(/Ack=(\d+)/y, "tcp.ack_raw", (segment, value) => {
    segment.ack = value;
  }),
  item(/Win=(\d+)/y, "tcp.window_size_value", (segment, value) => {
    segment.window = value;
  }),
  item(/Urg=(\d+)/y, "tcp.urgent_pointer", (segment, value) => {
    segment.urgentPointer = value;
  }),
  item(/Len=(\d+)/y, "tcp.payload", (segment, value) => {
    segment.length = value;
  }),
  item(/MSS=(\d+)/y, "tcp.options.mss_val", (segment, value) => {
    segment.maximumSegmentSize = value;
  }),
  {
    pattern: /WS=(\d+)/y,
    read: (row, match) => {
      // once the shift itself, for long the factor
      const number = Number(match[1]);
      const shift = Number.isInteger(Math.log2(number)) ? Math.log2(number) : Math.min(number, largestWindowShift);
      row.segment.windowShift = shift;
      row.add("tcp.options.wscale.shift", match.index, match.index + match[0].length, { value: shift });
    },
  },
  item(/SACK_PERM(?:=(?:1|true))?/y, "tcp.options.sack_perm"),
  item(/TS[vV]al=(\d+)/y, "tcp.options.timestamp.tsval", (segment, value) => {
    segment.timestampValue = value;
  }),
  item(/TS(?:ecr|er|ER)=(\d+)/y, "tcp.options.timestamp.tsecr", (segment, value) => {
    segment.timestampEcho = value;
  }),
  item(/SLE=(\d+)\s+SRE=(\d+)/y, "tcp.options.sack", (segment, value, match) => {
    segment.sack = [...(segment.sack ?? []), [value, Number(match[2])]];
  }),
  item(/TFO=[CR]/y, "tcp.options.tfo"),
  item(/MD5/y, "tcp.options.md5"),
];
