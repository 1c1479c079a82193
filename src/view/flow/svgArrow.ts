import { dashesOf, isTrouble } from "../onScreen/markLooks";
import type { FlowArrow, FlowRun } from "./flow";
import { rounded, svgLine } from "./svgPieces";

/**
 * A segment from one lifeline to the other. Its line, head and signs show what it is, not its colour alone; so the line may be given
 * another colour.
 */
export function svgArrow(
  row: FlowArrow | FlowRun,
  [from, to]: readonly [number, number],
  start: number,
  fall: number,
  line = colourOf(row),
): string[] {
  const end = start + fall;
  const forth = to > from ? 1 : -1;
  const colour = colourOf(row);
  const isRun = row.kind === "run";
  const dashes = isRun ? "none" : dashesOf(row);
  const look = ` stroke-width="${isRun ? 4 : 1.5}"${dashes === "none" ? "" : ` stroke-dasharray="${dashes}"`}`;
  // the line ends inside the arrow's head
  const shaft = svgLine(from, start, to - forth * 8, end - (fall * 8) / Math.abs(to - from), line, look);
  const angle = (Math.atan2(fall, to - from) * 180) / Math.PI;
  const head = `<path d="M0 0l-10 -4.5v9z" transform="translate(${to} ${rounded(end)}) rotate(${rounded(angle)})" fill="${line}"/>`;
  if (isRun) return [shaft, head];
  const sign = (path: string) => `<path d="${path}" stroke="${colour}" stroke-width="2" fill="none"/>`;
  return [
    shaft,
    row.flags.includes("RST") ? sign(`M${to - forth * 13} ${rounded(end - 7)}l11 11m-11 0l11 -11`) : head,
    // a bar for a zero window: nothing more may be sent
    ...(row.marks.includes("zero_window") ? [sign(`M${from + forth * 6} ${start - 7}v14m${forth * 4} -14v14`)] : []),
    // a broken line for segments that are missing before it
    ...(row.marks.includes("lost_segment")
      ? [sign(`M${from + forth * 3} ${start - 12}l${forth * 4} 1m${forth * 4} 1l${forth * 4} 1`)]
      : []),
  ];
}

function colourOf(row: FlowArrow | FlowRun): string {
  if (row.kind === "run") return "#4a4a4a";
  if (row.flags.includes("RST")) return "#b3261e";
  if (row.flags.includes("SYN")) return "#0b61a4";
  if (row.flags.includes("FIN")) return "#6f3fa0";
  return isTrouble(row) ? "#8a4b00" : "#333333";
}
