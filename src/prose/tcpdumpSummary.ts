import { tcpFlag } from "../protocols/tcp";
import { Description, type Item, item, matchAt, readItems } from "./description";
import { readEndpoints } from "./endpoints";
import { flagsOfLetters } from "./flagLetters";
import { tcpdumpOptions } from "./tcpdumpOptions";
import { readPacketPrefix } from "./tcpdumpPrefix";

/** The descriptions that tcpdump's summary lines in a text give, of every version and with every option. */
export function readTcpdumpSummaries(text: string): Description[] {
  const found: Description[] = [];
  let end = 0;
  for (const endpoints of readEndpoints(text)) {
    if (endpoints.start < end) continue;
    const description = new Description(text, "tcpdump");
    const isSegment = startsSegment(text, endpoints.end);
    const hasPrefix = readPacketPrefix(description, end, endpoints.start);
    if (!isSegment && !(hasPrefix && endpoints.isNumeric)) continue;
    endpoints.addTo(description, isSegment);
    end = isSegment ? readSegment(description, endpoints.end) : endpoints.end;
    found.push(description);
  }
  if (found.length === 0) readFlagsAlone(text, found);
  return found;
}

/** `Flags [S.], seq 1, ack 2` without the endpoints, as people quote it. */
function readFlagsAlone(text: string, found: Description[]): void {
  for (const { index } of text.matchAll(/Flags \[[SFPRWEUe.]+\]/g)) {
    const description = new Description(text, "tcpdump");
    readSegment(description, index);
    found.push(description);
  }
}

/** Version 4 says `Flags [S.]`, older ones begin with the letters, `-q` says `tcp 41`. */
const newFlags = /[\s*`]*Flags\s+\[([SFPRWEUe.]+|none)\]/y;
const oldFlags = /\s+([SFPRWEU.]{1,8}),?(?=\s+(?:\[(?:bad )?tcp\s|cksum\s|\d+:\d+\(\d+\)|ack\s\d|win\s\d))/y;
const quiet = /\s+tcp\s(\d+)(?=\s|$)/y;

function startsSegment(text: string, at: number): boolean {
  return [newFlags, oldFlags, quiet].some((pattern) => matchAt(pattern, text, at));
}

function readSegment(description: Description, at: number): number {
  const { text, segment } = description;
  const flags = matchAt(newFlags, text, at) ?? matchAt(oldFlags, text, at);
  const isOld = flags !== null && !flags[0].includes("Flags");
  let start = at;
  if (flags) {
    start = at + flags[0].length;
    segment.flags = flagsOfLetters(flags[1]);
    const lead = flags[0].length - flags[0].replace(/^[\s*`]+/, "").length;
    description.add("tcp.flags", at + lead, start - (flags[0].endsWith(",") ? 1 : 0), { value: segment.flags });
  }
  const end = readItems(description, start, /[\s,*`\]>()]*/y, items);
  // old versions have no letter for ACK: the number alone says that it is set
  if (isOld && segment.ack !== undefined) segment.flags = (segment.flags ?? 0) | tcpFlag.ACK;
  else if (isOld && segment.flags !== undefined) segment.flags &= ~tcpFlag.ACK;
  return end;
}

const items: readonly Item[] = [
  item(/cksum\s(0x[0-9a-f]+)\s+\((correct|incorrect[^)]*|unverified[^)]*)\)/y, "tcp.checksum", (segment, _, match) => {
    const expected = /0x[0-9a-f]+/.exec(match[2])?.[0];
    segment.checksum = {
      status: match[2] === "correct" ? "good" : match[2].startsWith("incorrect") ? "bad" : "unverified",
      ...(expected ? { expected: Number(expected) } : {}),
    };
  }),
  item(/\[tcp sum ok\]/y, "tcp.checksum", (segment) => {
    segment.checksum = { status: "good" };
  }),
  item(/\[bad tcp cksum [^\]]*\]/y, "tcp.checksum", (segment) => {
    segment.checksum = { status: "bad" };
  }),
  item(/seq\s+(\d+)(?::(\d+))?/y, "tcp.seq_raw", (segment, value, match) => {
    segment.seq = value;
    if (match[2] !== undefined) segment.length = (Number(match[2]) - value) >>> 0;
  }),
  item(/(\d+):\d+\((\d+)\)/y, "tcp.seq_raw", (segment, value, match) => {
    segment.seq = value;
    segment.length = Number(match[2]);
  }),
  item(/ack\s+(\d+)/y, "tcp.ack_raw", (segment, value) => {
    segment.ack = value;
  }),
  item(/win\s+(\d+)/y, "tcp.window_size_value", (segment, value) => {
    segment.window = value;
  }),
  item(/urg\s+(\d+)/y, "tcp.urgent_pointer", (segment, value) => {
    segment.urgentPointer = value;
  }),
  tcpdumpOptions,
  item(/length:?\s+(\d+)/y, "tcp.payload", (segment, value) => {
    segment.length = value;
  }),
  item(/tcp\s(\d+)/y, "tcp.payload", (segment, value) => {
    segment.length = value;
  }),
  item(/DF(?=\))/y, "ip.flags", (segment) => {
    segment.mayNotBeSplit = true;
  }),
  item(/\[tos\s(0x[0-9a-f]+)[^\]]*\]/y, "ip.dsfield"),
  item(/ttl\s+(\d+)/y, "ip.ttl"),
  item(/id\s+(\d+)/y, "ip.id"),
  item(/len\s+(\d+)/y, "ip.len", (segment, value) => {
    segment.packetLength = value;
  }),
];
