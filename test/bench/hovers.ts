import { readFileSync } from "node:fs";
import { decodeFrom } from "../../src/decode/decodePacket";
import { byteAt, type Lines, linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumpsBetween } from "../../src/dump/findDumps";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/words";
import { colouredSpans } from "../../src/view/byteColours";
import { hoverAt } from "../../src/view/hover";
import { mentionHover } from "../../src/view/mentionHover";

/** What a hover, and the colours of a screen, cost in a document of 10 MB made of notes, as milliseconds in rising order. */

const size = 10e6;
const rounds = 20_000;
const rowsOfScreen = 60;

const words = wordsFor("en");

/** What the hover provider does at a place. */
function hover(text: Lines, line: number, column: number): boolean {
  // an editor gives a new view of its document each time: nothing is remembered
  const lines: Lines = { count: text.count, at: (index) => text.at(index) };
  const dump = findDumpAt(lines, line, column);
  const byte = dump && byteAt(dump, line, column);
  if (dump && byte !== undefined) return hoverAt(decodeFrom(dump.startLayer, dump.bytes), byte, words) !== undefined;
  const mention = mentionAt(lines, line, column);
  return mention !== undefined && mentionHover(mention, words).markdown !== "";
}

/** What the colours of the lines on screen take. */
function colour(text: Lines, line: number): boolean {
  const lines: Lines = { count: text.count, at: (index) => text.at(index) };
  const dumps = findDumpsBetween(lines, line, line + rowsOfScreen);
  return dumps.map((dump) => colouredSpans(dump, decodeFrom(dump.startLayer, dump.bytes))).length > 0;
}

let seed = 1;
const random = (below: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % below;
};

/** Milliseconds of each run, the best of three: a shared machine interrupts now and then. */
function measure(count: number, run: () => () => boolean): { times: number[]; found: number } {
  const times: number[] = [];
  let found = 0;
  for (let round = -count / 4; round < count; round += 1) {
    const once = run();
    let best = Number.POSITIVE_INFINITY;
    let answered = false;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const started = performance.now();
      answered = once();
      best = Math.min(best, performance.now() - started);
    }
    if (round < 0) continue;
    times.push(best);
    if (answered) found += 1;
  }
  return { times: times.sort((a, b) => a - b), found };
}

export interface HoverTimes {
  readonly lines: number;
  readonly hovers: readonly number[];
  /** The share of places that have a hover. */
  readonly answered: number;
  readonly screens: readonly number[];
}

export function measureHovers(notes: readonly string[]): HoverTimes {
  const note = notes.map((path) => readFileSync(path, "utf8")).join("\n\n");
  const document = linesOf(note.repeat(Math.ceil(size / note.length)));
  const hovers = measure(rounds, () => {
    const line = random(document.count);
    const column = random(Math.max(1, document.at(line).length));
    return () => hover(document, line, column);
  });
  const screens = measure(rounds / 20, () => {
    const line = random(document.count);
    return () => colour(document, line);
  });
  return { lines: document.count, hovers: hovers.times, answered: hovers.found / rounds, screens: screens.times };
}
