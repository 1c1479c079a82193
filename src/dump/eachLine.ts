import type { Lines } from "./dump";

/** So many lines are remembered at a time (a power of two). A block has few, but each form of dump asks for them, again and again. */
const room = 1024;
/** No text has more lines than these. */
const mostLines = 2 ** 32;

/** Reads each line once: remembers what was read until another line needs the place. */
export function oncePerLine<Reading>(read: (lines: Lines, line: number) => Reading): (lines: Lines, line: number) => Reading {
  /** Which line is remembered at each place, and of which text: so nothing has to be cleared for another text. */
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
