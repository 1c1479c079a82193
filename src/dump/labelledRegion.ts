import { boundaries, contentStart, readGroups } from "./digits";
import type { Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { endOfLineNumber, type Label, type LabelStyle, labelBehindNumber, labelStyles, labelsIn, lineNumberOf } from "./labels";
import { labelsGoingOn } from "./labelsRunTogether";
import { mostRows } from "./limits";
import type { Region } from "./region";

/** Which lines belong to rows that begin with their offset. */

/** Lines that may stand between two rows: a text column that was wrapped, empty lines. */
const mostBetween = 4;
/** From one row of a dump to the next the offset grows by no more than this. */
export const largestStep = 256;
/** DOS's debug writes a hyphen in the middle of a row. */
export const rowSeparators = "-";
/** The largest offset of a first label for which the bytes before it are looked for above. */
export const largestHead = 0x40;

/** The rows that belong together around a line. */
export function labelledRegion(lines: Lines, line: number): Region | undefined {
  const styles = near.map((step) => styleOf(lines, line + step));
  for (const style of labelStyles) {
    const nearest = near[styles.indexOf(style)];
    if (nearest === undefined) continue;
    const region = regionOf(lines, line + nearest);
    if (region.first <= line && line <= region.last) return region;
    // the line may belong to a first row without its label, between another dump and the rest of its own
    const below = nearest < 0 ? [line + 1, line + 2].find((other) => styleOf(lines, other) === style) : undefined;
    const head = below !== undefined && beginsRegion(lines, below) ? headAbove(lines, below) : undefined;
    if (head !== undefined && head <= line) return regionAround(lines, below!);
  }
  return undefined;
}

/** How many lines away the row may begin to which a line belongs, the likeliest first. */
const near = [0, -1, -2, 1, 2];

/** The region around a labelled line. A first row that has lost its label may look as if it had one: then the rows below count. */
function regionOf(lines: Lines, anchor: number): Region {
  for (let below = anchor + 1; below <= anchor + 1 + mostBetween; below += 1) {
    if (!styleOf(lines, below)) continue;
    const isHead = beginsRegion(lines, below) && headAbove(lines, below) === anchor;
    return regionAround(lines, isHead ? below : anchor);
  }
  return regionAround(lines, anchor);
}

function regionAround(lines: Lines, anchor: number): Region {
  let first = anchor;
  for (let steps = 0; !beginsRegion(lines, first) && steps < mostRows; steps += 1) first = labelledAbove(lines, first)!;
  let last = anchor;
  for (let steps = 0; steps < mostRows; steps += 1) {
    const below = labelledBelow(lines, last);
    if (below === undefined || beginsRegion(lines, below)) break;
    last = below;
  }
  return { first: headAbove(lines, first) ?? first, last: lastOfRow(lines, last) };
}

/** Whether a line of a region may have bytes: below the last label mostly the words of the next packet follow. */
export function mayHaveBytes(lines: Lines, { last }: Region, line: number): boolean {
  for (let labelled = line; labelled <= last; labelled += 1) if (isLabelled(lines, labelled)) return true;
  return readGroups(lines.at(line), rowStart(lines, line), rowSeparators).length > 0;
}

const isLabelled = (lines: Lines, line: number) => line >= 0 && line < lines.count && rowLabels(lines, line).length > 0;

/** A line's labels; behind a line number where the lines are numbered. */
export const rowLabels = oncePerLine((lines, line): Label[] => {
  const text = lines.at(line);
  const labels = labelsIn(text);
  if (labels.length > 1 || labels[0]?.style === "colon" || labels[0]?.style === "prefixed") return labels;
  if (!isNumbered(lines, line)) return labels.length > 0 || !hasPairs.test(text) ? labels : labelsOfWrapped(lines, line, text);
  const behind = labelBehindNumber(text);
  return behind ? [behind] : [];
});

/** A quick test for a row's label and bytes. */
const hasPairs = /(?:^|\s)0[0-9a-f]{3,7}\s+[0-9a-f]{2}(?:\s|$)/i;

/** Labels of a line that begins within a row, where rows were run together and wrapped anywhere. */
function labelsOfWrapped(lines: Lines, line: number, text: string): Label[] {
  for (let above = line - 1; above >= Math.max(0, line - longestWrapped); above -= 1) {
    const found = hasPairs.test(lines.at(above)) ? labelsGoingOn(text, lines.at(above)) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** So many lines of such rows may have no label of their own. */
const longestWrapped = 2;

/** Where a line's own text begins: behind what dresses it, and its number where the lines are numbered. */
export const rowStart = (lines: Lines, line: number): number =>
  isNumbered(lines, line) ? endOfLineNumber(lines.at(line)) : contentStart(lines.at(line));

/** Whether a line near it has the number before, or the next one; wrapped text and empty lines between have none. */
export function isNumbered(lines: Lines, line: number): boolean {
  const number = lineNumberOf(lines.at(line));
  if (number === undefined) return false;
  const last = Math.min(lines.count - 1, line + 1 + mostBetween);
  for (let other = Math.max(0, line - 1 - mostBetween); other <= last; other += 1) {
    if (other !== line && lineNumberOf(lines.at(other)) === number + Math.sign(other - line)) return true;
  }
  return false;
}

const styleOf = (lines: Lines, line: number): LabelStyle | undefined =>
  line >= 0 && line < lines.count ? rowLabels(lines, line)[0]?.style : undefined;

/** Rows of one dump have labels of one kind: anything else that looks like a label is wrapped text, or a number in a summary. */
function labelledAbove(lines: Lines, line: number): number | undefined {
  const style = styleOf(lines, line);
  for (let other = line - 1; other >= line - 1 - mostBetween; other -= 1) if (styleOf(lines, other) === style) return other;
  return undefined;
}

function labelledBelow(lines: Lines, line: number): number | undefined {
  const style = styleOf(lines, line);
  for (let other = line + 1; other <= line + 1 + mostBetween; other += 1) if (styleOf(lines, other) === style) return other;
  return undefined;
}

/** Whether a dump begins here. Only the lines above decide, so that every line of a dump finds the same beginning. */
function beginsRegion(lines: Lines, line: number): boolean {
  const above = labelledAbove(lines, line);
  if (above === undefined) return true;
  const [label] = rowLabels(lines, line);
  if (label.isZero && isSwapped(lines, above, line)) return false;
  if (above === line - 1) return label.isZero && hasZeroAbove(lines, above);
  const last = rowLabels(lines, above).at(-1)!;
  const step = label.value - last.value;
  if (step <= 0) return label.isZero || step < -largestStep || !isMissingAbove(lines, above, label);
  return step > largestStep || (lines.at(line - 1).trim().length > 0 && label.isZero);
}

/** Whether the row at offset zero and the single one above it were swapped: then the row below goes on from the one above. */
function isSwapped(lines: Lines, above: number, zero: number): boolean {
  const below = labelledBelow(lines, zero);
  if (below === undefined || rowLabels(lines, above)[0].isZero) return false;
  const goesOnBehind = rowLabels(lines, below)[0].value > rowLabels(lines, above)[0].value;
  return goesOnBehind && beginsRegion(lines, above);
}

/** Nobody moves a row further than so many others. */
const furthestMoved = 64;

/** Whether a row was moved: the rows above reach up to a dump's beginning, and none of them has its offset. */
function isMissingAbove(lines: Lines, above: number, label: Label): boolean {
  const value = label.value;
  let line: number | undefined = above;
  for (let steps = 0; line !== undefined && steps < furthestMoved; steps += 1) {
    const labels = rowLabels(lines, line);
    if (labels.some((other) => other.value === value)) return false;
    if (labels[0].isZero) return true;
    line = labelledAbove(lines, line);
  }
  return false;
}

/** Whether the rows above have a beginning already: then a row at offset zero begins another dump, and is not one out of order. */
function hasZeroAbove(lines: Lines, from: number): boolean {
  for (let line = from; line > from - mostRows && isLabelled(lines, line); line -= 1) {
    if (rowLabels(lines, line)[0].isZero) return true;
  }
  return false;
}

/** The line of a first row that lost its label when the text was selected; the rest of it, if it was wrapped, may stand between. */
export function headAbove(lines: Lines, first: number): number | undefined {
  const [label] = rowLabels(lines, first);
  const offset = label.value;
  if (label.isZero || offset > largestHead) return undefined;
  for (let line = first - 1; line >= Math.max(0, first - 1 - mostBetween); line -= 1) {
    const text = lines.at(line);
    const sizes = boundaries(readGroups(text, rowStart(lines, line), rowSeparators));
    if (sizes.length >= 2)
      return line === first - 1 || sizes.includes(offset) || isWrapped(lines, line, first, offset) ? line : undefined;
  }
  return undefined;
}

/** Whether the lines down to the first label have just as many bytes as it says. */
function isWrapped(lines: Lines, line: number, first: number, offset: number): boolean {
  let size = 0;
  for (let at = line; at < first; at += 1) {
    const text = lines.at(at);
    const sizes = boundaries(readGroups(text, rowStart(lines, at), rowSeparators));
    if (sizes.some((own) => size + own === offset)) return true;
    size += sizes.at(-1) ?? 0;
  }
  return false;
}

function lastOfRow(lines: Lines, line: number): number {
  let last = line;
  while (
    last < line + mostBetween &&
    last + 1 < lines.count &&
    lines.at(last + 1).trim() !== "" &&
    !isLabelled(lines, last + 1)
  ) {
    last += 1;
  }
  const below = last + 1;
  if (last === line || below >= lines.count || !isLabelled(lines, below) || !beginsRegion(lines, below)) return last;
  // the line right above the next dump may be its first row, without its label
  const head = headAbove(lines, below);
  return head === undefined ? last : Math.min(last, head - 1);
}
