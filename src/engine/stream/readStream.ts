import { grown } from "../../bytes/grown";
import { StreamFollower } from "../../connections/followStream";
import type { End } from "../../connections/wireSegment";
import { lastSegment } from "../../decode/packet";
import type { StreamContent, StreamPiece } from "../../view/stream/streamContent";
import type { CapturedPackets } from "../capturedPackets";

/** How much of a connection is read. */
export interface StreamLimits {
  readonly bytes: number;
  readonly packets: number;
}

/** Reads what both ends of a connection sent, as far as it may be kept. */
export async function readStream(packets: CapturedPackets, stream: number, most: StreamLimits): Promise<StreamContent> {
  const kept = new KeptStream(most.bytes);
  const follower = new StreamFollower(kept);
  const indexes = packets.ofConnection(stream);
  for await (const { index, packet } of packets.decoded(indexes.subarray(0, most.packets))) {
    follower.add(index, packets.columns.direction(index), lastSegment(packet)!);
    if (kept.isFull) break;
  }
  follower.finish();
  return { bytes: kept.bytes, pieces: kept.pieces, isCut: kept.isFull || indexes.length > most.packets };
}

/** Keeps what a follower gives, until it is too much. */
class KeptStream {
  readonly pieces: StreamPiece[] = [];
  isFull = false;
  private readonly rooms: [Uint8Array, Uint8Array] = [new Uint8Array(0), new Uint8Array(0)];
  private readonly kept: [number, number] = [0, 0];
  private readonly sent: [number, number] = [0, 0];

  constructor(private readonly most: number) {}

  get bytes(): [Uint8Array, Uint8Array] {
    const of = (from: End) => this.rooms[from].subarray(0, this.kept[from]);
    return [of(0), of(1)];
  }

  readonly onBytes = (from: End, bytes: Uint8Array, packet: number): void => {
    const room = this.most - this.kept[0] - this.kept[1];
    if (bytes.length > room) this.isFull = true;
    const start = this.kept[from];
    const end = start + Math.min(bytes.length, room);
    if (end === start) return;
    if (end > this.rooms[from].length) this.rooms[from] = grown(this.rooms[from], Math.max(end, 2 * start));
    this.rooms[from].set(bytes.subarray(0, end - start), start);
    this.kept[from] = end;
    this.add({ from, packet, start, end, sent: this.sent[from], missing: 0 }, end - start);
  };

  readonly onGap = (from: End, missing: number): void => {
    if (this.isFull) return;
    const start = this.kept[from];
    this.add({ from, packet: -1, start, end: start, sent: this.sent[from], missing }, missing);
  };

  private add(piece: StreamPiece, length: number): void {
    this.pieces.push(piece);
    this.sent[piece.from] += length;
  }
}
