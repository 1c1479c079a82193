import { Description, type Item, type Items, item, readItems } from "./description";
import { valueOfPort } from "./endpoints";
import { flagInitials, flagsOfInitials } from "./flagLetters";
import { tcpdumpOptions } from "./tcpdumpOptions";

/** Segments in one line as programs that probe print them: nmap and nping, hping, Scapy. */
export function* readProbeLines(text: string): Generator<Description> {
  let end = 0;
  for (const { index } of text.matchAll(beginning)) {
    if (index < end) continue;
    const description = new Description(text, "tool");
    end = readItems(description, index, /[ \t[,]*/y, items);
    if (description.segment.flags !== undefined) yield description;
  }
}

/** `TCP 10.0.0.1:4000 > 10.0.0.2:80 S`, `len=46 ip=10.0.0.2 ttl=64`, `<TCP  sport=4000`, `TCP(sport=4000, flags="S"`. */
const beginning =
  /(?<![\w/])TCP \[?(?=[\w.:]+:\w+ > [\w.:]+:\w+ [A-Z]{1,8}(?![\w]))|(?<!\w)len=\d+ ip=(?=[\d.]+ ttl=)|<TCP {1,2}(?=[a-z]+=)|(?<!\w)TCP\((?=[a-z]+=)/g;

const letters = `([${Object.keys(flagInitials).join("")}]{1,8})(?!\\w)`;
/** Flags as an argument in a program: in quotes, or as a number. */
const argument = new RegExp(`flags=(?:["']?${letters}["']?|(0x[0-9a-f]{1,3}|\\d{1,3})(?!\\w))`, "y");
const flags = (pattern: RegExp): Item => ({
  pattern,
  read: (description, match) => {
    description.segment.flags = match[2] === undefined ? flagsOfInitials(match[1]) : Number(match[2]);
    description.add("tcp.flags", match.index, match.index + match[0].length, { value: description.segment.flags });
    return undefined;
  },
});

/** `10.0.0.1:4000 > 10.0.0.2:http`, with flags right behind it. */
const pair: Item = {
  pattern: new RegExp(`([\\w.:]+):(\\w+) > ([\\w.:]+):(\\w+)(?= ${letters})`, "y"),
  read: (description, match) => {
    const second = match.index + match[0].indexOf(" > ") + 3;
    description.segment.source = addEndpoint(description, "src", match.index, match[1], match[2]);
    description.segment.destination = addEndpoint(description, "dst", second, match[3], match[4]);
    return undefined;
  },
};

type Side = "src" | "dst";

function addEndpoint(description: Description, side: Side, start: number, address: string, port: string) {
  const version = address.includes(":") ? "ipv6" : "ip";
  const portAt = start + address.length + 1;
  description.add(`${version}.${side}`, start, start + address.length, { name: address });
  description.add(`tcp.${side}port`, portAt, portAt + port.length, valueOfPort(port));
  return { address, port };
}

const port = (side: Side): Item => ({
  pattern: side === "src" ? /sport=(\w+)(?![\w(])/y : /dport=(\w+)(?![\w(])/y,
  read: (description, match) => {
    const end = side === "src" ? "source" : "destination";
    description.segment[end] = { ...description.segment[end], port: match[1] };
    description.add(`tcp.${side}port`, match.index, match.index + match[0].length, valueOfPort(match[1]));
    return undefined;
  },
});

const packetLength = item(/(?:ip)?len=(\d+)/y, "ip.len", "packetLength");
const window = item(/win(?:dow)?=(\d+)/y, "tcp.window_size_value", "window");
/** A sequence number; but hping's `seq=`, which stands before the window, is the number of the probe. */
const sequence = item(/seq=(\d+)(?! win=\d+ rtt=)/y, "tcp.seq_raw", "seq");

const items: Items = {
  words: {
    len: packetLength,
    iplen: packetLength,
    ttl: item(/ttl=(\d+)/y, "ip.ttl"),
    id: item(/id=(\d+)/y, "ip.id"),
    ip: {
      pattern: /ip=([\d.]+)/y,
      read: (description, match) => {
        description.segment.source = { address: match[1] };
        description.add("ip.src", match.index, match.index + match[0].length, { name: match[1] });
        return undefined;
      },
    },
    DF: item(/DF(?=\s)/y, "ip.flags", (segment) => {
      segment.mayNotBeSplit = true;
    }),
    sport: port("src"),
    dport: port("dst"),
    seq: sequence,
    ack: item(/ack=(\d+)/y, "tcp.ack_raw", "ack"),
    flags: flags(argument),
    win: window,
    window,
    urgptr: item(/urgptr=(\d+)/y, "tcp.urgent_pointer", "urgentPointer"),
  },
  others: [
    pair,
    flags(new RegExp(letters, "y")),
    tcpdumpOptions,
    // passes over what says nothing about the segment
    { pattern: /<?TCP(?:\(|(?=\s))|[a-z]\w*=(?:\[[^\]\n]*\]|\([^)\n]*\)|\w+\(\)|[^\s|>,)]*)/y, read: () => undefined },
  ],
};
