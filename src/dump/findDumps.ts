import type { Dump, Lines } from "./dump";
import { startLayerOf } from "./startLayer";
import { type Row, readTcpdumpRow } from "./tcpdump";

/** Every packet in a text, in order. */
export function findDumps(lines: Lines): Dump[] {
  const dumps: Dump[] = [];
  for (let line = 0; line < lines.count; ) {
    const dump = readDump(lines, line);
    if (dump) dumps.push(dump);
    line = dump ? dump.endLine + 1 : line + 1;
  }
  return dumps;
}

/** The packet around one line; reads no other part of the text. */
export function findDumpAt(lines: Lines, line: number): Dump | undefined {
  const row = readTcpdumpRow(lines.at(line), line);
  if (!row) return undefined;
  let first = line;
  for (let offset = row.offset; offset > 0 && first > 0; first -= 1) {
    const above = readTcpdumpRow(lines.at(first - 1), first - 1);
    if (!above || above.offset >= offset) break;
    offset = above.offset;
  }
  const dump = readDump(lines, first);
  return dump && dump.endLine >= line ? dump : undefined;
}

/** The packet whose first row stands at `firstLine`. */
function readDump(lines: Lines, firstLine: number): Dump | undefined {
  const rows: Row[] = [];
  let expected = 0;
  for (let line = firstLine; line < lines.count; line += 1) {
    const row = readTcpdumpRow(lines.at(line), line);
    if (!row || row.offset !== expected) break;
    rows.push(row);
    expected += row.bytes.length;
  }
  const bytes = Uint8Array.from(rows.flatMap((row) => row.bytes));
  const startLayer = startLayerOf(bytes);
  if (rows.length === 0 || !startLayer) return undefined;
  return {
    startLine: firstLine,
    endLine: firstLine + rows.length - 1,
    bytes,
    positions: rows.flatMap((row) => row.positions),
    startLayer,
  };
}
