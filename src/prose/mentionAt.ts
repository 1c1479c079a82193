import type { Lines } from "../dump/dump";
import { columnWithColours, columnWithoutColours, withoutColours } from "../dump/terminalColours";
import { readFilterBytes } from "./captureFilter";
import { speaksOfFlags, speaksOfTcp } from "./context";
import type { Description } from "./description";
import { readDisplayFilters } from "./displayFilter";
import { earlierSegments } from "./earlierSegments";
import { readFieldLines } from "./fieldLines";
import { readFirewallLogs } from "./firewallLog";
import { contradictionIn, type FlagWord, readFlagBits, readFlagWords } from "./flagWords";
import { readFormulas } from "./formulas";
import { readLabels } from "./labels";
import type { Mention, PartMention } from "./mention";
import { readOtherSniffers } from "./otherSniffers";
import { readScriptLines } from "./packetdrill";
import { columnsOf, isHexRow, type Passage, readPassage } from "./passage";
import { readProbeLines } from "./probeLines";
import { readSocketTable } from "./procNetTcp";
import { readSnortLines } from "./snortLines";
import { readNotedWindows, readSocketMetrics } from "./socketMetrics";
import { isSocketRow, readStates } from "./states";
import { readTcpdumpSummaries } from "./tcpdumpSummary";
import { readTcpProbe } from "./tcpProbe";
import { readTerms } from "./terms/readTerms";
import { readToolLines } from "./tools/toolPatterns";
import { treeMentionAt } from "./tree/wiresharkTree";
import { readLoneMarks, readOtherRows, readWiresharkRows } from "./wiresharkRow";

/** What stands at a place of a text, if it is about TCP. Reads some lines around the place, never the whole text. */
export function mentionAt(lines: Lines, line: number, column: number): Mention | undefined {
  const text = lines.at(line);
  const mention = plainMentionAt(withoutColours(lines), line, columnWithoutColours(text, column));
  if (!mention) return undefined;
  const { startColumn, endColumn } = mention;
  return {
    ...mention,
    startColumn: columnWithColours(text, startColumn),
    endColumn: columnWithColours(text, endColumn - 1) + 1,
  };
}

function plainMentionAt(lines: Lines, line: number, column: number): Mention | undefined {
  const text = lines.at(line);
  if (column >= text.length || isHexRow(text)) return undefined;
  const ofTree = treeMentionAt(lines, line, column);
  if (ofTree) return ofTree;
  const passage = readPassage(lines, line, column);
  const description = descriptionAt(passage);
  if (!description) return wordAt(new Line(lines, line, column));
  const mention = partOf(description, passage.at);
  if (!mention) return wordWithin(new Line(lines, line, column));
  const first = line - lineBreaks(passage, description);
  const earlier = () => earlierSegments(lines, first, description.segment);
  return { ...mention, earlier, ...columnsOf(passage, mention.part.start, mention.part.end) };
}

const readers = [
  readTcpdumpSummaries,
  readWiresharkRows,
  readLoneMarks,
  readOtherRows,
  readFirewallLogs,
  readProbeLines,
  readScriptLines,
  readOtherSniffers,
  readSnortLines,
  readToolLines,
  readSocketTable,
  readFieldLines,
];

/** The description of a segment that the place is in. */
function descriptionAt({ text, at }: Passage): Description | undefined {
  for (const read of readers) {
    for (const description of read(text, at)) {
      if (description.start <= at && at < description.end) return description;
    }
  }
  return undefined;
}

/** How many lines above the pointed one a description begins. */
function lineBreaks(passage: Passage, description: Description): number {
  return passage.text.slice(description.start, passage.lineStart).split("\n").length - 1;
}

function partOf(description: Description, at: number): Omit<PartMention, "earlier"> | undefined {
  const part = description.parts.find(({ start, end }) => start <= at && at < end);
  if (!part) return undefined;
  const parts = description.parts.toSorted((one, other) => one.start - other.start);
  const index = parts.indexOf(part);
  return { kind: "part", part, previous: parts[index - 1], next: parts[index + 1], segment: description.segment };
}

/** The pointed line; of a very long line, only what is near the pointer. */
class Line {
  static readonly reach = 1200;
  readonly text: string;
  readonly offset: number;
  readonly column: number;

  constructor(
    readonly lines: Lines,
    readonly line: number,
    column: number,
  ) {
    const whole = lines.at(line);
    this.offset = Math.max(0, column - Line.reach);
    this.text = whole.length > 2 * Line.reach ? whole.slice(this.offset, column + Line.reach) : whole;
    if (this.text === whole) this.offset = 0;
    this.column = column - this.offset;
  }

  pointed<Word extends { readonly start: number; readonly end: number }>(words: readonly Word[]): Word | undefined {
    return words.find(({ start, end }) => start <= this.column && this.column < end);
  }

  /** Whether the character under the pointer is one of these. */
  isAt(signs: RegExp): boolean {
    return signs.test(this.text[this.column] ?? "");
  }

  columns({ start, end }: { readonly start: number; readonly end: number }) {
    return { startColumn: start + this.offset, endColumn: end + this.offset };
  }

  /** Whether the words around a word speak of TCP. */
  speaksOfTcp({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return speaksOfTcp(this.lines, this.line, start + this.offset, end + this.offset);
  }

  speaksOfFlags({ start, end }: { readonly start: number; readonly end: number }, lines: number): boolean {
    return speaksOfFlags(this.lines, this.line, start + this.offset, end + this.offset, lines);
  }
}

function wordAt(line: Line): Mention | undefined {
  return (
    termAt(line) ??
    stateAt(line) ??
    metricAt(line) ??
    formulaAt(line) ??
    filterBytesAt(line) ??
    displayFilterAt(line) ??
    flagsAt(line, readFlagBits) ??
    labelAt(line) ??
    flagsAt(line, readFlagWords)
  );
}

/** Between the parts of a description there may be words that its program has for the connection. */
const wordWithin = (line: Line): Mention | undefined => termAt(line) ?? stateAt(line);

/** Characters of such words; most places are ruled out by them. */
const signsOfNames = /[\w-]/;
const signsOfTerms = /[ -~]/;

function stateAt(line: Line): Mention | undefined {
  if (!line.isAt(signsOfNames)) return undefined;
  const word = line.pointed(readStates(line.text));
  if (!word || (word.isOrdinary && !isSocketRow(line.text) && !line.speaksOfTcp(word))) return undefined;
  return { kind: "state", state: word.state, text: word.text, ...line.columns(word) };
}

function termAt(line: Line): Mention | undefined {
  if (!line.isAt(signsOfTerms)) return undefined;
  const word = line.pointed(readTerms(line.text));
  return word && { kind: "term", names: word.names, text: word.text, value: word.value ?? 0, ...line.columns(word) };
}

function metricAt(line: Line): Mention | undefined {
  const word = line.pointed([...readSocketMetrics(line.text), ...readTcpProbe(line.text)]) ?? notedWindowAt(line);
  return word && { kind: "metric", metric: word.metric, text: word.text, values: word.values, ...line.columns(word) };
}

function notedWindowAt(line: Line) {
  const word = line.pointed(readNotedWindows(line.text));
  return word && line.speaksOfTcp(word) ? word : undefined;
}

function formulaAt(line: Line): Mention | undefined {
  const formula = line.pointed(readFormulas(line.text));
  if (!formula || !line.speaksOfTcp(formula)) return undefined;
  const { text, field, symbol, plus } = formula;
  return { kind: "formula", text, field, symbol, plus, ...line.columns(formula) };
}

function filterBytesAt(line: Line): Mention | undefined {
  const found = line.pointed(readFilterBytes(line.text));
  if (!found || (found.needs === "tcp" && !line.speaksOfTcp(found))) return undefined;
  const { start, end, needs, ...bytes } = found;
  return { kind: "filter bytes", ...bytes, ...line.columns(found) };
}

function displayFilterAt(line: Line): Mention | undefined {
  const found = line.pointed([...readDisplayFilters(line.text)]);
  if (!found || (found.needs === "tcp" && !line.speaksOfTcp(found))) return undefined;
  return { kind: "display filter", text: found.text, fields: found.fields, ...line.columns(found) };
}

function labelAt(line: Line): Mention | undefined {
  for (const { description, needs } of readLabels(line.text, line.column)) {
    const mention = partOf(description, line.column);
    if (!mention) continue;
    if (!isBelievable(line, description, needs)) return undefined;
    return { ...mention, earlier: () => [], ...line.columns(mention.part) };
  }
  return undefined;
}

function flagsAt(line: Line, read: (text: string, column: number) => FlagWord[]): Mention | undefined {
  const word = line.pointed(read(line.text, line.column));
  if (!word || !isBelievable(line, word, word.needs)) return undefined;
  const { text, notation, flags, headerLength } = word;
  const contradicts = contradictionIn(line.text, word);
  return { kind: "flags", text, notation, flags, headerLength, contradicts, ...line.columns(word) };
}

function isBelievable(line: Line, word: { readonly start: number; readonly end: number }, needs: FlagWord["needs"]): boolean {
  switch (needs) {
    case "nothing":
      return true;
    case "tcp":
      return line.speaksOfTcp(word);
    case "flags":
      return line.speaksOfFlags(word, 2);
    case "flags on this line":
      return line.speaksOfFlags(word, 0);
  }
}
