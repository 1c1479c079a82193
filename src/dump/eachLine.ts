import type { Lines } from "./dump";

/** So many lines are remembered of a text: more than the rows of the largest packet. */
const most = 10_000;

/** What is read of a line, remembered: several questions are asked of the same few lines. */
export function oncePerLine<Reading>(read: (lines: Lines, line: number) => Reading): (lines: Lines, line: number) => Reading {
  const known = new WeakMap<Lines, Map<number, Reading>>();
  return (lines, line) => {
    let ofText = known.get(lines);
    if (!ofText) {
      ofText = new Map();
      known.set(lines, ofText);
    }
    const before = ofText.get(line);
    if (before !== undefined || ofText.has(line)) return before as Reading;
    if (ofText.size >= most) ofText.clear();
    const reading = read(lines, line);
    ofText.set(line, reading);
    return reading;
  };
}
