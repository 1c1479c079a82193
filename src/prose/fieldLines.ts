import { Description, item, matchAt } from "./description";
import { valueOfPort } from "./endpoints";
import { flagsOfInitials, flagsOfNames } from "./flagLetters";

/**
 * TCP's header with a field on each line, as Scapy's `show()` and many a student's sniffer print it: `Source Port: 80`,
 * `window    = 8192`, `|-Sequence Number   : 7`. Wireshark's own lines are read in `tree/`.
 */
export function* readFieldLines(text: string): Generator<Description> {
  if (!hint.test(text)) return;
  const description = new Description(text, "tool");
  let named = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end - start <= longestLine) named += readField(description, text.slice(0, end), start);
    start = end + 1;
  }
  if (named === 0 || (named < fewest && !naming.test(text))) return;
  if (naming.test(text) || !otherProtocol.test(text)) yield description;
}

/** A quick test, since nearly all texts name no field. */
const hint =
  /(?:[Pp]ort|[Nn]umber|[Ww]indow|[Ff]lags|seq|ack|pointer)[ \w()]{0,24}[:=]|(?:端口|[序认]号|窗口|标志位?)[^\n:：=]{0,12}[:：=]/;
const longestLine = 120;
/** So many lines with fields are enough where TCP is not named; a field that only TCP's header has counts as two. */
const fewest = 3;
const own: ReadonlySet<string> = new Set(["urgentpointer", "acknowledgmentnumber", "确认号", "确认序号", "紧急指针"]);
const otherProtocol = /User Datagram Protocol|(?<![A-Za-z])(?:UDP|RTP|SCTP|DCCP|ICMP|QUIC)(?![A-Za-z])/;
const naming = /Transmission Control Protocol|(?<![A-Za-z])TCP(?: Header)?(?![A-Za-z])|\[ TCP \]|TCP\s?(?:首部|[头頭]部?)/;

/** A line up to its value: a frame or list mark, the field's name, and the sign between them. */
const line =
  /[\s|>*#+[-]*(?:TCP:\s+)?(?:([A-Za-z][A-Za-z ._()]{1,38}?)|([\u4e00-\u9fff]{2,8})(?:\s?[（(][A-Za-z ]{2,30}[)）])?)\s{0,30}[:=：]\s{0,4}(?=[\w.[({])/y;

/** Reads a line, and says how much it counts: 0 where no field of TCP is on it. */
function readField(description: Description, text: string, start: number): number {
  const match = matchAt(line, text, start);
  const name = match?.[2] ?? match?.[1].toLowerCase().replace(/[ ._()]+/g, "") ?? "";
  if (!match || !Object.hasOwn(fields, name)) return 0;
  const before = description.parts.length;
  fields[name](description, text, start + match[0].length);
  return description.parts.length === before ? 0 : own.has(name) ? 2 : 1;
}

type Field = (description: Description, text: string, at: number) => void;

const number = (id: Parameters<typeof item>[1], note?: Parameters<typeof item>[2]): Field => {
  const { pattern, read } = item(/(0x[0-9a-f]{1,8}|\d+)(?![\w.])/iy, id, note);
  return (description, text, at) => {
    const match = matchAt(pattern, text, at);
    if (match) read(description, match);
  };
};

const port =
  (side: "src" | "dst"): Field =>
  (description, text, at) => {
    const match = matchAt(/[a-z][\w-]*\s\((\d+)\)|(\w+)/y, text, at);
    if (!match) return;
    const value = match[1] ?? match[2];
    const end = side === "src" ? "source" : "destination";
    description.segment[end] = { ...description.segment[end], port: value };
    description.add(`tcp.${side}port`, at, at + match[0].length, valueOfPort(value));
  };

const name = "(?:SYN|ACK|FIN|RST|PSH|URG|ECE|CWR)";
const namesInBrackets = new RegExp(`[{[]${name}(?:[ ,|]{1,3}${name})*[}\\]]`, "y");

/** Flags as `0x012 (SYN, ACK)`, `{SYN, ACK}`, in Scapy's letters, or each in its place: `...A..S.`. */
const flags: Field = (description, text, at) => {
  const named = matchAt(namesInBrackets, text, at);
  if (named) {
    description.segment.flags = flagsOfNames(named[0]);
    description.add("tcp.flags", at, at + named[0].length, { value: description.segment.flags });
    return;
  }
  const match = matchAt(
    /0x([0-9a-f]{1,4})(?!\w)(?: \([A-Z, ]{2,40}\))?|[CEUAPRSF.]{8}(?![\w.])|[FSRPAUECN]{1,9}(?![\w(=.])/y,
    text,
    at,
  );
  if (!match) return;
  description.segment.flags = match[1] ? Number.parseInt(match[1], 16) & 0x1ff : flagsOfInitials(match[0].replaceAll(".", ""));
  description.add("tcp.flags", at, at + match[0].length, { value: description.segment.flags });
};

const sequence = number("tcp.seq_raw", "seq");
const acknowledgment = number("tcp.ack_raw", "ack");
const window = number("tcp.window_size_value", "window");
const urgentpointer = number("tcp.urgent_pointer", "urgentPointer");

/** By the fields' names in small letters, without spaces and signs. */
const fields: Readonly<Record<string, Field>> = {
  sourceport: port("src"),
  srcport: port("src"),
  sport: port("src"),
  destinationport: port("dst"),
  dstport: port("dst"),
  dport: port("dst"),
  sequencenumber: sequence,
  acknowledgmentnumber: acknowledgment,
  acknowledgenumber: acknowledgment,
  acknowledgementnumber: acknowledgment,
  acknumber: acknowledgment,
  flags,
  seq: sequence,
  ack: acknowledgment,
  window,
  windowsize: window,
  urgentpointer,
  源端口: port("src"),
  源端口号: port("src"),
  目的端口: port("dst"),
  目的端口号: port("dst"),
  目标端口: port("dst"),
  目标端口号: port("dst"),
  序号: sequence,
  序列号: sequence,
  顺序号: sequence,
  确认号: acknowledgment,
  确认序号: acknowledgment,
  应答号: acknowledgment,
  标志: flags,
  标志位: flags,
  窗口: window,
  窗口大小: window,
  紧急指针: urgentpointer,
};
