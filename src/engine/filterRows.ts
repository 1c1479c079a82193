import type { ByteSource } from "../bytes/source";
import type { PacketColumns } from "../capture/columns";
import { openCapture } from "../capture/readCapture";
import type { Connection } from "../connections/tracker";
import { needsHistory } from "../filter/columnFields";
import { kernelOf, rowsAtOnce, verdict } from "../filter/columnFilter";
import { type Filter, PacketMatcher } from "../filter/filter";
import type { PacketFacts } from "../filter/packetValues";
import { fieldsOf } from "../filter/plan";
import { FactsAlongTheWay } from "./packetFacts";
import { walkCapture } from "./walkCapture";

/** An indexed capture, as filters need it. */
export interface FilteredCapture {
  readonly source: ByteSource;
  readonly columns: PacketColumns;
  readonly connections: readonly Connection[];
  /** Reads and decodes one packet again. */
  readonly factsOf: (row: number) => Promise<PacketFacts>;
}

export interface FilterOptions {
  /** The share of what cannot be told from columns that has been read. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Reading fewer packets one by one is quicker than walking through the file. */
const fewPackets = 5000;
/** Between two looks at whether somebody has cancelled. */
const packetsAtOnce = 64;

/** The rows that fit a filter, in order: from columns alone as far as they tell, then from the bytes of the others. */
export async function filterRows(filter: Filter, capture: FilteredCapture, options: FilterOptions = {}): Promise<Uint32Array> {
  const { fitting, open } = rowsByColumns(filter, capture);
  if (open.length === 0) return fitting;
  const hasHistory = filter.test !== undefined && [...fieldsOf(filter.test)].some(({ field }) => needsHistory(field.name));
  const decide = hasHistory || open.length > fewPackets ? walkOpen : readOpen;
  return merged(fitting, await decide(filter, capture, open, options));
}

function rowsByColumns({ test }: Filter, { columns, connections }: FilteredCapture): { fitting: Uint32Array; open: Uint32Array } {
  const [fitting, open] = [new RowList(), new RowList()];
  const kernel = test && kernelOf(test, { columns, connections });
  const verdicts = new Uint8Array(rowsAtOnce).fill(verdict.yes);
  for (let from = 0; from < columns.count; from += rowsAtOnce) {
    const to = Math.min(columns.count, from + rowsAtOnce);
    kernel?.(from, to, verdicts);
    sort(verdicts, from, to - from, fitting, open);
  }
  return { fitting: fitting.rows(), open: open.rows() };
}

/** Row numbers as they are found. */
class RowList {
  list = new Uint32Array(rowsAtOnce);
  count = 0;

  makeRoom(length: number): void {
    if (this.count + length <= this.list.length) return;
    const wider = new Uint32Array(this.list.length * 2 + length);
    wider.set(this.list);
    this.list = wider;
  }

  rows(): Uint32Array {
    return this.list.slice(0, this.count);
  }
}

/** Always writes and mostly moves on by nothing: a branch would be guessed wrong too often. */
function sort(verdicts: Uint8Array, first: number, length: number, fitting: RowList, open: RowList): void {
  fitting.makeRoom(length);
  open.makeRoom(length);
  const [yes, maybe] = [fitting.list, open.list];
  let [yesCount, maybeCount] = [fitting.count, open.count];
  // a verdict's bits are what each list counts on by
  for (let i = 0; i < length; i += 1) {
    const found = verdicts[i];
    yes[yesCount] = first + i;
    maybe[maybeCount] = first + i;
    yesCount += found & 1;
    maybeCount += found >> 1;
  }
  fitting.count = yesCount;
  open.count = maybeCount;
}

/** Two lists in order as one. */
function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
  const rows = new Uint32Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < rows.length; at += 1) rows[at] = j === b.length || (i < a.length && a[i] < b[j]) ? a[i++] : b[j++];
  return rows;
}

async function readOpen(
  filter: Filter,
  { factsOf }: FilteredCapture,
  open: Uint32Array,
  { onProgress, signal }: FilterOptions,
): Promise<Uint32Array> {
  const matcher = new PacketMatcher(filter);
  const fitting: number[] = [];
  for (let first = 0; first < open.length; first += packetsAtOnce) {
    signal?.throwIfAborted();
    for (const row of open.subarray(first, first + packetsAtOnce)) if (matcher.matches(await factsOf(row))) fitting.push(row);
    onProgress?.(Math.min(1, (first + packetsAtOnce) / open.length));
  }
  return Uint32Array.from(fitting);
}

/** Follows every connection again: what the analysis said of a packet is not kept as a whole. */
async function walkOpen(
  filter: Filter,
  { source, connections }: FilteredCapture,
  open: Uint32Array,
  { onProgress, signal }: FilterOptions,
): Promise<Uint32Array> {
  const fitting: number[] = [];
  const reader = await openCapture(source);
  const matcher = new PacketMatcher(filter);
  const facts = new FactsAlongTheWay(connections);
  let next = 0;
  if (!reader) return new Uint32Array();
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      const known = facts.of(visit);
      const row = visit.number - 1;
      if (row !== open[next]) return;
      next += 1;
      if (matcher.matches(known)) fitting.push(row);
    },
    onBlock: async (offset) => {
      onProgress?.(offset / source.size);
      // messages that came in meanwhile, such as one that cancels
      await new Promise((resolve) => setTimeout(resolve));
    },
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  return Uint32Array.from(fitting);
}
