import { annotatedBytes, annotatedRegion } from "./annotatedRows";
import { assignedBytes, piecesRegion } from "./assignedPieces";
import { bareRegion, bareRows, pieceBytes, pieceRegion, spacedRegion } from "./bareRows";
import { base32Bytes, base32Region } from "./base32";
import { base64Bytes, base64Region, isLabelled } from "./base64";
import { listBytes, listRegion, wordSize } from "./byteLists";
import { byteAt, type Dump, type DumpForm, type Lines, part } from "./dump";
import { decimalStringBytes, stringBytes, stringRegion } from "./escapedStrings";
import { labelledRegion, mayHaveBytes } from "./labelledRegion";
import { labelledBytes } from "./labelledRows";
import { loggedRegion, loggedRows } from "./loggedRows";
import { memoryBytes, memoryRegion } from "./memoryRecords";
import { bases } from "./numberRows";
import { bytesInBase, otherBaseRegion } from "./otherBases";
import { type Demand, namedHeader, packetsIn, packetsInRows, swapped, withoutFilling } from "./packets";
import type { Region } from "./region";
import { reversedBytes, reversedRegion } from "./reversedRows";
import { sectionedBytes, sectionedRegion } from "./sectionedRows";
import { type Subject, subjectAround } from "./subject";
import { tableColumns, tableRegion } from "./tableRows";
import { inColouredText, withoutColours } from "./terminalColours";
import { unpaddedBytes, unpaddedRegion } from "./unpaddedDigits";

/** A way in which packets are written down: which lines belong together, and which packets they are. */
interface Form {
  readonly name: DumpForm;
  region(lines: Lines, line: number): Region | undefined;
  /** False where a line of a region is of no packet there, which is known without reading them. */
  mayHaveBytes?(lines: Lines, region: Region, line: number): boolean;
  packets(lines: Lines, region: Region, speaksOf: Subject): Dump[];
}

/** How much must speak for a packet: less where only dumps look like this. */
const enough = { offsets: 22, noOffsets: 30, code: 30, base64: 30, unlabelledBase64: 36 } as const;

const forms: readonly Form[] = [
  {
    name: "offsets",
    region: labelledRegion,
    mayHaveBytes,
    packets: (lines, region, speaksOf) =>
      labelledBytes(lines, region).flatMap((bytes) => {
        const demand: Demand = { form: "offsets", enough: enough.offsets, speaksOf, missing: bytes.missing };
        const found = packetsIn(part(bytes, 0, bytes.total), demand);
        if (found.length > 0 || bytes.wordSize === 1) return found;
        return packetsIn(withoutFilling(part(swapped(bytes, bytes.wordSize), 0, bytes.total), bytes.wordSize), demand);
      }),
  },
  {
    name: "reversed",
    region: reversedRegion,
    packets: (lines, region, speaksOf) =>
      packetsIn(withoutFilling(reversedBytes(lines, region), longword), { form: "reversed", enough: enough.offsets, speaksOf }),
  },
  {
    name: "memory",
    region: memoryRegion,
    packets: (lines, region, speaksOf) =>
      packetsIn(memoryBytes(lines, region), { form: "memory", enough: enough.offsets, speaksOf }),
  },
  {
    name: "pieces",
    region: piecesRegion,
    packets: (lines, region, speaksOf) => {
      const { whole, ends } = assignedBytes(lines, region);
      return packetsInRows(whole, ends, { form: "pieces", enough: enough.offsets, speaksOf });
    },
  },
  {
    name: "list",
    region: listRegion,
    packets: (lines, region, speaksOf) => {
      const bytes = listBytes(lines, region);
      const demand: Demand = { form: "list", enough: enough.code, speaksOf };
      const found = packetsIn(bytes, demand);
      const size = wordSize(lines, region);
      return found.length > 0 || size === 1 ? found : packetsIn(withoutFilling(swapped(bytes, size), size), demand);
    },
  },
  {
    name: "string",
    region: stringRegion,
    packets: (lines, region, speaksOf) => {
      const demand: Demand = { form: "string", enough: enough.code, speaksOf };
      const found = packetsIn(stringBytes(lines, region), demand);
      if (found.length > 0) return found;
      const inTens = decimalStringBytes(lines, region);
      return inTens ? packetsIn(inTens, demand) : [];
    },
  },
  {
    name: "annotated",
    region: annotatedRegion,
    packets: (lines, region, speaksOf) =>
      packetsIn(annotatedBytes(lines, region), { form: "annotated", enough: enough.noOffsets, speaksOf }),
  },
  {
    name: "table",
    region: tableRegion,
    packets: (lines, region, speaksOf) => {
      for (const { whole, ends } of tableColumns(lines, region)) {
        const found = packetsInRows(whole, ends, { form: "table", enough: enough.noOffsets, speaksOf });
        if (found.length > 0) return found;
      }
      return [];
    },
  },
  {
    name: "logged",
    region: loggedRegion,
    packets: (lines, region, speaksOf) => {
      const { whole, ends } = loggedRows(lines, region);
      return packetsInRows(whole, ends, { form: "logged", enough: enough.noOffsets, speaksOf });
    },
  },
  {
    name: "sectioned",
    region: sectionedRegion,
    packets: (lines, region, speaksOf) =>
      packetsIn(sectionedBytes(lines, region), { form: "sectioned", enough: enough.noOffsets, speaksOf }),
  },
  {
    name: "bare",
    region: bareRegion,
    packets: (lines, region, speaksOf) => {
      const { whole, ends } = bareRows(lines, region);
      return packetsInRows(whole, ends, { form: "bare", enough: enough.noOffsets, speaksOf });
    },
  },
  {
    name: "spaced",
    region: spacedRegion,
    packets: (lines, region, speaksOf) => {
      const { whole, ends } = bareRows(lines, region);
      return packetsInRows(whole, ends, { form: "spaced", enough: enough.noOffsets, speaksOf });
    },
  },
  {
    name: "named",
    region: pieceRegion,
    packets: (lines, region, speaksOf) => namedHeader(pieceBytes(lines, region), { form: "named", speaksOf }),
  },
  {
    name: "unpadded",
    region: unpaddedRegion,
    packets: (lines, region, speaksOf) => {
      const { whole, ends } = unpaddedBytes(lines, region);
      return packetsInRows(whole, ends, { form: "unpadded", enough: enough.noOffsets, speaksOf });
    },
  },
  {
    name: "other base",
    region: otherBaseRegion,
    packets: (lines, region, speaksOf) => {
      const demand: Demand = { form: "other base", enough: enough.noOffsets, speaksOf };
      for (const base of bases) {
        for (const isSwapped of base.size === 1 ? [false] : [true, false]) {
          const bytes = bytesInBase(lines, region, base, isSwapped);
          const found = bytes ? packetsIn(bytes, demand) : [];
          if (found.length > 0) return found;
        }
      }
      return [];
    },
  },
  {
    name: "base32",
    region: base32Region,
    packets: (lines, region, speaksOf) =>
      packetsIn(base32Bytes(lines, region), { form: "base32", enough: enough.base64, speaksOf }),
  },
  {
    name: "base64",
    region: base64Region,
    packets: (lines, region) =>
      packetsIn(base64Bytes(lines, region), {
        form: "base64",
        enough: isLabelled(lines, region) ? enough.base64 : enough.unlabelledBase64,
        speaksOf: () => false,
      }),
  },
];

/** OpenVMS fills up the last word of a packet. */
const longword = 4;

/** Every packet in a text, in order. */
export function findDumps(lines: Lines): Dump[] {
  return findDumpsBetween(lines, 0, lines.count - 1);
}

/** Every packet that touches these lines; reads no other part of the text. */
export function findDumpsBetween(text: Lines, first: number, last: number): Dump[] {
  const lines = withoutColours(text);
  const dumps: Dump[] = [];
  /** For each form, up to which line it has found nothing. */
  const nothingUntil = forms.map(() => -1);
  let foundUntil = -1;
  for (let line = first; line <= Math.min(last, lines.count - 1); line += 1) {
    for (const [index, form] of forms.entries()) {
      if (line <= nothingUntil[index]) continue;
      const region = form.region(lines, line);
      // what stands below a packet may be one that is written in another way, but not with rows of the first
      if (!region || region.first <= foundUntil) continue;
      const found = packetsOf(form, text, region);
      nothingUntil[index] = region.last;
      if (found.length === 0) continue;
      dumps.push(...found);
      foundUntil = Math.max(line, ...found.map(({ endLine }) => endLine));
      line = foundUntil;
      break;
    }
  }
  return dumps;
}

/** The packet around one line; reads no other part of the text. */
export function findDumpAt(text: Lines, line: number, column?: number): Dump | undefined {
  const lines = withoutColours(text);
  for (const form of forms) {
    const region = form.region(lines, line);
    if (!region || form.mayHaveBytes?.(lines, region, line) === false) continue;
    const found = packetsOf(form, text, region);
    const around = found.filter(({ startLine, endLine }) => startLine <= line && line <= endLine);
    if (around.length > 0)
      return around.find((dump) => column !== undefined && byteAt(dump, line, column) !== undefined) ?? around[0];
  }
  return undefined;
}

/** Packets above one that are written in the same way, the nearest first; looks at so many lines. */
export function* dumpsAbove(text: Lines, dump: Dump, most: number): Generator<Dump> {
  const lines = withoutColours(text);
  const form = forms.find(({ name }) => name === dump.form);
  const last = Math.max(0, dump.startLine - most);
  for (let line = dump.startLine - 1; form && line >= last; line -= 1) {
    const region = form.region(lines, line);
    if (!region) continue;
    const found = packetsOf(form, text, region);
    yield* found.filter(({ endLine }) => endLine < dump.startLine).reverse();
    line = region.first;
  }
}

function packetsOf(form: Form, text: Lines, region: Region): Dump[] {
  const lines = withoutColours(text);
  return form.packets(lines, region, subjectAround(lines, region)).map((dump) => inColouredText(text, dump));
}
