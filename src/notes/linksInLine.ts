import { captureEnding, isCaptureName } from "./captureEnding";
import { type CapturePlace, decoded, readPlace } from "./capturePlace";

/** A capture that a line names, with its columns in UTF-16 units, the end not included. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
  /** The path to look for, with slashes. */
  readonly path: string;
  /** It may be in any folder: programs with links in double brackets find a file by its name. */
  readonly isAnywhere?: true;
  readonly place?: CapturePlace;
}

const name = captureEnding.source;
/** `[text](target "title")` and `[label]: target`; in angle brackets a target may have spaces. */
const markdown = /(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)(?:<([^<>]+)>|((?:[^\s()]|\([^\s()]*\))+))/dg;
/** `[[target|text]]`, as in Obsidian and Foam. */
const wiki = /\[\[([^\][|]+)(?:\|[^\][]*)?\]\]/dg;
const quoted = new RegExp(`["'\`“‘「]([^"'\`”’」<>|]*${name}(?:#[^"'\`”’」]*)?)["'\`”’」]`, "dgi");
/** A name by itself in a text: without spaces, also in its filter. */
const plain = new RegExp(
  `([\\p{L}\\p{N}._~%@+/\\\\:-]*${name}(?![A-Za-z0-9_]|\\.\\w)(?:#(?:\\d+(?!\\w)|\\w[\\w.!=&|:<>~/-]*\\w))?)`,
  "dgiu",
);

/** Longer lines were not written by hand. */
const longest = 20_000;

/**
 * The captures that a line names. Where a name may begin at several columns, as behind Chinese words without a space or in a quoted
 * command, there is a link for each, the longest first: only the disk tells which one it is.
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

/** The targets that a pattern finds: its first group, or else its second. */
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

/** A link from the beginning, and from each column where a word ends or another script begins. */
function tailsAt({ start, text }: Target): WrittenLink[] {
  const starts = [0, ...Array.from(text.matchAll(/(?<=[^\x21-\x7e])(?=[\x21-\x7e])|(?<=\s)(?=\S)/g), ({ index }) => index)];
  return starts.flatMap((from) => linkAt({ start: start + from, text: text.slice(from) }));
}

/** Whether it is an address such as `https:`, which is no file here; a single letter is a drive. */
const hasScheme = (path: string) => /^[a-z][a-z\d+.-]+:/i.test(path);
