/** A piece of a datagram. */
export interface Fragment {
  /** Tells the datagram from others: its addresses, identification and protocol. */
  readonly key: string;
  /** Where its data belong in the datagram. */
  readonly offset: number;
  readonly isLast: boolean;
  readonly data: Uint8Array;
}

interface Datagram {
  readonly pieces: { readonly offset: number; readonly data: Uint8Array; readonly packet: number }[];
  /** Known once the last piece is here. */
  length: number | undefined;
  bytes: number;
}

/** No datagram is longer (RFC 791 §3.1); an offset beyond it is a forgery. */
const longestDatagram = 65_535;
/** So many datagrams wait at the same time at most; the oldest is given up for a new one. */
const mostWaiting = 1024;

/** Puts datagrams together from their fragments (RFC 791 §3.2, RFC 8200 §4.5), in the order of the capture. */
export class FragmentStore {
  private readonly waiting = new Map<string, Datagram>();
  private packet = 0;
  private usedPackets: number[] = [];

  /** Says from which packet the next pieces come. */
  beginPacket(number: number): void {
    this.packet = number;
    this.usedPackets = [];
  }

  /** The packets whose pieces became whole datagrams in this one; empty for nearly all packets. */
  get completedFrom(): readonly number[] {
    return this.usedPackets;
  }

  /** Takes a piece, and gives the whole datagram if it was the last that was missing. */
  add({ key, offset, isLast, data }: Fragment): Uint8Array | undefined {
    if (offset + data.length > longestDatagram) return undefined;
    const datagram = this.waiting.get(key) ?? this.begin(key);
    datagram.pieces.push({ offset, data: data.slice(), packet: this.packet });
    datagram.bytes += data.length;
    if (isLast) datagram.length ??= offset + data.length;
    if (datagram.length === undefined || datagram.bytes < datagram.length) return undefined;
    const whole = putTogether(datagram.pieces, datagram.length);
    if (!whole) return undefined;
    this.waiting.delete(key);
    this.usedPackets.push(...datagram.pieces.map((piece) => piece.packet));
    return whole;
  }

  private begin(key: string): Datagram {
    if (this.waiting.size >= mostWaiting) this.waiting.delete(this.waiting.keys().next().value!);
    const datagram: Datagram = { pieces: [], length: undefined, bytes: 0 };
    this.waiting.set(key, datagram);
    return datagram;
  }
}

/** Where pieces overlap, the one that begins earlier counts; nothing while there is a gap. */
function putTogether(pieces: Datagram["pieces"], length: number): Uint8Array | undefined {
  const whole = new Uint8Array(length);
  let filled = 0;
  for (const { offset, data } of [...pieces].sort((a, b) => a.offset - b.offset)) {
    if (offset > filled) return undefined;
    const fresh = data.subarray(filled - offset, length - offset);
    whole.set(fresh, filled);
    filled += fresh.length;
    if (filled === length) return whole;
  }
  return undefined;
}
