import { type TcpFlagName, tcpFlag } from "../protocols/tcp";
import { Description, type Items, item, placeOf, readItems } from "./description";
import { addPair, valueOfPort } from "./endpoints";
import { flagsOfNames } from "./flagLetters";
import { tcpdumpOptions } from "./tcpdumpOptions";

/** Segments in one line as other sniffers print them: FortiGate's, Solaris' snoop, the debugger of Cisco's routers. */
export function* readOtherSniffers(text: string): Generator<Description> {
  if (text.includes(" -> ")) for (const match of text.matchAll(fortigate)) yield readFortigate(text, match);
  if (text.includes("TCP D=")) for (const match of text.matchAll(snoop)) yield readSnoop(text, match);
  if (text.includes("TCP src=")) for (const match of text.matchAll(router)) yield readRouter(text, match);
}

const address = "((?:\\d{1,3}\\.){3}\\d{1,3})\\.(\\d{1,5})";
/** FortiGate: `port1 in 10.0.0.1.4000 -> 10.0.0.2.80: syn 100`, where the number after the flag is the sequence number. */
const fortigate = new RegExp(
  `(?<![\\w.])(?:([\\w./-]{1,32}) (in|out) )?${address} -> ${address}: (?=(?:(?:syn|fin|rst|psh|urg) \\d|ack \\d))`,
  "dg",
);

function readFortigate(text: string, match: RegExpExecArray): Description {
  const description = new Description(text, "tool");
  const [, device, direction] = match;
  if (device && direction) {
    description.add("frame.interface", ...placeOf(match, 1), { name: device });
    description.add("frame.direction", ...placeOf(match, 2), { name: direction === "in" ? "In" : "Out" });
  }
  addPair(description, match, 3);
  const start = match.index + match[0].length;
  withFlags(description, start, readItems(description, start, / */y, fortigateItems));
  return description;
}

const fortigateItems: Items = {
  words: {
    ack: {
      pattern: /ack (\d+)/y,
      read: (description, match) => {
        const start = match.index + (description.segment.seq === undefined ? 4 : 0);
        description.segment.ack = Number(match[1]);
        description.add("tcp.ack_raw", start, match.index + match[0].length, { value: Number(match[1]) });
        return undefined;
      },
    },
  },
  others: [
    {
      pattern: /(?:syn|fin|rst|psh|urg) (\d+)/y,
      read: (description, match) => {
        description.segment.seq = Number(match[1]);
        description.add("tcp.seq_raw", match.index + 4, match.index + match[0].length, { value: Number(match[1]) });
        return undefined;
      },
    },
  ],
};

/** The first word is a flag; ACK is also set where there is an acknowledgment number. */
function withFlags(description: Description, start: number, end: number): void {
  const [first] = /\w+/.exec(description.text.slice(start, end))!;
  const named = tcpFlag[first.toUpperCase() as TcpFlagName];
  description.segment.flags = named | (description.segment.ack === undefined ? 0 : tcpFlag.ACK);
  description.add("tcp.flags", start, start + first.length, { value: description.segment.flags });
}

/** Solaris' snoop: `TCP D=80 S=32805 Syn Seq=100 Len=0 Win=24820`. */
const snoop = /(?<!\w)TCP D=(\d{1,5}) S=(\d{1,5})(?= )/dg;

function readSnoop(text: string, match: RegExpExecArray): Description {
  const description = new Description(text, "tool");
  addPorts(description, match, 2, 1);
  const start = match.index + match[0].length;
  readItems(description, start, /[ ,]*/y, snoopItems);
  const flags = description.parts.filter(({ id }) => id === "tcp.flags").reduce((sum, { value }) => sum | value!, 0);
  description.segment.flags = flags | (description.segment.ack === undefined ? 0 : tcpFlag.ACK);
  return description;
}

const snoopItems: Items = {
  words: {
    Ack: item(/Ack=(\d+)/y, "tcp.ack_raw", "ack"),
    Seq: item(/Seq=(\d+)/y, "tcp.seq_raw", "seq"),
    Len: item(/Len=(\d+)/y, "tcp.payload", "length"),
    Win: item(/Win=(\d+)/y, "tcp.window_size_value", "window"),
  },
  others: [
    {
      pattern: /(?:(?:Syn|Fin|Rst|Push|Urg)(?=\s) ?)+/y,
      read: (description, match) => {
        const end = match.index + match[0].trimEnd().length;
        description.add("tcp.flags", match.index, end, { value: flagsOfNames(match[0].toUpperCase()) });
        return undefined;
      },
    },
    { pattern: /Options=/y, read: () => undefined },
    tcpdumpOptions,
  ],
};

/** Cisco's routers: `TCP src=23, dst=40869, seq=100, ack=200, win=8191 ACK PUSH`. */
const router =
  /(?<!\w)TCP src=(\d{1,5}), dst=(\d{1,5}), (seq=(\d+)), (ack=(\d+)), (win=(\d+))(?: ((?:ACK|SYN|FIN|RST|PSH|PUSH|URG)(?: (?:ACK|SYN|FIN|RST|PSH|PUSH|URG)){0,5}))?/dg;

function readRouter(text: string, match: RegExpExecArray): Description {
  const description = new Description(text, "tool");
  addPorts(description, match, 1, 2);
  const [seq, ack, window] = [match[4], match[6], match[8]].map(Number);
  Object.assign(description.segment, { seq, ack, window, flags: flagsOfNames(match[9] ?? "") });
  description.add("tcp.seq_raw", ...placeOf(match, 3), { value: seq });
  description.add("tcp.ack_raw", ...placeOf(match, 5), { value: ack });
  description.add("tcp.window_size_value", ...placeOf(match, 7), { value: window });
  if (match[9]) description.add("tcp.flags", ...placeOf(match, 9), { value: description.segment.flags! });
  return description;
}

function addPorts(description: Description, match: RegExpExecArray, source: number, destination: number): void {
  description.segment.source = { port: match[source] };
  description.segment.destination = { port: match[destination] };
  description.add("tcp.srcport", ...placeOf(match, source), valueOfPort(match[source]));
  description.add("tcp.dstport", ...placeOf(match, destination), valueOfPort(match[destination]));
}
