import type { DescribedSegment, PartId } from "../mention";
import type { WiresharkMark } from "../wiresharkMarks";
import { type TreeLine, valueOfBits } from "./treeLine";

/** What a line of a tree is, and how the tables of them are written down. */

export type SegmentInProgress = { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] };

/** A field of the tree. */
export interface TreeField {
  readonly id: PartId;
  /** What the segment is told of by it. */
  readonly note?: (segment: SegmentInProgress, value: number | undefined, line: TreeLine) => void;
  /** Its value, where that is not the number which the line shows. */
  readonly numberIn?: (line: TreeLine) => number | undefined;
  readonly mark?: WiresharkMark;
  /** How its value must be written, where others have such a label too. */
  readonly shape?: RegExp;
  /** Numbers as they are on the wire, where the others are counted from the SYN. */
  readonly isRaw?: true;
  /** No other program prints such a line: it needs no heading above it. */
  readonly isOwn?: true;
}

/** Whose words the lines are in. */
export type Dialect = "wireshark" | "scapy";
export type LayerName = "frame" | "eth" | "ip" | "ipv6" | "tcp";
export type Fields = Readonly<Record<string, TreeField>>;

/** What a segment says in one number. */
type NumberOfSegment = {
  [Key in keyof SegmentInProgress]-?: number extends SegmentInProgress[Key] ? Key : never;
}[keyof SegmentInProgress];

export const number = (id: PartId, key: NumberOfSegment): TreeField => ({
  id,
  note: (segment, value) => {
    if (value !== undefined) segment[key] = value;
  },
});
export const own = (field: TreeField): TreeField => ({ ...field, isOwn: true });
export const raw = (field: TreeField): TreeField => ({ ...field, isRaw: true, isOwn: true });
export const only = (id: PartId): TreeField => ({ id });

export const port = (side: "source" | "destination"): TreeField => ({
  id: side === "source" ? "tcp.srcport" : "tcp.dstport",
  note: (segment, value, { value: text }) => {
    const name = value === undefined ? text : String(value);
    segment[side] = { ...segment[side], port: name };
  },
});

/** One flag, whose bit stands before its name. */
export const flag = (id: PartId): TreeField => ({
  id,
  numberIn: ({ bits, name, value }) => (bits ? valueOfBits(bits) : name ? Number(/^(?:1|true)$/i.test(value)) : undefined),
});
