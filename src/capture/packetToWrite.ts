import type { ByteWriter } from "../bytes/byteWriter";

/** A packet as it is to stand in a file. */
export interface PacketToWrite {
  /** LINKTYPE_ number. */
  readonly linkType: number;
  readonly bytes: Uint8Array;
  /** Bytes on the wire. */
  readonly length: number;
  /** Absent where nobody knows it. */
  readonly time?: { readonly seconds: number; readonly nanoseconds: number };
}

/** Writes a capture, one packet after another, into whatever it is given: a whole file, or the piece that is made just now. */
export interface PacketWriter {
  begin(into: ByteWriter): void;
  packet(into: ByteWriter, packet: PacketToWrite): void;
}
