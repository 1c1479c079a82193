import { join } from "../dsl/bytes";
import type { Random } from "./random";

/** One way to damage a file; it may change `bytes` in place. */
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const flip: Damage = (bytes, random) => {
  if (bytes.length > 0) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
  return bytes;
};

const overwrite: Damage = (bytes, random) => {
  const start = random.below(bytes.length);
  const end = Math.min(bytes.length, start + 1 + random.below(8));
  for (let at = start; at < end; at += 1) bytes[at] = random.next();
  return bytes;
};

const insert: Damage = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  const some = Uint8Array.from({ length: 1 + random.below(16) }, () => random.next());
  return join(bytes.subarray(0, at), some, bytes.subarray(at));
};

const remove: Damage = (bytes, random) => {
  const at = random.below(bytes.length);
  return join(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(16)));
};

const repeat: Damage = (bytes, random) => {
  const at = random.below(bytes.length);
  const end = at + 1 + random.below(64);
  return join(bytes.subarray(0, end), bytes.subarray(at));
};

/** Where a length stands it becomes none, the largest, or negative to those who read it with a sign. */
const extremes = [0, 1, 4, 0x0f, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;
const extreme: Damage = (bytes, random) => {
  const size = Math.min(bytes.length, random.pick([1, 2, 4]));
  const at = random.below(bytes.length - size + 1);
  const value = random.pick(extremes);
  const littleEndian = random.below(2) === 1;
  for (let i = 0; i < size; i += 1) bytes[at + (littleEndian ? i : size - 1 - i)] = value >>> (i * 8);
  return bytes;
};

const cut: Damage = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));

/** The first ones are the likely ones. */
const kinds: readonly Damage[] = [flip, overwrite, extreme, extreme, flip, overwrite, extreme, insert, remove, repeat, cut];

/** A copy that is damaged in one place or in some. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const times = 1 + random.below(random.pick([1, 4, 16]));
  let result: Uint8Array = bytes.slice();
  for (let time = 0; time < times; time += 1) result = random.pick(kinds)(result, random);
  return result;
}
