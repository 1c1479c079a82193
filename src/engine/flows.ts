import { lastSegment } from "../decode/packet";
import type { Words } from "../text/words";
import type { FlowSegment } from "../view/flow/flowRows";
import type { CapturedPackets } from "./capturedPackets";
import { ConnectionFlow } from "./connectionFlow";
import { wireSegmentAt } from "./wireSegmentAt";

/** The flows of a capture's connections, one of which is looked at. */
export class Flows {
  private looked: { readonly stream: number; readonly packets: number; readonly flow: ConnectionFlow } | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly words: Words,
  ) {}

  /** Kept for the connection that was looked at last, until more of it is known. */
  of(stream: number): ConnectionFlow {
    const { columns, tracker } = this.packets;
    const connection = tracker.connection(stream);
    if (this.looked?.stream !== stream || this.looked.packets !== connection.packets) {
      const source = {
        connection,
        packets: this.packets.ofConnection(stream),
        wire: (index: number) => wireSegmentAt(columns, index),
        seconds: (index: number) => columns.spanBetween(connection.firstPacket, index) / 1e9 || 0,
        read: (index: number) => this.segmentAt(index),
      };
      this.looked = { stream, packets: connection.packets, flow: new ConnectionFlow(stream, source, this.words) };
    }
    return this.looked.flow;
  }

  private async segmentAt(index: number): Promise<FlowSegment> {
    const segment = lastSegment(await this.packets.decode(index))!;
    return { frame: index + 1, segment, place: this.packets.placeOf(index, segment)! };
  }
}
