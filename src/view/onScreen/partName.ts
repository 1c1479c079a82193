/**
 * The signs of a part's name if they stand upright along its bracket, one below the other, as Chinese is written from top to bottom;
 * nothing if the name is turned on its side as a whole.
 */
export function signsOfName(name: string): readonly string[] | undefined {
  return /^\p{Script=Han}+$/u.test(name) ? [...name] : undefined;
}

/** How far below the middle of a name the base line of one of its signs is; a sign is as high as its font size. */
export const signBelowMiddle = (index: number, signs: number, size: number): number =>
  (index - (signs - 1) / 2) * (size + 2) + size * 0.36;
