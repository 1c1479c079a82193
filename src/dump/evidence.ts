/**
 * How much speaks for a protocol at the beginning of some bytes, in bits: every fact counts by how rarely chance would bring
 * it about. Checksums and lengths that fit say most. `none` means that it cannot be.
 */
export interface Evidence {
  readonly bits: number;
  /** How many bytes the packet has according to its headers, if they say so. */
  readonly length?: number | undefined;
}

export const none: Evidence = { bits: Number.NEGATIVE_INFINITY };

export type Witness = (bytes: Uint8Array) => Evidence;

export const at16 = (bytes: Uint8Array, at: number): number => (bytes[at] << 8) | bytes[at + 1];
