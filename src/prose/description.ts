import type { DescribedSegment, Part, PartId } from "./mention";

export type SegmentInProgress = { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] };

/** What a text says of one segment: its parts, and the segment that they make. Grows while the text is read. */
export class Description {
  readonly parts: Part[] = [];
  readonly segment: SegmentInProgress;

  constructor(
    readonly text: string,
    notation: DescribedSegment["notation"],
    /** For "segment", no parts are kept. */
    private readonly asks: "everything" | "segment" = "everything",
  ) {
    this.segment = { notation };
  }

  /** Where it begins and ends in the text. */
  get start(): number {
    return this.parts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  }

  get end(): number {
    return this.parts.reduce((most, { end }) => Math.max(most, end), 0);
  }

  add(id: Part["id"], start: number, end: number, more: Pick<Part, "value" | "name" | "mark"> = {}): void {
    if (end > start && this.asks === "everything")
      this.parts.push(Object.assign({ id, start, end, text: this.text.slice(start, end) }, more));
  }
}

/** Something that may stand at a place: its pattern, with the sticky flag, and how it is read. */
export interface Item {
  readonly pattern: RegExp;
  /** Gives the place where it ends, if that is not the end of the pattern. */
  readonly read: (description: Description, match: RegExpExecArray) => number | undefined;
}

/** The properties of a segment that are one number. */
export type NumberOfSegment = {
  [Key in keyof SegmentInProgress]-?: number extends SegmentInProgress[Key] ? Key : never;
}[keyof SegmentInProgress];
type Note = (segment: SegmentInProgress, value: number, match: RegExpExecArray) => void;

/** The usual item: one part, whose number is in the first group of its pattern and becomes a property of the segment. */
export function item(pattern: RegExp, id: PartId, note?: NumberOfSegment | Note): Item {
  return {
    pattern,
    read: (description, match) => {
      const value = match[1] === undefined ? undefined : Number(match[1]);
      if (typeof note === "function") note(description.segment, value ?? 0, match);
      else if (note) description.segment[note] = value ?? 0;
      description.add(id, match.index, match.index + match[0].trimEnd().length, value === undefined ? {} : { value });
      return undefined;
    },
  };
}

/** Items by the word that they begin with, so that not all need be tried; and those that begin with none. */
export interface Items {
  readonly words: Readonly<Record<string, Item>>;
  readonly others: readonly Item[];
}

/** Reads items one after another, in any order, and gives the place where they end. */
export function readItems(description: Description, start: number, between: RegExp, items: Items): number {
  let end = start;
  for (;;) {
    const at = skip(description.text, end, between);
    const next = readItem(description, at, items);
    if (next === undefined) return end;
    end = next;
  }
}

const firstWord = /[A-Za-z]\w*/y;

function readItem(description: Description, at: number, { words, others }: Items): number | undefined {
  const word = description.text.slice(at, skip(description.text, at, firstWord));
  const named = Object.hasOwn(words, word) ? words[word] : undefined;
  for (const each of named ? [named, ...others] : others) {
    const match = matchAt(each.pattern, description.text, at);
    if (match && match[0].length > 0) return each.read(description, match) ?? at + match[0].length;
  }
  return undefined;
}

/**
 * Of things found in a text, in order, those that a place may belong to: the last one that begins before it, and the next one,
 * since a line is often recognised by something in its middle. The likelier one comes first.
 */
export function around<Thing>(text: string, things: readonly Thing[], at: number, startOf: (thing: Thing) => number): number[] {
  const after = things.findIndex((thing) => startOf(thing) > at);
  const last = (after < 0 ? things.length : after) - 1;
  const both = [last, last + 1].filter((index) => index >= 0 && index < things.length);
  const isBesideNext = after >= 0 && !text.slice(at, startOf(things[after])).includes("\n");
  const isBesideLast = last >= 0 && !text.slice(startOf(things[last]), at).includes("\n");
  return isBesideNext && !isBesideLast ? both.reverse() : both;
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the text of a group is; the pattern must have the flag `d`. */
export const placeOf = (match: RegExpExecArray, group: number): [start: number, end: number] => match.indices![group]!;

/** The end of what a pattern matches at a place; the place itself where it does not match. */
export function skip(text: string, at: number, pattern: RegExp): number {
  return standsAt(pattern, text, at) ? pattern.lastIndex : at;
}

export function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
