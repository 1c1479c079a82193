import type { Field } from "../../protocols/header";
import type { Node } from "../node";
import { placed } from "../readHeader";
import type { Scope } from "../scope";

/** No first line is longer. */
const mostText = 1000;
const mostLine = 8192;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const newline = 10;

/** Bytes as text that can stand anywhere: nothing in it moves the cursor, turns the direction of writing or hides. */
export function printable(bytes: Uint8Array): string {
  const shown = decoder.decode(bytes.subarray(0, mostText)).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ".");
  return bytes.length > mostText ? `${shown}…` : shown;
}

/** One line of a text protocol; a character of `text` is a byte, so that places in it are places in the packet. */
export interface Line {
  readonly text: string;
  /** Where it begins, from the start of the scope. */
  readonly offset: number;
  /** Whether its end is there too. */
  readonly complete: boolean;
}

/** Whether the first byte, which must be there, is in a range: that alone tells most payloads from text. */
export function beginsWithin({ bytes, start }: Scope, first: number, last = first): boolean {
  return bytes[start] >= first && bytes[start] <= last;
}

/** The first bytes, to be looked at before a line is cut out: most segments are told apart by them. */
export function startOf(scope: Scope, length: number): string {
  return latin(scope.bytes.subarray(scope.start, Math.min(scope.captured, scope.start + length)));
}

/** A character for each byte. Spreading the bytes would use an iterator, which takes ten times as long, for every packet. */
function latin(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, null, bytes);
}

export function lineAt(scope: Scope, offset: number): Line {
  const bytes = scope.content().subarray(offset, offset + mostLine);
  const end = bytes.indexOf(newline);
  const line = latin(bytes.subarray(0, end < 0 ? bytes.length : end));
  return { text: end < 0 ? line : line.replace(/\r$/, ""), offset, complete: end >= 0 };
}

/** Lines from the start on, the last one perhaps cut. */
export function* linesOf(scope: Scope): Generator<Line> {
  for (let offset = 0; offset < scope.have; ) {
    const line = lineAt(scope, offset);
    yield line;
    const end = scope.bytes.subarray(0, scope.captured).indexOf(newline, scope.start + offset);
    if (!line.complete || end < 0) return;
    offset = end + 1 - scope.start;
  }
}

/** The node of a field that has no fixed length. */
export function variableNode(scope: Scope, field: Field, offset: number, length: number): Node {
  const bytes = scope.content().subarray(offset, offset + length);
  const value = field.format === "text" ? printable(bytes) : field.format === "number" ? Number(decoder.decode(bytes)) : bytes;
  return { ...placed(scope, field.id, offset, bytes.length), value };
}

/** The named groups of an expression as nodes of the fields with those names. The expression needs the flag `d`. */
export function groupNodes(scope: Scope, line: Line, match: RegExpExecArray, fields: Readonly<Record<string, Field>>): Node[] {
  return Object.entries(match.indices?.groups ?? {}).flatMap(([name, range]) =>
    range && range[1] > range[0] ? [variableNode(scope, fields[name], line.offset + range[0], range[1] - range[0])] : [],
  );
}

/** The part of a line that an expression matched, fit to be shown. */
export function shown(scope: Scope, { offset, text }: Line): string {
  return printable(scope.content().subarray(offset, offset + text.length));
}
