import { tcpProtocolNumber } from "../protocols/tcp";
import { Description, type Items, item, placeOf, readItems } from "./description";
import { flagsOfNames } from "./flagLetters";

/** Segments that Linux's firewall logged in the lines of a text: `SRC=… DST=… PROTO=TCP SPT=… RES=0x00 SYN URGP=0`. */
export function* readFirewallLogs(text: string): Generator<Description> {
  if (!text.includes("PROTO=TCP")) return;
  const starts = [...text.matchAll(beginning)].map(({ index }) => index);
  for (const [each, start] of starts.entries()) {
    const ownText = text.slice(0, starts[each + 1]);
    const description = new Description(ownText, "tool");
    const end = readItems(description, start, /\s*/y, items);
    if (ownText.slice(start, end).includes("PROTO=TCP")) yield description;
  }
}

/** Where an entry begins: with the interfaces through which the packet came in and goes out, if those are logged. */
const beginning = /(?<![\w=])(?:IN=\S* OUT=\S* (?:[A-Z]+=\S* )*?)?SRC=(?=\S+ DST=)/g;

const address = (side: "src" | "dst") => ({
  pattern: side === "src" ? /SRC=([\da-fA-F.:]+)/y : /DST=([\da-fA-F.:]+)/y,
  read: (description: Description, match: RegExpExecArray) => {
    const endpoint = { address: match[1] };
    if (side === "src") description.segment.source = endpoint;
    else description.segment.destination = endpoint;
    const version = match[1].includes(":") ? "ipv6" : "ip";
    description.add(`${version}.${side}`, match.index, match.index + match[0].length, { name: match[1] });
    return undefined;
  },
});
/** An interface; where the packet did not pass one, its name is empty. */
const through = {
  pattern: /(?:IN|OUT)=(\S*)/y,
  read: (description: Description, match: RegExpExecArray) => {
    if (match[1]) description.add("frame.interface", match.index, match.index + match[0].length, { name: match[1] });
    return undefined;
  },
};

/** The whole Ethernet header in one value: destination, source and type, and with some network cards more than that. */
const hardware = {
  pattern: /MAC=((?:[0-9a-f]{2}:){6})((?:[0-9a-f]{2}:){6})([0-9a-f]{2}:[0-9a-f]{2})\S*/dy,
  read: (description: Description, match: RegExpExecArray) => {
    for (const [group, id] of [
      [1, "eth.dst"],
      [2, "eth.src"],
    ] as const) {
      const [start, end] = placeOf(match, group);
      description.add(id, start, end - 1, { name: match[group].slice(0, -1) });
    }
    description.add("eth.type", ...placeOf(match, 3), { value: Number.parseInt(match[3].replace(":", ""), 16) });
    return undefined;
  },
};

const items: Items = {
  words: {
    IN: through,
    OUT: through,
    MAC: hardware,
    SRC: address("src"),
    DST: address("dst"),
    LEN: item(/LEN=(\d+)/y, "ip.len", "packetLength"),
    TTL: item(/TTL=(\d+)/y, "ip.ttl"),
    HOPLIMIT: item(/HOPLIMIT=(\d+)/y, "ipv6.hlim"),
    ID: item(/ID=(\d+)/y, "ip.id"),
    DF: item(/DF(?=\s)/y, "ip.flags", (segment) => {
      segment.mayNotBeSplit = true;
    }),
    PROTO: {
      pattern: /PROTO=TCP/y,
      read: (description, { index, 0: text }) => {
        description.add("ip.proto", index, index + text.length, { value: tcpProtocolNumber });
        return undefined;
      },
    },
    SPT: item(/SPT=(\d+)/y, "tcp.srcport", (segment, value) => {
      segment.source = { ...segment.source, port: String(value) };
    }),
    DPT: item(/DPT=(\d+)/y, "tcp.dstport", (segment, value) => {
      segment.destination = { ...segment.destination, port: String(value) };
    }),
    SEQ: item(/SEQ=(\d+)/y, "tcp.seq_raw", "seq"),
    ACK: item(/ACK=(\d+)/y, "tcp.ack_raw", "ack"),
    WINDOW: item(/WINDOW=(\d+)/y, "tcp.window_size_value", "window"),
    URGP: item(/URGP=(\d+)/y, "tcp.urgent_pointer", "urgentPointer"),
  },
  others: [
    {
      pattern: /(?:(?:CWR|ECE|URG|ACK|PSH|RST|SYN|FIN)(?![\w=]) ?)+/y,
      read: (description, match) => {
        description.segment.flags = flagsOfNames(match[0]);
        const end = match.index + match[0].trimEnd().length;
        description.add("tcp.flags", match.index, end, { value: description.segment.flags });
        return undefined;
      },
    },
    // passes over what says nothing about the segment
    { pattern: /(?:OPT \([0-9A-F]*\)|[A-Z]+(?:=\S*)?)(?=\s|$)/y, read: () => undefined },
  ],
};
