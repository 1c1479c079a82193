import { join, u16, u16le, u32, u32le, zeros } from "./bytes";

export interface Recorded {
  readonly bytes: Uint8Array;
  /** Seconds; the fraction is written in the file's unit. */
  readonly time?: number;
  /** Bytes on the wire, where more than were kept. */
  readonly length?: number;
}

export interface PcapOptions {
  readonly magic?: number;
  readonly littleEndian?: boolean;
  readonly linkType?: number;
  readonly major?: number;
  readonly minor?: number;
  /** What a variant puts behind the file header, and behind each record header. */
  readonly behindHeader?: Uint8Array;
  readonly behindRecordHeader?: Uint8Array;
}

export const linkType = {
  null: 0,
  ethernet: 1,
  raw: 101,
  loop: 108,
  linuxCooked: 113,
  ipv4: 228,
  ipv6: 229,
  linuxCooked2: 276,
} as const;

/** A classic capture file; `magic` chooses microseconds (a1b2c3d4), nanoseconds (a1b23c4d) or the modified form (a1b2cd34). */
export function pcapFile(packets: readonly Recorded[], options: PcapOptions = {}): Uint8Array {
  const { magic = 0xa1b2c3d4, littleEndian = true, major = 2, minor = 4, behindHeader = zeros(0) } = options;
  const [n16, n32] = littleEndian ? [u16le, u32le] : [u16, u32];
  const perSecond = magic === 0xa1b23c4d ? 1e9 : 1e6;
  const more = options.behindRecordHeader ?? (magic === 0xa1b2cd34 ? zeros(8) : zeros(0));
  const header = join(
    n32(magic),
    n16(major),
    n16(minor),
    n32(0),
    n32(0),
    n32(262144),
    n32(options.linkType ?? linkType.ethernet),
    behindHeader,
  );
  const records = packets.map(({ bytes, time = 0, length = bytes.length }) => {
    const seconds = Math.floor(time);
    const lengths = minor < 3 || major === 543 ? [n32(length), n32(bytes.length)] : [n32(bytes.length), n32(length)];
    return join(n32(seconds), n32(Math.round((time - seconds) * perSecond)), ...lengths, more, bytes);
  });
  return join(header, ...records);
}
