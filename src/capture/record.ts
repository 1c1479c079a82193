import type { ByteRanges } from "../bytes/byteRanges";
import type { SourceDamage } from "../bytes/source";
import type { CaptureNotes } from "./notes";
import type { RecordBatch } from "./recordBatch";

/** What a capture file says of one packet. One object serves all packets of a scan: take what you need, keep no reference. */
export interface PacketRecord {
  /** Offset in the file of the packet's first byte. */
  place: number;
  capturedLength: number;
  /** Bytes on the wire. */
  length: number;
  /** Whole seconds since 1970; NaN where the file tells no time. */
  seconds: number;
  /** As written: may be a full second or more in a damaged file, or less than none. */
  nanoseconds: number;
  /** Index into `CaptureReader.interfaces`. */
  interface: number;
}

export interface CaptureInterface {
  /** LINKTYPE_ number; -1 for records that are no packets. */
  readonly linkType: number;
  /** The most that was kept of a packet; 0 for no limit. */
  readonly snapLength: number;
  /** Decimals of a second that its clock tells, nine at most. */
  readonly decimals: number;
  readonly name?: string;
  /** What a classic file's link type says of a frame check sequence, in its highest six bits. */
  readonly fcs?: number;
}

/** Where a file stops making sense, as an id that `text/` has words for. */
export interface Damage {
  readonly kind:
    | SourceDamage["kind"]
    | "cut-in-record"
    | "cut-in-header"
    | "record-too-long"
    | "version"
    | "link-type"
    | "block-too-short"
    | "block-too-long"
    | "block-lengths-differ"
    | "packet-beyond-block"
    | "no-such-interface"
    | "option-beyond-block"
    | "option-length"
    | "names"
    | "secrets-beyond-block"
    | "byte-order";
  /** Offset in the file. */
  readonly offset: number;
  /** The number that makes no sense, or the bytes that are missing. */
  readonly value: number;
}

/** One file format: finds the packets in blocks of the file, in order. */
export interface CaptureReader {
  readonly format: string;
  /** Those of all sections, one after another; grows while the file is scanned. */
  readonly interfaces: readonly CaptureInterface[];
  /** What people and programs wrote beside the packets; grows while the file is scanned. */
  readonly notes: CaptureNotes;
  /** Of a file that is made of blocks: where those stand that hold no packet, each section's header at the start of a range. */
  readonly otherBlocks?: ByteRanges;
  /** Bytes before the first record. */
  readonly headerSize: number;
  damage: Damage | undefined;
  /**
   * Reads whole records of a block from `at` on (its first byte is at `offset` in the file) until there are no more or the batch is
   * full, and says where the next one begins.
   */
  scan(block: DataView, at: number, offset: number, into: RecordBatch): number;
  /** How many bytes the record takes that a block did not hold as a whole, as far as is known. */
  readonly needed: number;
}

export function emptyRecord(): PacketRecord {
  return { place: 0, capturedLength: 0, length: 0, seconds: 0, nanoseconds: 0, interface: 0 };
}

/** Wireshark's bounds (`wtap_max_snaplen_for_encap`): a longer packet is damage. Few link types carry more than 256 KiB. */
const longPackets: Readonly<Record<number, number>> = {
  // D-Bus
  231: 134_217_728,
  // USBPcap
  249: 134_217_728,
  // Elektrobit high-speed capture and replay
  279: 8_388_608,
};

export function longestPacket(linkType: number): number {
  return longPackets[linkType] ?? 262_144;
}

/** The longest that Wireshark can tell: `frame.len` is a signed number there. */
export const longestOnWire = 0x7fff_ffff;
