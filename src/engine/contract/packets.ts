import type { FieldHead } from "../../view/fieldCell";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { RowPart } from "../../view/onScreen/rowPart";
import type { PacketRow } from "../../view/packetRow";
import type { Standing } from "../../view/standing";
import type { TreeNode } from "../../view/tree";
import { namesOf } from "./names";

/** Questions about packets in the order of the capture, whatever is listed. */
export interface PacketQuestions {
  /** Rows from `first` on, counted from 0; fewer where the capture ends. */
  rows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /** The decoded tree of a packet, counted from 1 as people do. */
  packet(number: number): Promise<PacketDetail>;
  /** Where a packet stands in its connection, if it has one. */
  standing(number: number): Promise<Standing | undefined>;
  /** What other packets have to do with one. */
  related(number: number): Promise<RelatedPackets>;
  /** A display filter for the value of a field in a packet; `key` is the field's key in the tree. */
  fieldFilter(number: number, key: string): Promise<string | undefined>;
  /** The headings of columns that show fields, by the names of these in filters. */
  fieldHeads(names: readonly string[]): Promise<readonly FieldHead[]>;
  /** A display filter for what a part of a packet's row says. */
  rowFilter(number: number, part: RowPart): Promise<string | undefined>;
}

export const packetMethods = namesOf<PacketQuestions>({
  rows: true,
  packet: true,
  standing: true,
  related: true,
  fieldFilter: true,
  fieldHeads: true,
  rowFilter: true,
});

/** Numbers of packets that have to do with one. */
export interface RelatedPackets {
  /** The first and the last of its connection. */
  readonly first?: number;
  readonly last?: number;
  /** The segments that it is the first to acknowledge. */
  readonly acknowledges: readonly number[];
  /** The first packet that acknowledges all of it. */
  readonly acknowledgedBy?: number;
  /** The segment that it sends again, and those that send it again. */
  readonly repeats?: number;
  readonly repeatedBy: readonly number[];
  /** The acknowledgment that it is a duplicate of, and its own duplicates. */
  readonly duplicateOf?: number;
  readonly duplicates: readonly number[];
}

export interface PacketDetail {
  readonly tree: readonly TreeNode[];
  readonly bytes: Uint8Array;
  /** The colour of each byte, as a place in `byteColours`. */
  readonly colours: Uint8Array;
  /** What people wrote beside the packet. */
  readonly comments?: readonly string[];
}
