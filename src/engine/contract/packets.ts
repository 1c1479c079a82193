import type { FieldHead } from "../../view/fieldCell";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { RowPart } from "../../view/onScreen/rowPart";
import type { PacketRow } from "../../view/packetRow";
import type { Standing } from "../../view/standing";
import type { TreeNode } from "../../view/tree";
import { namesOf } from "./names";

/** About packets as the capture has them, whatever is listed. */
export interface PacketQuestions {
  /** Rows from `first` on, counted from 0; fewer where the capture ends. */
  rows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /** The decoded tree of a packet, counted from 1 as people do. */
  packet(number: number): Promise<PacketDetail>;
  /** Where it stands in its connection, if it has one. */
  standing(number: number): Promise<Standing | undefined>;
  /** What other packets have to do with one. */
  related(number: number): Promise<RelatedPackets>;
  /** A display filter that asks for what a field of it says; `key` is the field's in the tree. */
  fieldFilter(number: number, key: string): Promise<string | undefined>;
  /** What the columns are called that show fields, by the names that filters have for them. */
  fieldHeads(names: readonly string[]): Promise<readonly FieldHead[]>;
  /** A display filter that asks for what a part of its row says. */
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

/** Numbers of packets. */
export interface RelatedPackets {
  /** Of its connection. */
  readonly first?: number;
  readonly last?: number;
  /** The segments that it is the first to acknowledge. */
  readonly acknowledges: readonly number[];
  /** The first that acknowledges all of it. */
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
  /** What each of them is: its place in `byteColours`. */
  readonly colours: Uint8Array;
  /** What people wrote beside the packet. */
  readonly comments?: readonly string[];
}
