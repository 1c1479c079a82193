import type { ByteSource } from "../../src/bytes/source";
import type { PacketColumns } from "../../src/capture/columns";
import { openCapture, scanRecords } from "../../src/capture/readCapture";
import type { PacketRecord } from "../../src/capture/record";
import { marks, shiftOf, usesAce } from "../../src/connections/marks";
import { factorOf } from "../../src/connections/side";
import type { SegmentPlace } from "../../src/connections/tracker";
import { innermostProtocol, lowerProtocols } from "../../src/decode/innermost";
import { lastSegment, type Packet } from "../../src/decode/packet";
import { Indexer } from "../../src/engine/indexer";
import { tcpFlag } from "../../src/protocols/tcp";
import { walkCapture } from "./walkCapture";

/** What the columns hold of a packet, spelled out. */
export interface IndexRow extends PacketRecord {
  readonly protocol: string;
  readonly segment?: {
    readonly flags: number;
    readonly window: number;
    readonly length: number;
  };
  readonly within?: {
    readonly stream: number;
    readonly direction: number;
    readonly seq: number;
    readonly ack: number;
    readonly windowFactor: number;
    readonly usesAce?: boolean | undefined;
    readonly marks: string;
  };
}

/** What the quick way finds. */
export async function indexedRows(source: ByteSource, blockSize?: number): Promise<{ rows: IndexRow[]; indexer: Indexer }> {
  const reader = await openCapture(source);
  const indexer = new Indexer(reader?.interfaces ?? []);
  if (reader) await scanRecords(source, reader, { onRecords: indexer.onRecords, ...(blockSize && { blockSize }) });
  return { rows: Array.from({ length: indexer.columns.count }, (_, index) => rowOf(indexer.columns, index)), indexer };
}

/** The same by decoding every packet. */
export async function decodedRows(source: ByteSource): Promise<IndexRow[]> {
  const reader = await openCapture(source);
  const rows: IndexRow[] = [];
  if (reader)
    await walkCapture(source, reader, {
      onPacket: ({ record, packet, place }) =>
        rows.push({ ...record, ...ofPacket(packet), ...(place && { within: ofPlace(place) }) }),
    });
  return rows;
}

function rowOf(columns: PacketColumns, index: number): IndexRow {
  const protocol = lowerProtocols[columns.protocol[index]];
  const flags = columns.flags[index];
  const bits = columns.marks[index];
  return {
    ...columns.record(index),
    protocol,
    ...(protocol === "tcp" && {
      segment: { flags, window: columns.window[index], length: columns.payload.get(index) },
    }),
    ...(columns.flow[index] >= 0 && {
      within: {
        stream: columns.stream(index),
        direction: columns.direction(index),
        seq: columns.seq[index],
        ack: columns.ack[index],
        windowFactor: factorOf(shiftOf(bits), (flags & tcpFlag.SYN) !== 0),
        usesAce: usesAce(bits),
        marks: marks.filter((_, bit) => bits & (1 << bit)).join(" "),
      },
    }),
  };
}

function ofPacket(packet: Packet): Pick<IndexRow, "protocol" | "segment"> {
  const protocol = lowerProtocols[innermostProtocol(packet)];
  if (protocol !== "tcp") return { protocol };
  const found = lastSegment(packet);
  const { flags = 0, window = 0 } = found?.unbelieved ?? found ?? {};
  const { length = -1 } = found ?? {};
  return { protocol, segment: { flags, window, length: found ? length : 0 } };
}

function ofPlace({
  stream,
  direction,
  seq,
  ack,
  windowFactor,
  usesAce,
  analysis,
}: SegmentPlace): NonNullable<IndexRow["within"]> {
  return {
    stream,
    direction,
    seq,
    ack,
    windowFactor,
    usesAce,
    marks: marks.filter((mark) => analysis?.marks.has(mark)).join(" "),
  };
}
