import type { PacketRecord } from "../capture/record";
import { markNames } from "../connections/marks";
import { ConnectionTracker, type SegmentPlace } from "../connections/tracker";
import { lastSegment, type Packet } from "../decode/packet";
import type { CapturedPackets } from "./capturedPackets";
import type { LongWork } from "./longWork";

/** A packet with all that its bytes and its connection up to then tell. */
export interface WholePacket {
  /** Counted from 1. */
  readonly number: number;
  readonly record: PacketRecord;
  readonly packet: Packet;
  readonly place: SegmentPlace | undefined;
}

/** Some packets of an indexed capture, whose indexes rise. The earlier packets of their connections are decoded with them, but no others. */
export async function* wholePackets(packets: CapturedPackets, wanted: Uint32Array, work?: LongWork): AsyncGenerator<WholePacket> {
  const { columns } = packets;
  const tracker = new ConnectionTracker();
  let next = 0;
  for await (const { index, packet } of packets.decoded(withConnections(packets, wanted))) {
    if (work?.isDue) await work.pause(index / columns.count);
    const record = columns.record(index);
    const segment = lastSegment(packet);
    const place = segment && tracker.add(index, record, segment);
    if (index !== wanted[next]) continue;
    next += 1;
    yield { number: index + 1, record, packet, place: place && amongAll(packets, index, place) };
  }
}

/** Sets what depends on the connections that were left out: the number of the stream, and marks, since ports may be used again. */
function amongAll({ columns }: CapturedPackets, index: number, place: SegmentPlace): SegmentPlace {
  const analysis = place.analysis && { ...place.analysis, marks: markNames(columns.marks[index]) };
  return { ...place, stream: columns.stream(index), ...(analysis && { analysis }) };
}

/** These packets, and the earlier ones of their connections, without which their places cannot be known. */
function withConnections({ columns: { flow }, tracker }: CapturedPackets, wanted: Uint32Array): Uint32Array {
  const isAsked = new Uint8Array(tracker.count);
  for (const index of wanted) if (flow[index] >= 0) isAsked[flow[index] >> 1] = 1;
  const end = wanted.length === 0 ? 0 : wanted[wanted.length - 1] + 1;
  const indexes = new Uint32Array(end);
  let count = 0;
  let next = 0;
  for (let index = 0; index < end; index += 1) {
    const isWanted = index === wanted[next];
    if (isWanted) next += 1;
    if (!isWanted && (flow[index] < 0 || isAsked[flow[index] >> 1] === 0)) continue;
    indexes[count] = index;
    count += 1;
  }
  return indexes.subarray(0, count);
}
