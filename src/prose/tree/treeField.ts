import type { DescribedSegment, PartId } from "../mention";
import type { WiresharkMark } from "../wiresharkMarks";
import { type TreeLine, valueOfBits } from "./treeLine";

/** What a line of a tree means, and the functions with which tables of such lines are written. */

export type SegmentInProgress = { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] };

/** A field of the tree. */
export interface TreeField {
  readonly id: PartId;
  /** Notes in the segment what the line says. */
  readonly note?: (segment: SegmentInProgress, value: number | undefined, line: TreeLine) => void;
  /** Reads its value, where that is not simply the number that the line shows. */
  readonly numberIn?: (line: TreeLine) => number | undefined;
  readonly mark?: WiresharkMark;
  /** How its value must be written, where other lines may have the same label. */
  readonly shape?: RegExp;
  /** Its number is as on the wire, while other lines count from the SYN. */
  readonly isRaw?: true;
  /** No other program prints such a line, so it needs no heading above it. */
  readonly isOwn?: true;
}

/** The program whose words the lines are in. */
export type Dialect = "wireshark" | "scapy";
export type LayerName = "frame" | "eth" | "ip" | "ipv6" | "tcp";
export type Fields = Readonly<Record<string, TreeField>>;

/** The properties of a segment that are one number. */
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

/** One flag, whose bit is before its name. */
export const flag = (id: PartId): TreeField => ({
  id,
  numberIn: ({ bits, name, value }) => (bits ? valueOfBits(bits) : name ? Number(/^(?:1|true)$/i.test(value)) : undefined),
});
