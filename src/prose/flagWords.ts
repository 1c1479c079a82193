import { tcp, tcpFlag } from "../protocols/tcp";
import { flagsOfLetters, flagsOfNames } from "./flagLetters";
import type { FlagsMention } from "./mention";

/** Flags by themselves in a line. The lines around have to say whether they are TCP's. */
export interface FlagWord extends Omit<FlagsMention, "kind" | "contradicts"> {
  readonly start: number;
  readonly end: number;
  /** All 16 bits, with the data offset before the flags, where they are written. */
  readonly word: number | undefined;
  /** What the words around must speak of before these count as TCP's flags. */
  readonly needs: "nothing" | "tcp" | "flags" | "flags on this line";
}

/** The flags of a line that may stand at a column, as far as the character there allows. */
export function readFlagWords(line: string, column: number): FlagWord[] {
  const sign = line[column] ?? "";
  return readers.flatMap(([signs, read]) => (signs.test(sign) ? read(line) : []));
}

const name = "(?:SYN|ACK|FIN|RST|PSH|URG|ECE|CWR)";
/** A hyphen that joins a word to the name. Two hyphens do not: they are the shaft of an arrow, `--FIN, seq=5-->`. */
const hyphenated = "[^\\s<-]-";
/** Names that belong together, such as `SYN, ACK` and `FIN+ACK`, but not parts of states such as `LAST_ACK` and `SYN-SENT`. */
const nameList = new RegExp(
  `(?<!\\w|${hyphenated}|SEQ/)${name}(?:\\s?(?:[,，、+/|&-]|\\s\\+)\\s?${name})*(?![\\w]|[-_][A-Za-z])`,
  "g",
);
const bit = `(?<!\\w|${hyphenated})${name}\\s?(?:位|bit)?\\s?(?:[=＝]|为|是|is)\\s?[01](?![\\w.]|\\s?\\+)`;
/** Flags by their bits: `SYN=1,ACK=0`, `fin 位 为 1，ack 为1`. */
const bitList = new RegExp(`${bit}(?:\\s?[,，、]\\s?${bit})*`, "gi");

/** Signs between names: `、` always stands between segments, a comma, slash or bar may, and others join the flags of one segment. */
const betweenSegments = /\s?、\s?/;
const maybeBetween = /\s?[,，/|]\s?/;
const within = /[+&-]/;

/** `SYN、SYN+ACK` are two segments, `SYN, ACK` is one; `SYN, FIN, RST` are three, since no segment has two of these flags. */
function* segmentsIn(list: string, start: number): Generator<{ readonly start: number; readonly text: string }> {
  for (const part of partsOf(list, start, betweenSegments)) {
    const parts = [...partsOf(part.text, part.start, maybeBetween)];
    const areSegments =
      parts.length > 1 && (namesTwice(part.text) || parts.some(({ text }) => within.test(text)) || excludes(part.text));
    if (areSegments) yield* parts;
    else yield part;
  }
}

function* partsOf(text: string, start: number, between: RegExp) {
  let at = 0;
  for (const part of text.split(between)) {
    const own = text.indexOf(part, at);
    yield { start: start + own, text: part };
    at = own + part.length;
  }
}

const namesTwice = (text: string): boolean => /\b([A-Z]{3})\b.*\b\1\b/.test(text);

const excludes = (text: string): boolean =>
  /[,，/]/.test(text) && ["SYN", "FIN", "RST"].filter((name) => text.includes(name)).length > 1;

/** In small letters, names count where two are joined, `syn+ack`, or where a word for a segment follows: `syn 包`. */
const smallList =
  /(?<![\w-])(?:syn|fin|rst|psh)\s?[+/-]\s?ack(?![\w-])|(?<![\w-])ack\s?\+\s?(?:syn|fin|rst|psh)(?![\w-])|(?<![\w-])(?:syn|ack|fin|rst|psh)(?=\s?(?:包|报文|分节|[数數]据包|封包|请求|packets?\b|segments?\b))/g;

const readSmallNames = (line: string): FlagWord[] =>
  [...line.matchAll(smallList)].map((match) => ({
    ...place(match, match[0]),
    notation: "names",
    flags: flagsOfNames(match[0].toUpperCase()),
    headerLength: undefined,
    word: undefined,
    needs: "tcp",
  }));

/** tcpdump's letters in its order, as people quote them: `[S.]` is SYN and ACK. A single letter may be the mark of a reference. */
const quotedLetters = /(?:(?<=[Ff]lags)|(?<![\w\])(\\]))\[(?=[^\]])(F?S?R?P?(\.?)U?E?W?e?)\](?![\w([{+*?])/g;

const readLetters = (line: string): FlagWord[] =>
  [...line.matchAll(quotedLetters)].map((match) => ({
    ...place(match, match[0]),
    notation: "names",
    flags: flagsOfLetters(match[1]),
    headerLength: undefined,
    word: undefined,
    needs: match[2] !== "" && match[1].length > 1 ? "flags" : "flags on this line",
  }));

const ofTcpAlone = tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST | tcpFlag.PSH;
/** Words after a name that make it a flag of TCP: `SYN flood`, `SYN 包`. */
const ofTcp =
  /^[\s-]?(?:flood|cookie|queue|backlog|segment|packet)(?:s|ing)?(?!\w)|^\s?(?:包|报文|分节|洪水|洪泛|泛洪|攻击|队列)/i;

function readNames(line: string): FlagWord[] {
  const lists = [...line.matchAll(nameList)].flatMap(({ index, 0: list }) => [...segmentsIn(list, index)]);
  return lists.map(({ start, text }) => {
    const flags = flagsOfNames(text);
    const isPair = (flags & (flags - 1)) !== 0;
    return {
      start,
      end: start + text.length,
      text,
      notation: "names",
      flags,
      headerLength: undefined,
      word: undefined,
      needs: flags & ofTcpAlone && (isPair || ofTcp.test(line.slice(start + text.length))) ? "nothing" : "tcp",
    };
  });
}

const signsOfBits = /[ACEFGHIKNPRSTUWYB\s位=＝为是01,，、]/i;

/** Flags by their bits. In small letters, `ack 为1` alone is an acknowledgment number instead. */
export function readFlagBits(line: string, column: number): FlagWord[] {
  if (!signsOfBits.test(line[column] ?? "")) return [];
  return [...line.matchAll(bitList)].flatMap((match) => {
    const [text] = match;
    const bits = [...text.matchAll(/([a-z]{3})[^01]*([01])/gi)];
    if (bits.length === 1 && /^(?:ack|urg|ece|cwr)(?!.*(?:位|bit))/.test(text)) return [];
    const set = bits.filter(([, , value]) => value === "1").map(([, each]) => each.toUpperCase());
    return [
      {
        ...place(match, text),
        notation: "names" as const,
        flags: flagsOfNames(set.join(" ")),
        headerLength: undefined,
        word: undefined,
        needs: "tcp" as const,
      },
    ];
  });
}

const hexWord = /(?<![\w.:#/\\$@%&+-])(0x)?([0-9a-fA-F]{2,4})(?!\w|[.:/-]\w)/g;

function readHex(line: string): FlagWord[] {
  return [...line.matchAll(hexWord)].flatMap((match) => {
    if (isOtherNumber(line, match.index)) return [];
    const isMarked = match[1] !== undefined;
    const digits = match[2];
    const word = Number.parseInt(digits, 16);
    const isWhole = digits.length === 4 && isDataOffset(word);
    const flags = word & 0xfff;
    // two digits without `0x` may be any number; a value with reserved bits is no flags
    if (flags >= 0x200 || (digits.length === 4 && !isWhole && word > 0xfff)) return [];
    if (!isMarked && !(isWhole && isOrdinary(flags))) return [];
    if (isMarked && !isWhole && flags === 0) return [];
    return [
      {
        ...place(match, match[0]),
        notation: "hex" as const,
        flags,
        headerLength: isWhole ? (word >> 12) * 4 : undefined,
        word: isWhole ? word : undefined,
        needs: isMarked && isWhole ? ("flags" as const) : ("flags on this line" as const),
      },
    ];
  });
}

/** Whether the words before a number say that it is something else: `protocol=0x06`, `port 0x0050`, `源端口 0x0050`. */
function isOtherNumber(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - 24), at);
  return otherNumbers.test(before) || otherNames.test(before);
}

const otherNumbers =
  /(?<![A-Za-z_])(?:(?:proto(?:col)?|ttl|live|tos|version|id|ident(?:ification)?|len(?:gth)?|sum|win|opt(?:ion)?s?|mss|mask|mark|vlan)\)?\s?[=:]|(?:port|type|window|checksum|cksum|ethertype)\)?\s?[=:]?)\s?[`*]{0,2}$/i;
const otherNames =
  /(?:端口|[序确認认][号號]|序列[号號]|窗口|[校检檢][验驗]和|[长長]度|[协協][议議]|[标標][识識]|地址|[选選][项項]|[类類]型)[号號]?\s?(?:字段)?\s?(?:为|為|是|[=:：])?\s?[`*]{0,2}$/;

const binaryWord = /(?<![\w.,:-])(?:[01]{4}(?:[ _][01]{4}){1,3}|[01]{6}|[01]{8,9}|[01]{12}|[01]{16})(?!\w|[.:-]\w)/g;

function readBinary(line: string): FlagWord[] {
  return [...line.matchAll(binaryWord)].flatMap((match) => {
    const digits = match[0].replace(/[ _]/g, "");
    const word = Number.parseInt(digits, 2);
    const isWhole = digits.length === 16;
    const flags = word & 0xfff;
    if (flags >= 0x200 || (isWhole && !isDataOffset(word)) || (!isWhole && flags === 0)) return [];
    return [
      {
        ...place(match, match[0]),
        notation: "binary" as const,
        flags,
        headerLength: isWhole ? (word >> 12) * 4 : undefined,
        word: isWhole ? word : undefined,
        needs: isWhole ? ("flags" as const) : ("flags on this line" as const),
      },
    ];
  });
}

/** Whether the first four bits can be a data offset, which is at least five words (RFC 9293 §3.1). */
const isDataOffset = (word: number) => (word >> 12) * 4 >= tcp.size;

/** Whether a working TCP sends these flags, apart from those of explicit congestion notification: `8080` is a port, no flags. */
function isOrdinary(flags: number): boolean {
  const { SYN, ACK, FIN, RST, PSH, URG } = tcpFlag;
  return (
    [SYN, RST].includes(flags as never) ||
    ((flags & ACK) !== 0 && [0, SYN, FIN, RST, PSH, FIN | PSH, URG, URG | PSH].includes(flags & ~ACK))
  );
}

/** Readers of the notations, each with the characters that it consists of. */
const readers: readonly (readonly [signs: RegExp, read: (line: string) => FlagWord[]])[] = [
  [/[ACEFGHIKNPRSTUWY\s,，、+/|&-]/, readNames],
  [/[acfhiknprsty\s+/-]/, readSmallNames],
  [/[[\]EFPRSUWe.]/, readLetters],
  [/[\da-fA-Fx]/, readHex],
  [/[01 _]/, readBinary],
];

/** The same word in another notation on this line, if it has other bits there: `8010转为二进制[1000000000010001]`. */
export function contradictionIn(line: string, own: FlagWord): FlagsMention["contradicts"] {
  if (own.word === undefined) return undefined;
  const other = [...readHex(line), ...readBinary(line)].find(
    ({ notation, word }) => word !== undefined && notation !== own.notation && word !== own.word,
  );
  return other && { text: other.text, value: other.word! };
}

function place(match: RegExpMatchArray, text: string) {
  const start = match.index!;
  return { start, end: start + text.length, text };
}
