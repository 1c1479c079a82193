import type { DescribedSegment, Part, PartId } from "./mention";

type SegmentInProgress = { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] };

/** Grows while a description is read: its parts in order, and the segment they make. */
export class Description {
  readonly parts: Part[] = [];
  readonly segment: SegmentInProgress;

  constructor(
    readonly text: string,
    notation: DescribedSegment["notation"],
  ) {
    this.segment = { notation };
  }

  add(id: Part["id"], start: number, end: number, more: Pick<Part, "value" | "name" | "mark"> = {}): void {
    if (end > start) this.parts.push({ id, start, end, text: this.text.slice(start, end), ...more });
  }
}

/** What may follow at a place: a pattern with the sticky flag, and what it means. */
export interface Item {
  readonly pattern: RegExp;
  /** Answers where it ends, if that is not where the pattern does. */
  readonly read: (description: Description, match: RegExpExecArray) => number | undefined;
}

/** The common item: one part, its number in the first group, and what it says of the segment. */
export function item(
  pattern: RegExp,
  id: PartId,
  note: (segment: SegmentInProgress, value: number, match: RegExpExecArray) => void = () => undefined,
): Item {
  return {
    pattern,
    read: (description, match) => {
      const value = match[1] === undefined ? undefined : Number(match[1]);
      note(description.segment, value ?? 0, match);
      description.add(id, match.index, match.index + match[0].trimEnd().length, value === undefined ? {} : { value });
      return undefined;
    },
  };
}

/** Reads items one after another, whatever their order, and says where they end. */
export function readItems(description: Description, start: number, between: RegExp, items: readonly Item[]): number {
  let end = start;
  for (;;) {
    const at = skip(description.text, end, between);
    const next = matchOne(description.text, at, items);
    if (!next) return end;
    end = next.item.read(description, next.match) ?? at + next.match[0].length;
  }
}

function matchOne(text: string, at: number, items: readonly Item[]) {
  for (const item of items) {
    const match = matchAt(item.pattern, text, at);
    if (match && match[0].length > 0) return { item, match };
  }
  return undefined;
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function skip(text: string, at: number, pattern: RegExp): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
