import type { Lines } from "./dump";

/** So many lines are remembered of a text: more than the rows of the largest packet. */
const most = 10_000;

/** What is read of a line, remembered: several questions are asked of the same few lines, and of one text at a time. */
export function oncePerLine<Reading>(read: (lines: Lines, line: number) => Reading): (lines: Lines, line: number) => Reading {
  const known = new Map<number, Reading>();
  let text: Lines | undefined;
  return (lines, line) => {
    if (lines !== text || known.size >= most) {
      known.clear();
      text = lines;
    }
    const before = known.get(line);
    if (before !== undefined || known.has(line)) return before as Reading;
    const reading = read(lines, line);
    known.set(line, reading);
    return reading;
  };
}
