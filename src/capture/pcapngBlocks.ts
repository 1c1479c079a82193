import type { Damage } from "./record";

/** Block types of draft-ietf-opsawg-pcapng §11.1. */
export const blockType = {
  section: 0x0a0d0d0a,
  interface: 1,
  oldPacket: 2,
  simplePacket: 3,
  names: 4,
  statistics: 5,
  packet: 6,
  journal: 9,
  secrets: 10,
  custom: 0x0bad,
  customNotToCopy: 0x4000_0bad,
  sysdigEvent: 0x204,
  sysdigEvent2: 0x216,
  sysdigEvent2Large: 0x221,
} as const;

/** The length of a block that has nothing in its variable parts. */
export const leastLengths = new Map<number, number>([
  [blockType.section, 28],
  [blockType.interface, 20],
  [blockType.oldPacket, 32],
  [blockType.simplePacket, 16],
  [blockType.names, 16],
  [blockType.statistics, 24],
  [blockType.packet, 32],
  [blockType.journal, 35],
  [blockType.secrets, 20],
  [blockType.custom, 16],
  [blockType.customNotToCopy, 16],
  [blockType.sysdigEvent, 36],
  [blockType.sysdigEvent2, 40],
  [blockType.sysdigEvent2Large, 40],
]);

/** Type, length, and the length once more at the end: the least of any block. */
export const leastLength = 12;

/** Wireshark's `MAX_BLOCK_SIZE`: the longest D-Bus packet with 128 KiB of options. */
export const longestBlock = 32 + 134_217_728 + 131_072;

/** What is wrong with a block. */
export type Wrong = Pick<Damage, "kind" | "value">;

export const byteOrderMagic = 0x1a2b3c4d;

/** Whether the section whose header is here is little-endian: its magic number reads right in one order only. */
export function sectionOrder(view: DataView, at: number): boolean | undefined {
  if (view.getUint32(at + 8, true) === byteOrderMagic) return true;
  return view.getUint32(at + 8, false) === byteOrderMagic ? false : undefined;
}

/** Fields of blocks are padded to four bytes. */
export const padded = (length: number): number => length + (-length & 3);
