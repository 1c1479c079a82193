import type { Lines } from "../../dump/dump";
import { earlierSegments } from "../earlierSegments";
import type { DescribedSegment, Mention, Part } from "../mention";
import { scapyFields } from "./scapyFields";
import type { Dialect, LayerName, SegmentInProgress, TreeField } from "./treeField";
import { fieldOf, isKnown as isWiresharks } from "./treeFields";
import { headingIn, type TreeHeading } from "./treeHeadings";
import { numberShown, type TreeLine, treeLineAt } from "./treeLine";

/**
 * What a line of Wireshark's tree of a packet says about its segment, or an item of such a line: as people copy it, as `tshark -V`
 * prints it, or as Scapy's `show()` does. The name of its layer is above it, unless only some lines were copied that no other program
 * prints.
 */
export function treeMentionAt(lines: Lines, line: number, column: number): Mention | undefined {
  const own = treeLineAt(lines, line);
  if (!own || column < own.start || column >= own.end) return undefined;
  const heading = headingIn(own.text);
  if (!heading && !isKnown(own)) return undefined;
  const section = heading ? sectionBelow(lines, line, heading) : sectionAround(lines, line);
  if (!section) return undefined;
  const entries = entriesIn(lines, section);
  const index = entries.findIndex((each) => each.line === line && each.part.start <= column && column < each.part.end);
  if (index < 0) return undefined;
  const { part, field } = entries[index];
  const segment = segmentOf(entries, field.isRaw === true, section.dialect);
  const rows: DescribedSegment = { ...segment, notation: "wireshark" };
  const mayHaveRows = !field.isRaw && section.dialect === "wireshark";
  return {
    kind: "part",
    part,
    previous: entries[index - 1]?.part,
    next: entries[index + 1]?.part,
    segment,
    earlier: () => (mayHaveRows ? earlierSegments(lines, section.first, rows) : []),
    startColumn: part.start,
    endColumn: part.end,
  };
}

/** The lines of one layer. */
interface Section {
  readonly layer: LayerName;
  readonly dialect: Dialect;
  readonly first: number;
  readonly last: number;
}

/** Enough for a segment with many options and remarks, which has some eighty lines. */
const mostLines = 120;
/** So many lines in a row may be unknown here without ending the tree. */
const mostUnknown = 6;

function sectionBelow(lines: Lines, first: number, { layer, dialect }: TreeHeading): Section | undefined {
  return layer && { layer, dialect, first, last: endOf(lines, first, 1) };
}

function sectionAround(lines: Lines, line: number): Section | undefined {
  const first = endOf(lines, line, -1);
  const above = first > 0 ? treeLineAt(lines, first - 1) : undefined;
  const heading = above && headingIn(above.text);
  if (heading) return sectionBelow(lines, first - 1, heading);
  return headless(lines, first, endOf(lines, line, 1));
}

/** The last line in a direction that belongs to the same layer, before a heading or other text. */
function endOf(lines: Lines, from: number, step: 1 | -1): number {
  let last = from;
  let unknown = 0;
  for (let line = from + step; line >= 0 && line < lines.count && Math.abs(line - from) < mostLines; line += step) {
    const found = treeLineAt(lines, line);
    if (found && headingIn(found.text)) return step > 0 ? last : line + 1;
    unknown = found && isKnown(found) ? 0 : unknown + 1;
    if (unknown === 0) last = line;
    else if (betweenLayers.test(lines.at(line))) break;
    else if (unknown > mostUnknown || endsText(lines, line)) break;
  }
  return last;
}

/** The line that Scapy's `ls` prints between the layers of a packet. */
const betweenLayers = /^[\s>#*|]*--\s*$/;

/** Whether it is an empty line with other text beside it; empty lines between those of a tree, as in some pages, do not end it. */
function endsText(lines: Lines, line: number): boolean {
  return lines.at(line).trim() === "" && (isOtherText(lines, line - 1) || isOtherText(lines, line + 1));
}

const jsonBrace = /^\s*(?:"[\w.]{1,80}":\s?\{|\},?)\s*$/;

function isOtherText(lines: Lines, line: number): boolean {
  if (line < 0 || line >= lines.count) return false;
  const found = treeLineAt(lines, line);
  if (!found) return !jsonBrace.test(lines.at(line));
  return !(found.isReckoned || found.value !== "" || isKnown(found) || headingIn(found.text) !== undefined);
}

/** Without a heading above, the lines themselves tell their layer, if one of them is such that no other program prints it. */
function headless(lines: Lines, first: number, last: number): Section | undefined {
  if (treeLineAt(lines, first)?.isTyped) return headlessOfScapy(lines, first, last);
  let best: Section | undefined;
  let most = 0;
  for (const layer of ["tcp", "ip"] as const) {
    let known = 0;
    let hasOwn = false;
    for (let line = first; line <= last; line += 1) {
      const found = treeLineAt(lines, line);
      const field = found && fieldOf(layer, found);
      if (field) known += 1;
      hasOwn ||= field !== undefined && isNobodyElses(found!, field);
    }
    if (hasOwn && known > most) {
      most = known;
      best = { layer, dialect: "wireshark", first, last };
    }
  }
  return best;
}

/** The layer of Scapy's that has most of these fields. */
function headlessOfScapy(lines: Lines, first: number, last: number): Section | undefined {
  let best: Section | undefined;
  let most = 1;
  for (const layer of Object.keys(scapyFields) as LayerName[]) {
    let known = 0;
    for (let line = first; line <= last; line += 1) {
      const found = treeLineAt(lines, line);
      if (found?.isTyped && scapyField(layer, found)) known += 1;
    }
    if (known > most) {
      most = known;
      best = { layer, dialect: "scapy", first, last };
    }
  }
  return best;
}

const inWords = /\(relative(?: (?:sequence|ack) number)?\)|（相对序号）|^Flags: 0x[0-9a-f]{3,4} \((?:[A-Z]{3}(?:, )?)+\)/;

const isNobodyElses = ({ bits, text }: TreeLine, { isOwn }: TreeField): boolean =>
  isOwn === true || bits !== undefined || inWords.test(text);

/** A field with its place. */
interface Entry {
  readonly line: number;
  readonly of: TreeLine;
  readonly field: TreeField;
  readonly part: Part;
}

function entriesIn(lines: Lines, { layer, dialect, first, last }: Section): Entry[] {
  const entries: Entry[] = [];
  for (let line = first; line <= last; line += 1) {
    const found = treeLineAt(lines, line);
    if (!found) continue;
    const heading = headingIn(found.text);
    for (const { field, start, end, value } of heading?.items ?? []) {
      const of = { ...found, start: found.start + start, end: found.start + end, value, bits: undefined };
      entries.push({ line, of, field, part: partOf(field, of) });
    }
    const field = heading ? undefined : dialect === "scapy" ? scapyField(layer, found) : fieldOf(layer, found);
    if (field) entries.push({ line, of: found, field, part: partOf(field, found) });
  }
  return entries;
}

function scapyField(layer: LayerName, { label, value }: TreeLine): TreeField | undefined {
  const table = scapyFields[layer] ?? {};
  const field = Object.hasOwn(table, label) ? table[label] : undefined;
  return field?.shape?.test(value) === false ? undefined : field;
}

const scapyLabels: ReadonlySet<string> = new Set(Object.values(scapyFields).flatMap((table) => Object.keys(table)));
const isKnown = (line: TreeLine): boolean => isWiresharks(line) || scapyLabels.has(line.label);

function partOf(field: TreeField, line: TreeLine): Part {
  const { start, end, bits, text, value: shown } = line;
  const value = field.numberIn ? field.numberIn(line) : numberShown(shown);
  return {
    id: field.id,
    start,
    end,
    text: bits === undefined && shown !== "" ? shown : text,
    ...(value === undefined ? { name: nameIn(shown) } : { value }),
    ...(field.mark ? { mark: field.mark } : {}),
  };
}

/** The address in `host.example (192.0.2.1)`, or else the first word. */
const nameIn = (shown: string): string => /\(([0-9a-f]*[.:][0-9a-f.:]+)\)/i.exec(shown)?.[1] ?? shown.split(/\s/, 1)[0];

function segmentOf(entries: readonly Entry[], isRaw: boolean, dialect: Dialect): DescribedSegment {
  const segment: SegmentInProgress = { notation: dialect === "scapy" ? "tool" : "tree" };
  const hasRaw = isRaw && entries.some(({ field }) => field.isRaw);
  for (const { field, of, part } of entries) {
    const isOfOtherKind = (field.isRaw === true) !== hasRaw && counted.has(field.id);
    if (!isOfOtherKind) field.note?.(segment, part.value, of);
  }
  return segment;
}

/** Numbers that are shown twice: counted from the SYN, and as they are on the wire. */
const counted: ReadonlySet<string> = new Set(["tcp.seq_raw", "tcp.ack_raw"]);
