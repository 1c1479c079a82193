import type { Dump, Lines } from "./dump";
import { oncePerLine } from "./eachLine";

/**
 * Colours of a terminal that were pasted along (`xxd -R always`, pwntools, hexyl, `grep --color`): the escape of ECMA-48 §8.3.117, as it
 * is, as it is shown (`^[[1;32m`, `␛[1;32m`), as programs write it (`\x1b[1;32m`), or without the sign that cannot be seen.
 */
const escapeSign = "\x1b";
const colour = new RegExp(
  `(?:[${escapeSign}\\u241b\\ufffd]|\\^\\[|\\\\(?:x1b|u001b|033|e))?\\[[\\d;]{0,16}m|${escapeSign}\\[K`,
  "gi",
);

/** A row of sixteen bytes, a colour for each and for each sign beside them, takes five hundred signs. */
const longestLine = 4000;

/** A quick look: whoever colours something ends it. */
const isColoured = (text: string): boolean =>
  text.length < longestLine &&
  text.includes("[") &&
  (text.includes("[0m") || text.includes("[39m") || text.includes(`${escapeSign}[m`));

/** A hover asks for the same few lines again and again. */
const plainLine = oncePerLine((lines, line): string => {
  const text = lines.at(line);
  return text !== undefined && isColoured(text) ? text.replace(colour, "") : text;
});

const plainLines = new WeakMap<Lines, Lines>();

/** The text without them; the same object for the same text, so that what was read of its lines is remembered. */
export function withoutColours(lines: Lines): Lines {
  const known = plainLines.get(lines);
  if (known) return known;
  const plain: Lines = {
    get count() {
      return lines.count;
    },
    at: (line) => plainLine(lines, line),
  };
  plainLines.set(lines, plain);
  return plain;
}

/** Where something stands in a line as it is that stands at a column of it without colours. */
export function columnWithColours(text: string, column: number): number {
  if (!isColoured(text)) return column;
  let skipped = 0;
  for (const { index, 0: code } of text.matchAll(colour)) {
    if (index - skipped > column) break;
    skipped += code.length;
  }
  return column + skipped;
}

/** The other way round. */
export function columnWithoutColours(text: string, column: number): number {
  if (!isColoured(text)) return column;
  let skipped = 0;
  for (const { index, 0: code } of text.matchAll(colour)) {
    if (index >= column) break;
    skipped += Math.min(code.length, column - index);
  }
  return column - skipped;
}

/** A packet that was found without them, where it stands in the text as it is. */
export function inColouredText(lines: Lines, dump: Dump): Dump {
  const coloured = new Map(
    [...new Set(dump.lines)].map((line) => [line, lines.at(line)] as const).filter(([, text]) => isColoured(text)),
  );
  if (coloured.size === 0) return dump;
  const columns = dump.columns.map((column, i) => columnWithColours(coloured.get(dump.lines[i]) ?? "", column));
  return { ...dump, columns };
}
