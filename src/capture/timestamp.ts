import type { PacketRecord } from "./record";

const billion = 1_000_000_000;
const mostDecimals = 9;
/** Below it, a time is a whole number that a double holds. */
const exactHigh = 2 ** 21;

/** Turns the 64-bit time of a pcapng packet into seconds and nanoseconds: draft-ietf-opsawg-pcapng, if_tsresol and if_tsoffset. */
export class Clock {
  private readonly unitsPerSecond: bigint;
  /** The same as a number where one unit is no less than a nanosecond of a decimal clock; else 0. */
  private readonly plainUnits: number;
  /** Decimals of a second that it tells, as far as nanoseconds. */
  readonly decimals: number;

  /** `resolution` is the option's byte: a power of ten, or of two with the upper bit set. */
  constructor(
    resolution = 6,
    private readonly offsetSeconds = 0,
  ) {
    const exponent = resolution & 0x7f;
    const binary = resolution >= 0x80;
    // more than 64 bits can tell: such a clock has not come to its first second
    const beyond = exponent >= (binary ? 64 : 20);
    this.unitsPerSecond = beyond ? 0xffff_ffff_ffff_ffffn : (binary ? 2n : 10n) ** BigInt(exponent);
    this.plainUnits = !binary && exponent <= 9 ? 10 ** exponent : 0;
    this.decimals = Math.min(mostDecimals, binary ? Math.ceil(exponent * Math.log10(2)) : exponent);
  }

  read(high: number, low: number, into: PacketRecord): void {
    if (this.plainUnits === 0) this.readFine(high, low, into);
    else this.readPlain(high, low, into);
  }

  private readPlain(high: number, low: number, into: PacketRecord): void {
    if (high < exactHigh) this.readExact(high * 0x1_0000_0000 + low, into);
    else this.readLong(high, low, into);
  }

  /** A double holds it: microseconds until the year 2255. */
  private readExact(time: number, into: PacketRecord): void {
    const units = this.plainUnits;
    let whole = Math.floor(time / units);
    // the quotient may have been rounded up
    if (whole * units > time) whole -= 1;
    into.seconds = whole + this.offsetSeconds;
    into.nanoseconds = (time - whole * units) * (billion / units);
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
