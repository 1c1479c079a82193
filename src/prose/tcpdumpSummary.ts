import { tcpFlag } from "../protocols/tcp";
import { around, Description, type Items, item, matchAt, readItems, standsAt } from "./description";
import { readEndpoints } from "./endpoints";
import { flagsOfLetters, flagsOfNames } from "./flagLetters";
import { tcpdumpOptions } from "./tcpdumpOptions";
import { readPacketPrefix } from "./tcpdumpPrefix";

/**
 * The packets that tcpdump's summary lines around a place describe, of every version and with every option. Whoever asks for the
 * segment alone gets the time, but none of the headers before the segment.
 */
export function* readTcpdumpSummaries(
  text: string,
  at: number,
  asks: "everything" | "segment" = "everything",
): Generator<Description> {
  const pairs = readEndpoints(text);
  for (const index of around(text, pairs, at, ({ start }) => start)) {
    const pair = pairs[index];
    const description = new Description(text, "tcpdump", asks);
    const isSegment = startsSegment(text, pair.end);
    const hasPrefix = readPacketPrefix(description, pairs[index - 1]?.end ?? 0, pair.start, asks === "everything");
    if (!isSegment && !(hasPrefix && pair.isNumeric)) continue;
    pair.addTo(description, isSegment);
    if (isSegment) readSegment(description, pair.end);
    yield description;
  }
  if (pairs.length === 0 && text.includes("Flags [")) yield* readFlagsAlone(text);
}

/** Some people write names instead of letters: `Flags [SYN.ACK]`. */
const name = "(?:SYN|ACK|FIN|RST|PSH|PUSH|URG|ECE|CWR)";
const inBrackets = `\\[(?:([SFPRWEUe.]+|none)|(${name}(?:[\\s.,+|/&-]+${name})*))\\]`;
const flagsAlone = new RegExp(`Flags ${inBrackets}`, "g");

/** `Flags [S.], seq 1, ack 2` without the endpoints, as people quote it. */
function* readFlagsAlone(text: string): Generator<Description> {
  for (const { index } of text.matchAll(flagsAlone)) {
    const description = new Description(text, "tcpdump");
    readSegment(description, index);
    yield description;
  }
}

/** Version 4 prints `Flags [S.]`, older ones the letters alone, and `-q` prints `tcp 41`. */
const newFlags = new RegExp(`[\\s*\`]*Flags\\s+${inBrackets}`, "y");
const oldFlags = /\s+([SFPRWEU.]{1,8}),?(?=\s+(?:\[(?:bad )?tcp\s|cksum\s|\d+:\d+\(\d+\)|ack\s\d|win\s\d))/y;
const quiet = /\s+tcp\s(\d+)(?=\s|$)/y;

function startsSegment(text: string, at: number): boolean {
  return [newFlags, oldFlags, quiet].some((pattern) => standsAt(pattern, text, at));
}

/** Reads the segment itself, behind its endpoints. */
export function readSegment(description: Description, at: number): number {
  const { text, segment } = description;
  const flags = matchAt(newFlags, text, at) ?? matchAt(oldFlags, text, at);
  const isOld = flags !== null && !flags[0].includes("Flags");
  let start = at;
  if (flags) {
    start = at + flags[0].length;
    segment.flags = flags[2] === undefined ? flagsOfLetters(flags[1]) : flagsOfNames(flags[2]);
    const lead = flags[0].length - flags[0].replace(/^[\s*`]+/, "").length;
    description.add("tcp.flags", at + lead, start - (flags[0].endsWith(",") ? 1 : 0), { value: segment.flags });
  }
  const end = readItems(description, start, /[\s,*`\]>()]*/y, items);
  // old versions have no letter for ACK: it is set where there is an acknowledgment number
  if (isOld && segment.ack !== undefined) segment.flags = (segment.flags ?? 0) | tcpFlag.ACK;
  else if (isOld && segment.flags !== undefined) segment.flags &= ~tcpFlag.ACK;
  return end;
}

const items: Items = {
  words: {
    cksum: item(
      /cksum\s(0x[0-9a-f]+)(?:\s+\((correct|incorrect[^)]*|unverified[^)]*)\))?/y,
      "tcp.checksum",
      (segment, _, match) => {
        // only a printed verdict tells that the checksum was verified
        if (match[2] === undefined) return;
        const expected = /0x[0-9a-f]+/.exec(match[2])?.[0];
        segment.checksum = {
          status: match[2] === "correct" ? "good" : match[2].startsWith("incorrect") ? "bad" : "unverified",
          ...(expected ? { expected: Number(expected) } : {}),
        };
      },
    ),
    // in tcpdump's own manual a comma follows the word
    seq: item(/seq,?\s+(\d+)(?::(\d+))?/y, "tcp.seq_raw", (segment, value, match) => {
      segment.seq = value;
      if (match[2] !== undefined) segment.length = (Number(match[2]) - value) >>> 0;
    }),
    ack: item(/ack\s+(\d+)/y, "tcp.ack_raw", "ack"),
    win: item(/win\s+(\d+)/y, "tcp.window_size_value", "window"),
    urg: item(/urg\s+(\d+)/y, "tcp.urgent_pointer", "urgentPointer"),
    options: tcpdumpOptions,
    length: item(/length:?\s+(\d+)/y, "tcp.payload", "length"),
    tcp: item(/tcp\s(\d+)/y, "tcp.payload", "length"),
    // before version 4, what IP's header says is at the end
    DF: item(/DF(?=\))/y, "ip.flags", (segment) => {
      segment.mayNotBeSplit = true;
    }),
    ttl: item(/ttl\s+(\d+)/y, "ip.ttl"),
    id: item(/id\s+(\d+)/y, "ip.id"),
    len: item(/len\s+(\d+)/y, "ip.len", "packetLength"),
  },
  others: [
    item(/(\d+):\d+\((\d+)\)/y, "tcp.seq_raw", (segment, value, match) => {
      segment.seq = value;
      segment.length = Number(match[2]);
    }),
    tcpdumpOptions,
    item(/\[tcp sum ok\]/y, "tcp.checksum", (segment) => {
      segment.checksum = { status: "good" };
    }),
    item(/\[bad tcp cksum [^\]]*\]/y, "tcp.checksum", (segment) => {
      segment.checksum = { status: "bad" };
    }),
    item(/\[bad hdr length [^\]]*\]/y, "tcp.hdr_len"),
    item(/\[tos\s(0x[0-9a-f]+)[^\]]*\]/y, "ip.dsfield"),
  ],
};
