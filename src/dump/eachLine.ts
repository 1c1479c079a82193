import type { Lines } from "./dump";

/** So many lines are remembered at a time; a power of two. A block's few lines are asked for again and again, each by several questions. */
const room = 1024;
/** No text has more. */
const mostLines = 2 ** 32;

/** What is read of a line, remembered: of one text at a time, and until another line needs its place. */
export function oncePerLine<Reading>(read: (lines: Lines, line: number) => Reading): (lines: Lines, line: number) => Reading {
  /** A line of which text it is: with another text nothing has to be forgotten. */
  const known = new Float64Array(room);
  const readings: Reading[] = [];
  let text: Lines | undefined;
  let first = 0;
  return (lines, line) => {
    if (lines !== text) {
      text = lines;
      first += mostLines;
    }
    const place = line & (room - 1);
    if (known[place] === first + line) return readings[place];
    const reading = read(lines, line);
    known[place] = first + line;
    readings[place] = reading;
    return reading;
  };
}
