import { oncePerLine } from "../../dump/eachLine";

/**
 * A line of Wireshark's tree of a packet: `Window: 502`, `.... ..1. = Syn: Set`, `[Stream index: 0]`; the same in its XML
 * (`showname="Window: 502"`), and by the filter's name in its JSON (`"tcp.window_size_value": "502"`).
 */
export interface TreeLine {
  /** Where it begins and ends in the line, without its dressing. */
  readonly start: number;
  readonly end: number;
  /** The text there. */
  readonly text: string;
  /** The bits of a field that shares its bytes: digits where they are its own, dots where they are not. */
  readonly bits: string | undefined;
  /** It is in no header: Wireshark has worked it out. */
  readonly isReckoned: boolean;
  /** Only its letters and digits, in lower case, since versions differ in spaces and capitals. */
  readonly label: string;
  /** The filter's name of a field in JSON, which has no label. */
  readonly name?: string;
  readonly value: string;
  /** It was printed by Scapy's `ls`, with its type. */
  readonly isTyped?: true;
}

const longestLine = 300;
/** What may be before a line: quotes, list marks, the signs that open a tree, and the name that Solaris' snoop puts before each line. */
const dressing = /(?:[\s\u00a0\u3000>*#|`+•▸▶▼▾►│├└┌─╰┬-]|\/\/|TCP:\s{2}|:\t|v(?=\s[A-Z]))*/y;
const bits = "(?:[01.]{4} ?){0,7}[01.]{3,4}";
/** Bits in pages that make one sign of three dots, of which some lose the fourth. */
const bitsOfPage = "(?=[01. ]{0,30}…)[01.…]{1,4}(?: [01.…]{1,4}){0,7}";
const bitPattern = new RegExp(`(${bits}|${bitsOfPage}) {1,3}= `, "y");
/** Bits in the middle of a sentence or in a cell of a table. */
const bitsInside = new RegExp(`(?<=[\\s\`(|"])[01.]{4} ${bits} {1,3}= [A-Z][^\`|"]{2,60}`);
/** Where a remark begins that somebody wrote behind the line. */
const remark = /\s+(?:\/\/|\/\*|←|<-|#\s)/;
const labelPattern = /([A-Za-z][^:=\]]{0,79}?)\s{0,20}(?:[:=](?:\s|$)|$)/y;

/** `###[ TCP ]###` without its first signs, which count as the line's dressing. */
const scapyLayer = /^\[ [\w ]{2,30} \]#/;

/** A label as it is looked up: its letters and digits alone, in lower case. */
export const lettersOf = (label: string) => label.toLowerCase().replace(/[^a-z0-9]+/g, "");

const ellipsis = 0x2026;

/** Whether a line may begin with this character: a letter, a bracket or a bit. */
function mayBegin(code: number): boolean {
  const small = code | 0x20;
  return (
    (small >= 0x61 && small <= 0x7a) || code === 0x5b || code === 0x2e || code === ellipsis || code === 0x30 || code === 0x31
  );
}

export const treeLineAt = oncePerLine((lines, line): TreeLine | undefined => {
  const whole = lines.at(line);
  if (whole.length < 3 || whole.length > longestLine) return undefined;
  dressing.lastIndex = 0;
  dressing.test(whole);
  const start = dressing.lastIndex;
  const code = whole.charCodeAt(start);
  if (code === quote) return fieldOfJson(whole, start);
  if (code === angle) return lineOfXml(whole, start);
  if (start > 0 && whole.lastIndexOf("|", start - 1) >= 0 && whole.indexOf("|", start) > 0) return lineOfTable(whole);
  const bits = whole.includes(".... ") && !standsAtBits(whole, start) ? bitsInside.exec(whole) : undefined;
  if (bits) return lineIn(whole.slice(0, bits.index + bits[0].length), bits.index);
  return mayBegin(code) ? lineIn(whole, start) : undefined;
});

function standsAtBits(whole: string, start: number): boolean {
  bitPattern.lastIndex = start;
  return bitPattern.test(whole);
}

/** A row of a table as students write them: the field, its length, its value, and in the last cell what Wireshark shows. */
function lineOfTable(whole: string): TreeLine | undefined {
  const end = whole.trimEnd().replace(/\|$/, "").trimEnd().length;
  const start = whole.lastIndexOf("|", end - 1) + 1;
  const from = start + whole.slice(start, end).search(/\S/);
  return from >= start && mayBegin(whole.charCodeAt(from)) ? lineIn(whole.slice(0, end), from) : undefined;
}

const quote = 0x22;
const angle = 0x3c;
const jsonPattern = /"((?:tcp|ipv?6?|eth|frame)(?:\.\w+)+)":\s?"([^"]*)"/y;
const jsonLayer = /"(tcp|ipv?6?|eth|frame)":\s?\{/y;

function fieldOfJson(whole: string, start: number): TreeLine | undefined {
  if (whole.startsWith('"showname"', start)) return lineOfXml(whole, start);
  jsonPattern.lastIndex = start;
  const match = jsonPattern.exec(whole);
  if (!match) {
    jsonLayer.lastIndex = start;
    const layer = jsonLayer.exec(whole);
    return layer ? { ...lineIn(`Layer ${layer[1].toUpperCase()}`, 0)!, start, end: start + layer[0].length } : undefined;
  }
  const [text, name, value] = match;
  return { start, end: start + text.length, text, bits: undefined, isReckoned: false, label: "", name, value };
}

const xmlPattern = /(?:<(?:field|proto) name="[\w.]*" showname=|"showname":\s?)"([^"]*)"/y;

function lineOfXml(whole: string, start: number): TreeLine | undefined {
  xmlPattern.lastIndex = start;
  const match = xmlPattern.exec(whole);
  return match ? lineIn(whole.slice(0, xmlPattern.lastIndex - 1), xmlPattern.lastIndex - 1 - match[1].length) : undefined;
}

function lineIn(whole: string, start: number): TreeLine | undefined {
  // marks of bold print become spaces, so that columns stay the same
  const behind = whole.slice(start).replaceAll("**", "  ");
  const said = behind.search(remark);
  const text = (said > 0 ? behind.slice(0, said) : behind).replace(/[\s|`*]+$/, "");
  bitPattern.lastIndex = 0;
  const bits = bitPattern.exec(text);
  let from = bits?.[0].length ?? 0;
  const isReckoned = text[from] === "[";
  if (isReckoned) from += 1;
  labelPattern.lastIndex = from;
  const end = isReckoned && text.endsWith("]") ? text.length - 1 : text.length;
  const match = labelPattern.exec(text.slice(0, end));
  if (!match)
    return scapyLayer.test(text)
      ? { start, end: start + text.length, text, bits: undefined, isReckoned, label: "", value: "" }
      : undefined;
  return {
    start,
    end: start + text.length,
    text,
    bits: bits?.[1].replaceAll(" ", ""),
    isReckoned,
    label: lettersOf(match[1]),
    ...valueIn(text.slice(from + match[0].length, end).trim()),
  };
}

/** Scapy's `ls` prints type, value and default: `ShortField = 8192 ('8192')`; of a protocol without a packet, only type and default. */
const typed = /^[A-Z]\w*Field\w*(?:\s+\(\w[\w ]*\))?\s+= (?:\('?(.*?)'?\)|'?(<[^>]*>|[^(\s].*?)'?\s+\(.*\))$/;
const flagged = /^<Flag \d+ \((\w*)\)>$/;

function valueIn(value: string): Pick<TreeLine, "value" | "isTyped"> {
  const match = value.includes("Field") ? typed.exec(value) : null;
  if (!match) return { value };
  const shown = match[1] ?? match[2];
  return { value: flagged.exec(shown)?.[1] ?? shown, isTyped: true };
}

/** The number that a field's own bits make. */
export const valueOfBits = (bits: string): number => Number.parseInt(bits.replace(/[.…]/g, ""), 2);

/** The number in `80`, `0x0800`, `-1 (unknown)`, or behind a name: `http (80)`. */
export function numberShown(text: string): number | undefined {
  const number = /^(-?\d+|0x[0-9a-f]+)(?![\w.]|:\S)/i.exec(text)?.[1] ?? /\((\d+|0x[0-9a-f]+)\)/i.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}
