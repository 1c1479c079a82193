/** Sequence numbers live on a circle of 2^32 (RFC 9293 §3.4): comparing them means looking at the shorter way round. */
export const sequence = {
  /** How far `to` lies ahead of `from`; negative when it lies behind. */
  distance: (from: number, to: number): number => (to - from) | 0,
  isAfter: (a: number, b: number): boolean => ((a - b) | 0) > 0,
  isBefore: (a: number, b: number): boolean => ((a - b) | 0) < 0,
  add: (number: number, count: number): number => (number + count) >>> 0,
} as const;
