import { captureEnding, isCaptureName } from "./captureEnding";
import { type CapturePlace, decoded, readPlace } from "./capturePlace";

/** A capture that a line names: columns in UTF-16 units, half open. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
  /** As it is to be looked for, with slashes. */
  readonly path: string;
  /** It may lie in any folder: programs that write double brackets find a file by its name. */
  readonly isAnywhere?: true;
  readonly place?: CapturePlace;
}

const name = captureEnding.source;
/** `[text](target "title")`, `[label]: target`; angle brackets hold spaces. */
const markdown = /(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)(?:<([^<>]+)>|((?:[^\s()]|\([^\s()]*\))+))/dg;
/** `[[target|text]]`, as Obsidian and Foam have it. */
const wiki = /\[\[([^\][|]+)(?:\|[^\][]*)?\]\]/dg;
const quoted = new RegExp(`["'\`“‘「]([^"'\`”’」<>|]*${name}(?:#[^"'\`”’」]*)?)["'\`”’」]`, "dgi");
/** By itself in a text: without spaces, and with a filter only where that has none. */
const plain = new RegExp(
  `([\\p{L}\\p{N}._~%@+/\\\\:-]*${name}(?![A-Za-z0-9_]|\\.\\w)(?:#(?:\\d+(?!\\w)|\\w[\\w.!=&|:<>~/-]*\\w))?)`,
  "dgiu",
);

/** Longer lines were not written by hand. */
const longest = 20_000;

/**
 * The captures that a line names. Where one name may begin at several columns, as behind Chinese words without a gap or in a command
 * in quotes, there is one for each, the longest first: only who looks at the disk knows which it is.
 */
export function linksInLine(line: string): WrittenLink[] {
  if (line.length > longest || !captureEnding.test(line.toLowerCase())) return [];
  const links: WrittenLink[] = [];
  const isFree = ({ start, end }: WrittenLink) => links.every((each) => end <= each.start || start >= each.end);
  const add = (found: readonly WrittenLink[]) => {
    if (found.length > 0 && isFree(found[0])) links.push(...found);
  };
  for (const target of targetsOf(line, markdown)) add(linkAt(target, decoded));
  for (const target of targetsOf(line, wiki)) add(linkAt(target).map(anywhere));
  for (const target of [...targetsOf(line, quoted), ...targetsOf(line, plain)]) add(tailsAt(target));
  return links.sort((one, other) => one.start - other.start);
}

interface Target {
  readonly start: number;
  readonly text: string;
}

/** What the first group holds that is there at all. */
function targetsOf(line: string, pattern: RegExp): Target[] {
  return Array.from(line.matchAll(pattern), (match) => {
    const group = match[1] === undefined ? 2 : 1;
    return { start: match.indices?.[group]?.[0] ?? 0, text: match[group] };
  });
}

function linkAt({ start, text }: Target, readPath = (path: string) => path): WrittenLink[] {
  const [path, ...fragment] = text.split("#");
  const read = readPath(path).trim().replaceAll("\\", "/");
  if (!isCaptureName(read) || hasScheme(read)) return [];
  const place = readPlace(fragment.join("#"));
  return [{ start, end: start + text.length, path: read, ...(place && { place }) }];
}

const anywhere = (link: WrittenLink): WrittenLink => (link.path.includes("/") ? link : { ...link, isAnywhere: true });

/** From each column where words may end, and those of another script. */
function tailsAt({ start, text }: Target): WrittenLink[] {
  const starts = [0, ...Array.from(text.matchAll(/(?<=[^\x21-\x7e])(?=[\x21-\x7e])|(?<=\s)(?=\S)/g), ({ index }) => index)];
  return starts.flatMap((from) => linkAt({ start: start + from, text: text.slice(from) }));
}

/** What is elsewhere is no file of ours; one letter is a drive. */
const hasScheme = (path: string) => /^[a-z][a-z\d+.-]+:/i.test(path);
