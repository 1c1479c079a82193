import { tcpFlag } from "../protocols/tcp";
import { Description, type Items, item, placeOf, readItems } from "./description";
import { addPair } from "./endpoints";

/** Segments as Snort prints them: addresses, IP's header, then `***AP*** Seq: 0x1E28CB7F  Ack: 0x2  Win: 0x16D0`. */
export function* readSnortLines(text: string): Generator<Description> {
  if (!text.includes(" Seq: 0x")) return;
  for (const match of text.matchAll(flags)) {
    const description = new Description(text, "tool");
    readAbove(description, text.slice(0, match.index));
    description.segment.flags = [...match[0]].reduce((sum, sign, bit) => sum | (sign === "*" ? 0 : bits[bit]), 0);
    description.add("tcp.flags", match.index, match.index + match[0].length, { value: description.segment.flags });
    readItems(description, match.index + match[0].length, /\s*/y, items);
    yield description;
  }
}

/** The first two flags were reserved bits when Snort began, so it may write them as 1 and 2. */
const flags = /(?<!\S)(?=[*12UAPRSFCE]{8} Seq: 0x)[*1C][*2E][*U][*A][*P][*R][*S][*F]/g;
const bits = [tcpFlag.CWR, tcpFlag.ECE, tcpFlag.URG, tcpFlag.ACK, tcpFlag.PSH, tcpFlag.RST, tcpFlag.SYN, tcpFlag.FIN];

const pair = /((?:\d{1,3}\.){3}\d{1,3}):(\d{1,5}) -> ((?:\d{1,3}\.){3}\d{1,3}):(\d{1,5})/dg;
const lifetime = /TTL:(\d+)(?= TOS:)/dg;
const total = /DgmLen:(\d+)/dg;

/** Reads addresses and IP's header in the lines above, the nearest ones. */
function readAbove(description: Description, above: string): void {
  const addresses = [...above.matchAll(pair)].at(-1);
  if (addresses) addPair(description, addresses, 1);
  const from = addresses?.index ?? 0;
  const ttl = [...above.matchAll(lifetime)].at(-1);
  if (ttl && ttl.index >= from) description.add("ip.ttl", ...placeOf(ttl, 0), { value: Number(ttl[1]) });
  const length = [...above.matchAll(total)].at(-1);
  if (length && length.index >= from) {
    description.segment.packetLength = Number(length[1]);
    description.add("ip.len", ...placeOf(length, 0), { value: Number(length[1]) });
  }
}

const items: Items = {
  words: {
    Seq: item(/Seq: (0x[0-9A-F]{1,8})/iy, "tcp.seq_raw", "seq"),
    Ack: item(/Ack: (0x[0-9A-F]{1,8})/iy, "tcp.ack_raw", "ack"),
    Win: item(/Win: (0x[0-9A-F]{1,4})/iy, "tcp.window_size_value", "window"),
    TcpLen: item(/TcpLen: (\d+)/y, "tcp.hdr_len", "headerLength"),
    MSS: item(/MSS: (\d+)/y, "tcp.options.mss_val", "maximumSegmentSize"),
    WS: item(/WS: (\d+)/y, "tcp.options.wscale.shift", "windowShift"),
    NOP: item(/NOP/y, "tcp.options.nop"),
    SackOK: item(/SackOK/y, "tcp.options.sack_perm"),
    TCP: { pattern: /TCP Options \(\d+\) => /y, read: () => undefined },
    TS: {
      pattern: /TS: (\d+) (\d+)/dy,
      read: (description, match) => {
        const [value, echo] = [Number(match[1]), Number(match[2])];
        Object.assign(description.segment, { timestampValue: value, timestampEcho: echo });
        description.add("tcp.options.timestamp.tsval", match.index, placeOf(match, 1)[1], { value });
        description.add("tcp.options.timestamp.tsecr", ...placeOf(match, 2), { value: echo });
        return undefined;
      },
    },
  },
  others: [],
};
