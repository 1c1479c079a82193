/**
 * How the name of a part stands along its bracket: as a whole turned on its side, or, as Chinese is written from top to bottom,
 * upright, one sign below the other.
 */
export function signsOfName(name: string): readonly string[] | undefined {
  return /^\p{Script=Han}+$/u.test(name) ? [...name] : undefined;
}

/** From the middle of a name to the base line of one of its signs; they are as high as their font is large. */
export const signBelowMiddle = (index: number, signs: number, size: number): number =>
  (index - (signs - 1) / 2) * (size + 2) + size * 0.36;
