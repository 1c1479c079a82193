import type { PacketRecord } from "./record";

const billion = 1_000_000_000;
const mostDecimals = 9;
/** Below this a double holds whole seconds, with room for a rounding error. */
const exactSeconds = 2 ** 52;

/** Turns the 64-bit time of a pcapng packet into seconds and nanoseconds: draft-ietf-opsawg-pcapng, if_tsresol and if_tsoffset. */
export class Clock {
  private readonly unitsPerSecond: bigint;
  /** Units a second, for clocks that count a power of ten no finer than nanoseconds; 0 for all others. */
  readonly plainUnits: number;
  /** Upper halves of times below it are divided quickly. */
  readonly quickHigh: number;
  /** Decimals of a second that it tells, as far as nanoseconds. */
  readonly decimals: number;

  /** `resolution` is the option's byte: a power of ten, or of two with the upper bit set. */
  constructor(
    resolution = 6,
    readonly offsetSeconds = 0,
  ) {
    const exponent = resolution & 0x7f;
    const binary = resolution >= 0x80;
    // more than 64 bits can tell: such a clock has not come to its first second
    const beyond = exponent >= (binary ? 64 : 20);
    this.unitsPerSecond = beyond ? 0xffff_ffff_ffff_ffffn : (binary ? 2n : 10n) ** BigInt(exponent);
    this.plainUnits = !binary && exponent <= 9 ? 10 ** exponent : 0;
    this.quickHigh = (exactSeconds / 0x1_0000_0000) * this.plainUnits;
    this.decimals = Math.min(mostDecimals, binary ? Math.ceil(exponent * Math.log10(2)) : exponent);
  }

  read(high: number, low: number, into: PacketRecord): void {
    if (this.plainUnits === 0) this.readFine(high, low, into);
    else this.readPlain(high, low, into);
  }

  private readPlain(high: number, low: number, into: PacketRecord): void {
    if (high >= this.quickHigh) {
      this.readLong(high, low, into);
      return;
    }
    const { plainUnits, offsetSeconds } = this;
    const whole = secondsOf(high, low, plainUnits);
    into.seconds = whole + offsetSeconds;
    into.nanoseconds = restOf(low, whole, plainUnits) * (billion / plainUnits);
  }

  private readLong(high: number, low: number, into: PacketRecord): void {
    // long division, 16 bits at a time: a double holds no 64-bit number
    const units = this.plainUnits;
    let rest = high % units;
    let quotient = Math.floor(high / units);
    rest = rest * 0x1_0000 + (low >>> 16);
    quotient = quotient * 0x1_0000 + Math.floor(rest / units);
    rest = (rest % units) * 0x1_0000 + (low & 0xffff);
    quotient = quotient * 0x1_0000 + Math.floor(rest / units);
    into.seconds = quotient + this.offsetSeconds;
    into.nanoseconds = (rest % units) * (billion / units);
  }

  /** What is finer than a nanosecond is cut off, not rounded. */
  private readFine(high: number, low: number, into: PacketRecord): void {
    const time = (BigInt(high) << 32n) | BigInt(low);
    const units = this.unitsPerSecond;
    into.seconds = Number(time / units) + this.offsetSeconds;
    into.nanoseconds = Number(((time % units) * BigInt(billion)) / units);
  }
}

/** Whole seconds of a time in two halves: the quotient of doubles may be off by one, which the rest in 32 bits then shows. */
export function secondsOf(high: number, low: number, unitsPerSecond: number): number {
  const quotient = Math.floor((high * 0x1_0000_0000 + low) / unitsPerSecond);
  const rest = restOf(low, quotient, unitsPerSecond);
  return rest < unitsPerSecond ? quotient : rest > 0x7fff_ffff ? quotient - 1 : quotient + 1;
}

/** Units beyond whole seconds, of which only the lower halves need to be looked at: they are less than 2³¹. */
export const restOf = (low: number, seconds: number, unitsPerSecond: number): number =>
  (low - Math.imul(seconds, unitsPerSecond)) >>> 0;
