import { groupsOfBytes } from "./asciiColumn";
import { rowOrPieceAt, separators } from "./bareRows";
import { boundaries, contentStart, type Group, isHex, readGroups } from "./digits";
import { BytesInProgress, type BytesInRows, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";
import { endOfSamePrefix, prefixOf } from "./samePrefix";

/** Rows of bytes behind the same words of a log or a program: `[  102.35] eth0: 45 00`, `{at: '0010', hex: '45 00`. */

interface LoggedRow {
  readonly groups: readonly Group[];
  /** Where the log's words end. */
  readonly start: number;
}

const widestRow = 32;
const longestPrefix = 100;
/** Signs of the shorter last row at most, with the text beside its bytes. */
const longestShortRow = 300;
/** Rows of one packet at most: a log may go on for ever. */
const mostRows = 64;

export function loggedRegion(lines: Lines, line: number): Region | undefined {
  const anchor = fullRow(lines, line) ? line : shortRow(lines, line) ? line - 1 : undefined;
  if (anchor === undefined) return undefined;
  let first = anchor;
  while (anchor - first < mostRows && first > 0 && isSame(lines, first - 1, first)) first -= 1;
  let last = anchor;
  while (last - anchor < mostRows && last + 1 < lines.count && isSame(lines, last + 1, last)) last += 1;
  if (shortRow(lines, last + 1)) last += 1;
  return first < last ? { first, last } : undefined;
}

export function loggedRows(lines: Lines, { first, last }: Region): BytesInRows {
  const into = new BytesInProgress();
  const ends: number[] = [];
  let widest = 0;
  const labels = haveOffsets(lines, { first, last }) ? 1 : 0;
  for (let line = first; line <= last; line += 1) {
    const before = into.length;
    const groups = groupsAt(lines, line).slice(labels);
    const text = lines.at(line);
    const isAlone = text.slice(groups[groups.length - 1].end).trim() === "" && groups.every(({ gap }) => gap <= 2);
    const count = isAlone ? groups.length : groupsOfBytes(text, groups, { capacity: widest || widestRow });
    for (const group of groups.slice(0, count)) into.addGroup(group, line);
    widest = Math.max(widest, into.length - before);
    ends.push(into.length);
  }
  return { whole: into.done(), ends };
}

const groupsAt = (lines: Lines, line: number): readonly Group[] => (fullRow(lines, line) ?? shortRow(lines, line))!.groups;

/** Whether the first digits of each row are an offset or address that counts its bytes: `Data:  0010  08 00 45 00`. */
function haveOffsets(lines: Lines, { first, last }: Region): boolean {
  for (let line = first; line < last; line += 1) {
    const [label, ...groups] = groupsAt(lines, line);
    const step = offsetIn(groupsAt(lines, line + 1)[0]) - offsetIn(label);
    if (label.digits.length < shortestOffset || step <= 0 || !boundaries(groups).includes(step)) return false;
  }
  return groupsAt(lines, last).length > 1;
}

const shortestOffset = 4;
const longestNumber = 8;
const offsetIn = ({ digits }: Group): number => Number.parseInt(digits.slice(-longestNumber), 16);

/** A row of eight bytes or more, behind words. */
const fullRow = oncePerLine((lines, line): LoggedRow | undefined => {
  const row = rowOrPieceAt(lines, line);
  if (!row?.hasTextBefore) return undefined;
  const { groups } = row;
  const prefix = groups[0].start - contentStart(lines.at(line));
  if (prefix <= 0 || prefix > longestPrefix) return undefined;
  const size = groups.reduce((sum, { digits }) => sum + digits.length / 2, 0);
  return size <= widestRow + widestRow / 2 ? { groups, start: groups[0].start } : undefined;
});

/** A last row may be shorter: only the same words before it tell that it is one. */
const shortRow = oncePerLine((lines, line): LoggedRow | undefined => {
  if (line <= 0 || line >= lines.count || fullRow(lines, line)) return undefined;
  const above = fullRow(lines, line - 1);
  if (!above) return undefined;
  const text = lines.at(line);
  if (text.length > longestPrefix + longestShortRow) return undefined;
  // a quick test: nearly all other lines begin with another letter
  if (!mayBeginAlike(text, lines.at(line - 1))) return undefined;
  const start = endOfSamePrefix(text, lines.at(line - 1), above.start);
  const groups = start < 0 ? [] : readGroups(text, start, separators);
  return groups[0]?.start === start && boundaries(groups).at(-1)! <= widestRow ? { groups, start } : undefined;
});

function mayBeginAlike(text: string, other: string): boolean {
  const [one, two] = [text.charCodeAt(contentStart(text)), other.charCodeAt(contentStart(other))];
  return one === two || (isHex(one) && isHex(two));
}

function isSame(lines: Lines, line: number, other: number): boolean {
  const row = fullRow(lines, line);
  const near = fullRow(lines, other);
  return !!row && !!near && prefixOf(lines.at(line), row.start) === prefixOf(lines.at(other), near.start);
}
