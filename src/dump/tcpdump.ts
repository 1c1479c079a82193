import type { BytePosition } from "./dump";

/** One row of `tcpdump -x`, `-X`, `-xx` or `-XX`: `\t0x0010:  0af9 accb 8080 18ea  ........` */
export interface Row {
  readonly offset: number;
  readonly bytes: readonly number[];
  readonly positions: readonly BytePosition[];
}

const rowStart = /0x([0-9a-f]{4,8}):[ \t]+/i;
/** tcpdump prints sixteen bytes a row, in groups of two. */
const mostBytes = 16;
const hexGroup = /(?:[0-9a-f]{4}|[0-9a-f]{2})(?![0-9a-z])/iy;

export function readTcpdumpRow(text: string, line: number): Row | undefined {
  const start = rowStart.exec(text);
  if (!start) return undefined;
  const bytes: number[] = [];
  const positions: BytePosition[] = [];
  let column = start.index + start[0].length;
  while (bytes.length < mostBytes) {
    hexGroup.lastIndex = column;
    const digits = hexGroup.exec(text)?.[0];
    if (!digits) break;
    for (let i = 0; i < digits.length; i += 2) {
      bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
      positions.push({ line, column: column + i });
    }
    column += digits.length;
    // one space goes on with the next group; more begin the ASCII column
    if (text[column] !== " " || text[column + 1] === " " || digits.length === 2) break;
    column += 1;
  }
  return bytes.length > 0 ? { offset: Number.parseInt(start[1], 16), bytes, positions } : undefined;
}
