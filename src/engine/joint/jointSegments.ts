import { ConnectionLife, type Life } from "../../connections/life";
import { allMarks } from "../../connections/marks";
import type { FlowSegments } from "../../view/flow/flowShape";
import type { CapturedPackets } from "../capturedPackets";
import { wireSegmentAt } from "../wireSegmentAt";

/** The segments of several connections in the order of the capture, and the life of each. */
export interface JointSegments {
  /** Indexes of their packets, and the place of each one's connection among the streams. */
  readonly packets: Uint32Array;
  readonly places: Uint16Array;
  /** The life of each connection, by those places. */
  readonly lives: readonly Life[];
}

/** Goes once through the capture from the first packet of these connections to the last. */
export function jointSegments({ columns, tracker }: CapturedPackets, streams: readonly number[]): JointSegments {
  const connections = streams.map((stream) => tracker.connection(stream));
  const count = connections.reduce((sum, each) => sum + each.packets, 0);
  const packets = new Uint32Array(count);
  const places = new Uint16Array(count);
  const placeOf = new Int16Array(tracker.count).fill(-1);
  for (const [place, stream] of streams.entries()) placeOf[stream] = place;
  const watched = streams.map(() => new ConnectionLife());
  const first = connections.reduce((least, { firstPacket }) => Math.min(least, firstPacket), columns.count);
  const last = connections.reduce((most, { lastPacket }) => Math.max(most, lastPacket), -1);
  let at = 0;
  for (let index = first; index <= last; index += 1) {
    const flow = columns.flow[index];
    const place = flow < 0 ? -1 : placeOf[flow >> 1];
    if (place < 0) continue;
    packets[at] = index;
    places[at] = place;
    watched[place].add(wireSegmentAt(columns, index));
    at += 1;
  }
  return { packets, places, lives: watched.map((life, place) => life.result(connections[place].client)!) };
}

/** These segments in the form that the shape of a flow needs. `isTold` says whether there is more to say of a frame than its numbers. */
export function flowSegments(
  { columns }: CapturedPackets,
  { packets, places }: JointSegments,
  isTold: (frame: number) => boolean,
): FlowSegments {
  return {
    count: packets.length,
    frame: (i) => packets[i] + 1,
    connection: (i) => places[i],
    from: (i) => columns.direction(packets[i]),
    flags: (i) => columns.flags[packets[i]],
    length: (i) => Math.max(0, columns.payload.get(packets[i])),
    seconds: (i) => columns.spanBetween(packets[0], packets[i]) / 1e9 || 0,
    isRemarkable: (i) => (columns.marks[packets[i]] & allMarks) !== 0 || isTold(packets[i] + 1),
  };
}
