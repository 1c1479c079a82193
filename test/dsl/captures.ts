import { readdirSync, readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { gzipSync } from "node:zlib";
import { join, text, u8, zeros } from "./bytes";
import { conversation, conversationCapture } from "./conversation";
import { oddOptionsCapture } from "./oddOptions";
import { headerPackets } from "./packetsOfHeaders";
import { pcapFile } from "./pcapFile";
import { Pcapng } from "./pcapngFile";

export interface NamedCapture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Conversations in which something happens. */
const pictures: Readonly<Record<string, string>> = {
  "open, ask, close":
    "C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:400 | S>C ACK | S>C 0:1460 | S>C 1460:2920 | C>S ACK | C>S FIN | S>C FIN | C>S ACK",
  refused: "C>S SYN | S>C RST,ACK",
  "lost and sent again": "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100 | C>S 200:300 | S>C ack 101 | C>S 100:200 @0.5 | S>C ACK",
  "no window":
    "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:1000 | S>C ACK win 0 | C>S 1000:1001 @1 | S>C ACK win 0 | S>C ACK win 65535",
  "accurate ECN":
    "C>S SYN,AE,CWR,ECE | S>C SYN,ACK,CWR | C>S ACK,AE | C>S PSH,AE,ECE 0:9 | S>C ACK | C>S SYN,AE,CWR,ECE seq 0 | C>S ACK,CWR | C>S RST,ECE",
};

/** Every capture that the project brings or builds itself: what is fuzzed, and what is held against tshark. */
export function ownCaptures(): NamedCapture[] {
  return [
    ...recordings(),
    ...conversations(),
    { name: "odd options", bytes: oddOptionsCapture("readable") },
    ...formats(),
    ...headers(),
  ];
}

/** Those that somebody else brought. */
export function givenCaptures(): NamedCapture[] {
  const folder = process.env["WIRENOTE_CAPTURES"];
  if (!folder) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => ({ name, bytes: readFileSync(joinPath(folder, name)) }));
}

/** The packets that show one header each, by link type. */
function headers(): NamedCapture[] {
  return [...new Set(headerPackets.map(({ linkType }) => linkType))].map((linkType) => ({
    name: `headers on link type ${linkType}`,
    bytes: pcapFile(
      headerPackets.filter((packet) => packet.linkType === linkType),
      { linkType },
    ),
  }));
}

/** What was recorded for real. */
function recordings(): NamedCapture[] {
  const inFolder = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".cap"))
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(`${folder}/${name}`) }));
  return ["samples", "test/captures/recorded"].flatMap(inFolder);
}

function conversations(): NamedCapture[] {
  return Object.entries(pictures).map(([name, picture]) => ({ name, bytes: conversationCapture(picture) }));
}

/** The same conversation in every format that there is a builder for. */
function formats(): NamedCapture[] {
  const packets = conversation(pictures["open, ask, close"]);
  const classic = [
    { name: "pcap, big-endian", bytes: pcapFile(packets, { littleEndian: false }) },
    { name: "pcap, nanoseconds", bytes: pcapFile(packets, { magic: 0xa1b23c4d }) },
    { name: "pcap, modified", bytes: pcapFile(packets, { magic: 0xa1b2cd34 }) },
    { name: "pcap, version 2.2", bytes: pcapFile(packets, { minor: 2 }) },
    { name: "pcap, gzip", bytes: new Uint8Array(gzipSync(pcapFile(packets))) },
  ];
  const next = [true, false].map((littleEndian) => ({
    name: `pcapng, ${littleEndian ? "little" : "big"}-endian`,
    bytes: pcapngOf(
      new Pcapng(littleEndian),
      packets.map(({ bytes }) => bytes),
    ),
  }));
  return [...classic, ...next];
}

/** Two interfaces, comments, every kind of packet block, and a second section. */
function pcapngOf(file: Pcapng, packets: readonly Uint8Array[]): Uint8Array {
  const comment = file.option(1, text("a comment"));
  const [first, second, third, ...rest] = packets;
  return join(
    file.section(comment),
    file.interface(join(file.option(2, text("eth0")), file.option(9, u8(9)))),
    file.clock(6, 100n),
    file.packet(first, { time: 1_700_000_000_000_000_000n, options: join(comment, file.option(0, zeros(0))) }),
    file.packet(second, { time: 1_700_000_000_001_000n, interface: 1 }),
    file.oldPacket(third, { time: 1_700_000_000_002_000_000n }),
    file.section(),
    file.interface(),
    ...rest.map((bytes, index) => file.packet(bytes, { time: 1_700_000_001_000_000n + BigInt(index) })),
  );
}
