import type { PacketColumns } from "../capture/columns";
import { allMarks, type Mark, markNames, shiftOf } from "../connections/marks";
import { factorOf } from "../connections/side";
import type { WireSegment } from "../connections/wireSegment";
import { tcpFlag } from "../protocols/tcp";

const noMarks: ReadonlySet<Mark> = new Set();

/** The segment in a row as it was on the wire, without reading the file. Its numbers are relative: only differences between them count. */
export function wireSegmentAt(columns: PacketColumns, index: number): WireSegment {
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
