/**
 * What one side of a connection has said so far: 64 bytes in a typed array, since there may be millions of them. These are the
 * places of its numbers, in words of four bytes. They are enumerations, since the build puts those numbers where they are used.
 * Sequence numbers are as on the wire; one that is 0 is not known, as in Wireshark.
 */
export enum SideWord {
  /** What its relative numbers count from, once `SideStatus.knowsBase`. */
  base,
  /** The highest number it has used, and the segment that used it. */
  next,
  nextFrame,
  /** The highest number that the other side may acknowledge without surprise. */
  mostAcknowledgeable,
  /** Of its latest segment, as on the wire; `noWindow` before there is one. */
  window,
  lastAck,
  /** Duplicate acknowledgments in a row; -1 after one that acknowledged what was not captured. */
  duplicates,
  lastNewAckFrame,
  /** Its segments that nobody has acknowledged yet: first and last of a list. */
  eldest,
  latest,
  /** `SideStatus`, among it the window shift in five bits, then the length of that list. */
  status,
  /** Bytes since its last push. */
  pushed,
  /** Nanoseconds since the connection began, in two words each: when it used its highest number, and when it spoke last. */
  nextTime,
  lastAckTime = nextTime + 2,
  size = lastAckTime + 2,
}

/** What `SideWord.status` says with a bit each. */
export enum SideStatus {
  knowsBase = 1 << 0,
  /** Its bytes in flight can be told: nothing was missing since the other side was heard last. */
  flightIsKnown = 1 << 1,
  /** It has sent a SYN and no plain acknowledgment since: its window is not scaled yet. */
  awaitsFirstAck = 1 << 2,
  lastWasPush = 1 << 3,
  lastWasKeepAlive = 1 << 4,
  lastWasProbe = 1 << 5,
  /** Operations of Multipath TCP came up in the connection since it spoke: an acknowledgment that repeats itself then is none. */
  operationsChanged = 1 << 7,
  lastRemarks = lastWasKeepAlive | lastWasProbe | operationsChanged,
  /** The list of what is not acknowledged does not go upwards everywhere. */
  listIsMixed = 1 << 6,
  /** The shift is kept as itself and two, five bits from here. */
  shiftBits = 8,
  shiftMask = 31 << shiftBits,
  /** Both sides agreed on Accurate ECN: three flags are a number in every segment without SYN (RFC 9768 §3.2.2). */
  usesAce = 1 << 13,
  /** What each row keeps of it, besides its marks. */
  rowMask = shiftMask | usesAce,
  listBits = 16,
  listUnit = 1 << listBits,
}

export const noWindow = -1;
/** Stands where a list has no segment. */
export const nobody = -1;
export const unknownShift = -1;
export const shiftNotInUse = -2;

/** How far a side's window is shifted; a negative number says why not. */
export const shiftOf = (status: number): number => ((status & SideStatus.shiftMask) >>> SideStatus.shiftBits) - 2;

export const withShift = (status: number, shift: number): number =>
  (status & ~SideStatus.shiftMask) | ((shift + 2) << SideStatus.shiftBits);

/** Before its first segment. */
export const freshStatus = withShift(SideStatus.flightIsKnown, unknownShift);

/** Multiplier of a window field, as Wireshark tells it: 0 in a SYN, whose window is never scaled, else negative as the shift. */
export const factorOf = (shift: number, isSyn: boolean): number => (isSyn ? 0 : shift < 0 ? shift : 1 << shift);
