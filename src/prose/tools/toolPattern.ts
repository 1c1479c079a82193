import { tcpFlag } from "../../protocols/tcp";
import { Description, type NumberOfSegment } from "../description";
import { valueOfPort } from "../endpoints";
import type { PartId } from "../mention";

/**
 * How one program prints a segment in a line or a few: a pattern whose groups are named after what they hold. Most programs need
 * no more than that.
 */
export interface ToolPattern {
  /** What a text must have to be looked at, as a quick test: nearly all texts do not. */
  readonly hint: string | RegExp;
  /** Must have the flags `d` and `g`. */
  readonly pattern: RegExp;
  readonly flagsIn?: (text: string) => number;
  /** The program does not name ACK: it is set where there is an acknowledgment number. */
  readonly acknowledgesByNumber?: true;
  /** The radix of sequence and acknowledgment numbers, where it is not ten. */
  readonly radix?: 16 | undefined;
}

/** Groups with a number: what part each is, and which property of the segment. */
const numbers: Readonly<Record<string, readonly [id: PartId, key?: NumberOfSegment]>> = {
  seq: ["tcp.seq_raw", "seq"],
  ack: ["tcp.ack_raw", "ack"],
  window: ["tcp.window_size_value", "window"],
  length: ["tcp.payload", "length"],
  packetLength: ["ip.len", "packetLength"],
  frameLength: ["frame.len", "frameLength"],
  urgent: ["tcp.urgent_pointer", "urgentPointer"],
  mss: ["tcp.options.mss_val", "maximumSegmentSize"],
  shift: ["tcp.options.wscale.shift", "windowShift"],
  tsval: ["tcp.options.timestamp.tsval", "timestampValue"],
  tsecr: ["tcp.options.timestamp.tsecr", "timestampEcho"],
  ttl: ["ip.ttl"],
  id: ["ip.id"],
  words: ["tcp.hdr_len"],
};
const counted: ReadonlySet<string> = new Set(["seq", "ack"]);

export function* readTool(text: string, tool: ToolPattern): Generator<Description> {
  if (typeof tool.hint === "string" ? !text.includes(tool.hint) : !tool.hint.test(text)) return;
  for (const match of text.matchAll(tool.pattern)) {
    const description = new Description(text, "tool");
    for (const [name, place] of Object.entries(match.indices!.groups!)) {
      if (place) readGroup(description, tool, name, match.groups![name], place);
    }
    const { segment } = description;
    if (tool.acknowledgesByNumber && segment.ack !== undefined) segment.flags = (segment.flags ?? 0) | tcpFlag.ACK;
    yield description;
  }
}

function readGroup(
  description: Description,
  { flagsIn, radix }: ToolPattern,
  name: string,
  text: string,
  [start, end]: readonly [number, number],
): void {
  const { segment } = description;
  if (name === "src" || name === "dst") {
    const side = sides[name];
    segment[side] = { ...segment[side], address: text };
    description.add(`${text.includes(":") ? "ipv6" : "ip"}.${name}`, start, end, { name: text });
  } else if (name === "srcport" || name === "dstport") {
    const side = sides[name];
    const port = portIn.exec(text)![1];
    segment[side] = { ...segment[side], port };
    description.add(`tcp.${name}`, start, end, valueOfPort(port));
  } else if (name === "flags") {
    segment.flags = flagsIn?.(text) ?? 0;
    description.add("tcp.flags", start, end, { value: segment.flags });
  } else if (Object.hasOwn(names, name)) {
    description.add(names[name], start, end, { name: text });
  } else {
    const value = counted.has(name) && radix ? Number.parseInt(lastHex.exec(text)![0], radix) : Number(lastNumber.exec(text)![0]);
    readNumber(description, name, value, start, end);
  }
}

const sides = { src: "source", dst: "destination", srcport: "source", dstport: "destination" } as const;
/** The port in `HTTPS(443)`, `sport 443` and `DstPort=443`. */
const portIn = /([\w-]+)\)?$/;
/** A number, which may have its name before it. */
const lastNumber = /\d+$/;
const lastHex = /[0-9a-f]+$/i;

/** Groups that hold names. */
const names: Readonly<Record<string, PartId>> = { srcmac: "eth.src", dstmac: "eth.dst", device: "frame.interface" };

function readNumber(description: Description, name: string, value: number, start: number, end: number): void {
  const [id, key] = numbers[name];
  if (key) description.segment[key] = value;
  if (name === "words") description.segment.headerLength = value * 4;
  description.add(id, start, end, { value });
}
