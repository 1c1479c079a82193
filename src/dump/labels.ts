import { contentStart } from "./digits";

/** From what only labels look like, before which anything may stand, to what may be a number of any kind. */
const styles = ["prefixed", "colon", "plain"] as const;
export type LabelStyle = (typeof styles)[number];

/** An offset or address that begins a row of bytes: `0x0010:`, `00000010`, `[0x800022B4]:`. */
export interface Label {
  readonly digits: string;
  readonly column: number;
  /** Where the row's bytes may begin. */
  readonly end: number;
  readonly style: LabelStyle;
}

const before = "(?:(?<![0-9a-z_.:])|(?<=\\\\[tn]))";
const gap = "[\\s\\u3000\\u00a0]";
/** Digits, perhaps with marks before them: without any the label is something else. */
const bytesFollow = "(?=[^\\s0-9a-z]{0,12}(?:<[^<>]*>)?[^\\s0-9a-z]{0,12}[0-9a-f]{2})";
const marked = new RegExp(
  `${before}(?:\\[0x([0-9a-f]{4,16})\\]:?${gap}*|0x([0-9a-f]{2,16})(?:${gap}?[:：]${gap}*|${gap}+)|([0-9a-f]{4,16})[:：]${gap}+)${bytesFollow}`,
  "gi",
);
const plain = new RegExp(`([0-9a-f]{3,16})${gap}+${bytesFollow}`, "iy");
/** hexdump and od end with the length alone. */
const lengthAlone = /([0-9a-f]{6,8})\s*$/iy;
const lineNumber = /\d{1,5}[.):|]?\s+/y;

/** The labels of a line: several where a text was run together. */
export function labelsIn(text: string): Label[] {
  if (text.length < 6) return [];
  const found: Label[] = [];
  for (const match of text.matchAll(marked)) {
    const { index } = match;
    const style = match[3] === undefined ? "prefixed" : "colon";
    found.push({ digits: match[1] ?? match[2] ?? match[3], column: index, end: index + match[0].length, style });
  }
  if (found.length > 0) return found;
  const start = contentStart(text);
  const single = plainAt(text, start, plain) ?? plainAt(text, start, lengthAlone);
  return single ? [single] : [];
}

/** A plain label behind the number of a line, where the line above or below has the next number. */
export function labelBehindNumber(text: string): Label | undefined {
  const start = contentStart(text);
  lineNumber.lastIndex = start;
  const number = lineNumber.exec(text);
  return number ? plainAt(text, start + number[0].length, plain) : undefined;
}

export function lineNumberOf(text: string): number | undefined {
  lineNumber.lastIndex = contentStart(text);
  const match = lineNumber.exec(text);
  return match ? Number.parseInt(match[0], 10) : undefined;
}

function plainAt(text: string, column: number, pattern: RegExp): Label | undefined {
  pattern.lastIndex = column;
  const match = pattern.exec(text);
  return match ? { digits: match[1], column, end: column + match[0].length, style: "plain" } : undefined;
}

/** An address needs no more digits to be told from its neighbours. */
const mostDigits = 12;

/** What a label means; od counts in octal by itself, and some tools in decimal. */
export function labelValue(label: Label, base: number): number {
  return Number.parseInt(label.digits.slice(-mostDigits), base);
}

export const isZero = ({ digits }: Label) => /^0+$/.test(digits);

/** Beside labels that cannot be anything else, the others are none. */
export function surest<Row extends { readonly label: Label }>(rows: readonly Row[]): Row[] {
  const style = styles.find((one) => rows.some(({ label }) => label.style === one));
  return rows.filter(({ label }) => label.style === style);
}
