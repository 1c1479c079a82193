import type { Lines } from "./dump";

/** So many lines are remembered at a time; a power of two. A block's few lines are asked for again and again, each by several questions. */
const room = 1024;

/** What is read of a line, remembered: of one text at a time, and until another line needs its place. */
export function oncePerLine<Reading>(read: (lines: Lines, line: number) => Reading): (lines: Lines, line: number) => Reading {
  const known = new Int32Array(room).fill(-1);
  const readings: Reading[] = [];
  let text: Lines | undefined;
  return (lines, line) => {
    if (lines !== text) {
      known.fill(-1);
      text = lines;
    }
    const place = line & (room - 1);
    if (known[place] === line) return readings[place];
    const reading = read(lines, line);
    known[place] = line;
    readings[place] = reading;
    return reading;
  };
}
