import { largestWindowShift } from "../protocols/tcpOptions";
import { around, Description, type Items, item, readItems } from "./description";
import { flagsOfNames } from "./flagLetters";
import { markNamed } from "./wiresharkMarks";

const name = "(?:SYN|ACK|FIN|RST|PSH|URG|ECE|CWR|NS|AE|Reserved|ACE=\\d)";
/** The flags of a row: `[SYN, ACK]` or `[<None>]`. */
const flagList = new RegExp(`\\[(${name}(?:,\\s*${name})*|<None>)\\]`, "g");
const ports = /([\w.-]+(?:\(\d+\))?)\s*(?:→|->|>|=>|⇒|&rarr;|–>)\s*([\w.-]+(?:\(\d+\))?)[\s|]*$/;
const marksBefore = /(?:\[TCP [^\]]{2,40}\]\s*)+$/;
const numbersAfter = /^[\s|]*(?:Seq|Ack|Win)=/;
/** How far before the flags a row's columns may begin. */
const longestStart = 240;
const longestPorts = 72;

/** The rows of Wireshark's packet list around a place of a text, copied whole or from the Info column alone. */
export function* readWiresharkRows(text: string, at: number): Generator<Description> {
  const lists = text.includes("[") ? [...text.matchAll(flagList)] : [];
  for (const each of around(text, lists, at, ({ index }) => index)) {
    const [list, before] = [lists[each], lists[each - 1]];
    const row = readRow(text, list, before ? before.index + before[0].length : 0);
    if (row) yield row;
  }
}

function readRow(text: string, list: RegExpExecArray, from: number): Description | undefined {
  const lineStart = Math.max(from, text.lastIndexOf("\n", list.index) + 1, list.index - longestStart);
  const before = text.slice(lineStart, list.index);
  const portsAt = Math.max(0, before.length - longestPorts);
  const pair = ports.exec(before.slice(portsAt));
  const after = list.index + list[0].length;
  if (!pair && !numbersAfter.test(text.slice(after, after + 40))) return undefined;
  const row = new Description(text, "wireshark");
  if (pair) readPair(row, lineStart + portsAt + pair.index, pair);
  readBefore(row, lineStart, before.slice(0, pair ? portsAt + pair.index : before.length));
  row.segment.flags = list[1] === "<None>" ? 0 : flagsOfNames(list[1]);
  row.add("tcp.flags", list.index, after, { value: row.segment.flags });
  readItems(row, after, /[\s,，|;]*/y, items);
  return row;
}

function readPair(row: Description, start: number, pair: RegExpExecArray): void {
  const second = start + pair[0].lastIndexOf(pair[2]);
  row.segment.source = addPort(row, "tcp.srcport", start, pair[1]);
  row.segment.destination = addPort(row, "tcp.dstport", second, pair[2]);
}

/** Adds a port that is written `52296`, `http` or `http(80)`. */
function addPort(row: Description, id: "tcp.srcport" | "tcp.dstport", start: number, text: string) {
  const number = /(\d+)\)?$/.exec(text)?.[1];
  const isNumber = number !== undefined && /^\d+$|\(/.test(text);
  row.add(id, start, start + text.length, isNumber ? { value: Number(number) } : { name: text });
  return { port: isNumber ? number : text };
}

const address = "(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F.]*)";
const columns = new RegExp(
  `^[\\s|>*/-]*(?:(\\d+)[\\s|]+)?(?:((?:\\d{4}-\\d\\d-\\d\\d\\s+)?[\\d:]+\\.\\d{3,9})[\\s|]+)?(${address})[\\s|]+(?:(?:→|->)[\\s|]*)?(${address})[\\s|]+([A-Z][\\w./-]*)[\\s|]+(?:(\\d+)[\\s|]+)?$`,
);

/** A row of any other protocol, with the same columns: `1 0.000 192.0.2.1 → 192.0.2.2 TLSv1.3 583 Client Hello`. */
const otherRow = new RegExp(
  `^([ \\t|>*/-]*\\d+[\\s|]+(?:\\d{4}-\\d\\d-\\d\\d\\s+)?[\\d:]+\\.\\d{3,9}[\\s|]+${address}[\\s|]+(?:(?:→|->)[\\s|]*)?${address}[\\s|]+[A-Z][\\w./-]*[\\s|]+\\d{2,5}[\\s|]+)(?=[A-Za-z[])`,
  "gm",
);

/** The end of a time, which all such rows have. */
const timeOfRow = /\.\d{3,9}[\s|]/;

export function* readOtherRows(text: string): Generator<Description> {
  if (!timeOfRow.test(text)) return;
  for (const { index, 1: before } of text.matchAll(otherRow)) {
    const row = new Description(text, "wireshark");
    readBefore(row, index, before);
    yield row;
  }
}

/** Reads what is before the rest of a row: the columns of the list, then marks. */
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
  const time = Number(match[2]);
  add(2, "frame.time", Number.isNaN(time) ? {} : { value: time });
  const version = match[3].includes(":") ? "ipv6" : "ip";
  add(3, `${version}.src`, { name: match[3] });
  add(4, `${version}.dst`, { name: match[4] });
  add(5, "frame.protocol", { name: match[5] });
  add(6, "frame.len", { value: Number(match[6]) });
  row.segment.source = { ...row.segment.source, address: match[3] };
  row.segment.destination = { ...row.segment.destination, address: match[4] };
  if (!Number.isNaN(time)) row.segment.time = time;
  if (match[6] !== undefined) row.segment.frameLength = Number(match[6]);
}

function readMarks(row: Description, start: number, text: string): void {
  for (const mark of text.matchAll(/["“'`「[]TCP ([^\]”"'`」#]*?)\s*(?:(\d+)#(\d+))?[\]”"'`」]/g)) {
    const known = markNamed(mark[1]);
    if (!known) continue;
    row.add("tcp.mark", start + mark.index, start + mark.index + mark[0].length, { mark: known });
    if (mark[2] === undefined) continue;
    row.segment.duplicateOf = Number(mark[2]);
    row.segment.duplicateNumber = Number(mark[3]);
  }
}

/** A mark by itself, as people quote it: `[TCP Retransmission]`, or in quotation marks. A link of Markdown does not count. */
const loneMark = /\[TCP [^\]]{2,40}\](?!\()|"TCP [^"\n]{2,40}"|“TCP [^”\n]{2,40}”|`TCP [^`\n]{2,40}`|「TCP [^」\n]{2,40}」/g;

export function* readLoneMarks(text: string): Generator<Description> {
  if (!text.includes("TCP ")) return;
  for (const { index, 0: quoted } of text.matchAll(loneMark)) {
    const lone = new Description(text, "wireshark");
    readMarks(lone, index, quoted);
    if (lone.parts.length > 0) yield lone;
  }
}

const timestamp = item(/TS(?:val|V)=(\d+)/y, "tcp.options.timestamp.tsval", "timestampValue");
const echo = item(/TS(?:ecr|ER)=(\d+)/y, "tcp.options.timestamp.tsecr", "timestampEcho");

const counters = item(/E[EC][01E]B=(\d+)/y, "tcp.options.acc_ecn");

const items: Items = {
  words: {
    Seq: item(/Seq=(\d+)/y, "tcp.seq_raw", "seq"),
    Ack: item(/Ack=(\d+)/y, "tcp.ack_raw", "ack"),
    Win: item(/Win=(\d+)/y, "tcp.window_size_value", "window"),
    Urg: item(/Urg=(\d+)/y, "tcp.urgent_pointer", "urgentPointer"),
    Len: item(/Len=(\d+)/y, "tcp.payload", "length"),
    MSS: item(/MSS=(\d+)/y, "tcp.options.mss_val", "maximumSegmentSize"),
    WS: {
      pattern: /WS=(\d+)/y,
      read: (row, match) => {
        // old versions show the shift itself, newer ones the factor
        const number = Number(match[1]);
        const shift = Number.isInteger(Math.log2(number)) ? Math.log2(number) : Math.min(number, largestWindowShift);
        row.segment.windowShift = shift;
        row.add("tcp.options.wscale.shift", match.index, match.index + match[0].length, { value: shift });
        return undefined;
      },
    },
    SACK_PERM: item(/SACK_PERM(?:=(?:1|true))?/y, "tcp.options.sack_perm"),
    TSval: timestamp,
    TSV: timestamp,
    TSecr: echo,
    TSER: echo,
    SLE: item(/SLE=(\d+)\s+SRE=(\d+)/y, "tcp.options.sack", (segment, value, match) => {
      segment.sack = [...(segment.sack ?? []), [value, Number(match[2])]];
    }),
    TFO: item(/TFO=[CR]/y, "tcp.options.tfo"),
    MD5: item(/MD5/y, "tcp.options.md5"),
    EE0B: counters,
    ECEB: counters,
    EE1B: counters,
  },
  others: [item(/[A-Za-z]\w*=[^\s,;|]+/y, "tcp.options.unknown")],
};
