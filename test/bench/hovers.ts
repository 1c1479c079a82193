import { readFileSync } from "node:fs";
import { decodeFrom } from "../../src/decode/decodePacket";
import { byteAt, byteAtMark, type Lines, linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumpsBetween } from "../../src/dump/findDumps";
import { surroundingsOf } from "../../src/explain/surroundings";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/languages";
import { colouredSpans } from "../../src/view/colouredBytes";
import { hoverAt } from "../../src/view/hover";
import { mentionHover } from "../../src/view/mentionHover";
import { median } from "./measure";

/** What a hover on bytes and on words, and the colours of a block and of a screen, cost in a document of 10 MB made of notes. */

const size = 10e6;
const places = 2000;
/** Every place is looked at so often, with all others in between: its median is that of code the engine has come to know, undisturbed. */
const rounds = 81;
const rowsOfScreen = 60;

const words = wordsFor("en");

/** An editor gives a new view of its document after each change: nothing is remembered of it. */
const unread = (text: Lines): Lines => ({ count: text.count, at: (index) => text.at(index) });

/** What the hover provider does at a place; says what it found there. */
function hover(text: Lines, line: number, column: number): HoverKind {
  const lines = unread(text);
  const dump = findDumpAt(lines, line, column);
  const byte = dump && (byteAt(dump, line, column) ?? byteAtMark(dump, lines.at(line), line, column));
  if (dump && byte !== undefined) {
    const packet = decodeFrom(dump.startLayer, dump.bytes);
    return hoverAt(packet, byte, words, surroundingsOf(lines, dump)) ? "bytes" : "nothing";
  }
  const mention = mentionAt(lines, line, column);
  return mention && mentionHover(mention, words).markdown !== "" ? "words" : "nothing";
}

/** What the colours of some lines take. */
function colour(text: Lines, line: number, rows: number): number {
  const dumps = findDumpsBetween(unread(text), line, line + rows - 1);
  return dumps.reduce((sum, dump) => sum + colouredSpans(dump, decodeFrom(dump.startLayer, dump.bytes)).length, 0);
}

type HoverKind = "bytes" | "words" | "nothing";

let seed = 1;
const random = (below: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % below;
};

/** The median milliseconds of each run; the first round warms up. */
function medians(runs: readonly (() => unknown)[]): number[] {
  const times = runs.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, run] of runs.entries()) {
      const started = performance.now();
      run();
      if (round >= 0) times[index].push(performance.now() - started);
    }
  }
  return times.map(median);
}

/** Milliseconds of each place. */
export interface HoverTimes {
  readonly lines: number;
  readonly bytes: readonly number[];
  readonly words: readonly number[];
  /** Where there is nothing to say: what the pointer costs on its way. */
  readonly nothing: readonly number[];
  /** Colours of the packet on one line. */
  readonly blocks: readonly number[];
  readonly screens: readonly number[];
}

export function measureHovers(notes: readonly string[]): HoverTimes {
  const note = notes.map((path) => readFileSync(path, "utf8")).join("\n\n");
  const document = linesOf(note.repeat(Math.ceil(size / note.length)));
  const pointed = Array.from({ length: places }, () => {
    const line = random(document.count);
    return [line, random(Math.max(1, document.at(line).length))] as const;
  });
  const kinds = pointed.map(([line, column]) => hover(document, line, column));
  const times = medians(
    pointed.map(
      ([line, column]) =>
        () =>
          hover(document, line, column),
    ),
  );
  const ofKind = (kind: HoverKind) => times.filter((_, index) => kinds[index] === kind);
  const withBytes = pointed.filter((_, index) => kinds[index] === "bytes");
  return {
    lines: document.count,
    bytes: ofKind("bytes"),
    words: ofKind("words"),
    nothing: ofKind("nothing"),
    blocks: medians(
      withBytes.map(
        ([line]) =>
          () =>
            colour(document, line, 1),
      ),
    ),
    screens: medians(
      pointed.slice(0, places / 10).map(
        ([line]) =>
          () =>
            colour(document, line, rowsOfScreen),
      ),
    ),
  };
}
