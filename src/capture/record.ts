/** What a capture file says of one packet. One object serves all packets of a scan: take what you need, keep no reference. */
export interface PacketRecord {
  /** Offset in the file of the packet's first byte. */
  place: number;
  capturedLength: number;
  /** Bytes on the wire. */
  length: number;
  seconds: number;
  /** As written: may be a full second or more in a damaged file. */
  nanoseconds: number;
  /** Index into `CaptureReader.interfaces`. */
  interface: number;
}

export interface CaptureInterface {
  /** LINKTYPE_ number. */
  readonly linkType: number;
  readonly snapLength: number;
  readonly name?: string;
}

/** Where a file stops making sense, as an id that `text/` has words for. */
export interface Damage {
  readonly kind: "cut-in-record" | "cut-in-header" | "record-too-long";
  /** Offset in the file. */
  readonly offset: number;
  /** The number that makes no sense, or the bytes that are missing. */
  readonly value: number;
}

/** One file format: finds the packets in blocks of the file, in order. */
export interface CaptureReader {
  readonly format: string;
  readonly interfaces: readonly CaptureInterface[];
  /** Bytes before the first record. */
  readonly headerSize: number;
  readonly damage: Damage | undefined;
  /**
   * Reads the whole records in `block` (its first byte is at `offset` in the file), calls `onPacket` for each, and says how
   * many bytes they took. With less than one whole record it says how many bytes that needs, as a negative number.
   */
  scan(block: Uint8Array, offset: number, onPacket: (record: PacketRecord, block: Uint8Array, at: number) => void): number;
  /** The file ends `left` bytes into a record at `offset`. */
  ended(offset: number, left: number): void;
}
