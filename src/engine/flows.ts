import { allMarks, type Mark, markNames, shiftOf } from "../connections/marks";
import { factorOf } from "../connections/side";
import type { WireSegment } from "../connections/wireSegment";
import { lastSegment } from "../decode/packet";
import { tcpFlag } from "../protocols/tcp";
import type { Words } from "../text/words";
import type { FlowSegment } from "../view/flow/flowRows";
import type { CapturedPackets } from "./capturedPackets";
import { ConnectionFlow } from "./connectionFlow";

const noMarks: ReadonlySet<Mark> = new Set();

/** The flows of a capture's connections, one of which is looked at. */
export class Flows {
  private looked: { readonly stream: number; readonly packets: number; readonly flow: ConnectionFlow } | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly words: Words,
  ) {}

  /** Kept for the connection that was looked at last, until more of it is known. */
  of(stream: number): ConnectionFlow {
    const connection = this.packets.tracker.connection(stream);
    if (this.looked?.stream !== stream || this.looked.packets !== connection.packets) {
      const source = {
        connection,
        packets: this.packets.ofConnection(stream),
        wire: (index: number) => this.wireAt(index),
        seconds: (index: number) => this.packets.columns.timeSinceFirst(index) || 0,
        read: (index: number) => this.segmentAt(index),
      };
      this.looked = { stream, packets: connection.packets, flow: new ConnectionFlow(stream, source, this.words) };
    }
    return this.looked.flow;
  }

  private wireAt(index: number): WireSegment {
    const { columns } = this.packets;
    const marks = columns.marks[index];
    const factor = factorOf(shiftOf(marks), (columns.flags[index] & tcpFlag.SYN) !== 0);
    return {
      frame: index + 1,
      from: columns.direction(index),
      seq: columns.seq[index],
      ack: columns.ack[index],
      flags: columns.flags[index],
      length: Math.max(0, columns.payload.get(index)),
      window: columns.window[index] * (factor > 0 ? factor : 1),
      marks: (marks & allMarks) === 0 ? noMarks : markNames(marks),
    };
  }

  private async segmentAt(index: number): Promise<FlowSegment> {
    const segment = lastSegment(await this.packets.decode(index))!;
    return { frame: index + 1, segment, place: this.packets.placeOf(index, segment)! };
  }
}
