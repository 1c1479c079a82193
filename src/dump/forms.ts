import { annotatedBytes, annotatedRegion } from "./annotatedRows";
import { assignedBytes, piecesRegion } from "./assignedPieces";
import { bareRegion, bareRows, pieceBytes, pieceRegion, spacedRegion } from "./bareRows";
import { base32Bytes, base32Region } from "./base32";
import { base64Bytes, base64Region, isLabelled } from "./base64";
import { listBytes, listRegion, wordSize } from "./byteLists";
import { type Bytes, type BytesInRows, type Dump, type DumpForm, type Lines, part } from "./dump";
import { decimalStringBytes, stringBytes, stringRegion } from "./escapedStrings";
import { labelledRegion, mayHaveBytes } from "./labelledRegion";
import { labelledBytes } from "./labelledRows";
import { loggedRegion, loggedRows } from "./loggedRows";
import { memoryBytes, memoryRegion } from "./memoryRecords";
import { bases } from "./numberRows";
import { bytesInBase, otherBaseRegion } from "./otherBases";
import { type Demand, enough, namedHeader, packetsIn, packetsInRows, swapped, withoutFilling } from "./packets";
import type { Region } from "./region";
import { reversedBytes, reversedRegion } from "./reversedRows";
import { isSection, sectionedBytes, sectionedRegion } from "./sectionedRows";
import type { Subject } from "./subject";
import { tableColumns, tableRegion } from "./tableRows";
import { unpaddedBytes, unpaddedRegion } from "./unpaddedDigits";

/** A way in which packets are written down: which lines belong together, and which packets they are. */
export interface Form {
  readonly name: DumpForm;
  region(lines: Lines, line: number): Region | undefined;
  /** False if a line of a region belongs to none of its packets, and that can be told without reading them. */
  mayHaveBytes?(lines: Lines, region: Region, line: number): boolean;
  packets(lines: Lines, region: Region, speaksOf: Subject): Dump[];
}

/** A form whose regions are read as bytes in one piece. */
const together = (name: DumpForm, region: Form["region"], read: (lines: Lines, region: Region) => Bytes, bits: number): Form => ({
  name,
  region,
  packets: (lines, own, speaksOf) => packetsIn(read(lines, own), { form: name, enough: bits, speaksOf }),
});

/** A form whose regions are read as bytes in rows. */
const inRows = (
  name: DumpForm,
  region: Form["region"],
  read: (lines: Lines, region: Region) => BytesInRows,
  bits: number,
): Form => ({
  name,
  region,
  packets: (lines, own, speaksOf) => {
    const { whole, ends } = read(lines, own);
    return packetsInRows(whole, ends, { form: name, enough: bits, speaksOf });
  },
});

/** Size of the words in which OpenVMS prints a packet; the last one is filled up. */
const longword = 4;

/** Words are tried in the order of a little-endian machine first. */
const readingsOfNumbers = bases.flatMap((base) =>
  (base.size === 1 ? [false] : [true, false]).map((isSwapped) => ({ base, isSwapped })),
);

/** In the order in which they are tried. */
export const forms: readonly Form[] = [
  {
    name: "offsets",
    region: labelledRegion,
    mayHaveBytes,
    packets: (lines, region, speaksOf) =>
      isSection(lines, region)
        ? []
        : labelledBytes(lines, region).flatMap(({ wordSize: size, total, missing, ...bytes }) =>
            inEitherOrder(bytes, size, { form: "offsets", enough: enough.offsets, speaksOf, missing }, total),
          ),
  },
  together("reversed", reversedRegion, (lines, region) => withoutFilling(reversedBytes(lines, region), longword), enough.offsets),
  together("memory", memoryRegion, memoryBytes, enough.offsets),
  inRows("pieces", piecesRegion, assignedBytes, enough.offsets),
  {
    name: "list",
    region: listRegion,
    packets: (lines, region, speaksOf) => {
      const size = wordSize(lines, region);
      const bytes = listBytes(lines, region);
      const demand: Demand = { form: "list", enough: enough.code, speaksOf };
      return inEitherOrder(size === 1 ? bytes : withoutFilling(bytes, size), size, demand);
    },
  },
  {
    name: "string",
    region: stringRegion,
    packets: (lines, region, speaksOf) =>
      firstFound([stringBytes, decimalStringBytes], (read) => {
        const bytes = read(lines, region);
        return bytes ? packetsIn(bytes, { form: "string", enough: enough.code, speaksOf }) : [];
      }),
  },
  together("annotated", annotatedRegion, annotatedBytes, enough.noOffsets),
  {
    name: "table",
    region: tableRegion,
    packets: (lines, region, speaksOf) =>
      firstFound(tableColumns(lines, region), ({ whole, ends }) =>
        packetsInRows(whole, ends, { form: "table", enough: enough.noOffsets, speaksOf }),
      ),
  },
  inRows("logged", loggedRegion, loggedRows, enough.noOffsets),
  together("sectioned", sectionedRegion, sectionedBytes, enough.noOffsets),
  inRows("bare", bareRegion, bareRows, enough.noOffsets),
  inRows("spaced", spacedRegion, bareRows, enough.noOffsets),
  {
    name: "named",
    region: pieceRegion,
    packets: (lines, region, speaksOf) => namedHeader(pieceBytes(lines, region), { form: "named", speaksOf }),
  },
  inRows("unpadded", unpaddedRegion, unpaddedBytes, enough.noOffsets),
  {
    name: "other base",
    region: otherBaseRegion,
    packets: (lines, region, speaksOf) =>
      firstFound(readingsOfNumbers, ({ base, isSwapped }) => {
        const bytes = bytesInBase(lines, region, base, isSwapped);
        return bytes ? packetsIn(bytes, { form: "other base", enough: enough.noOffsets, speaksOf }) : [];
      }),
  },
  together("base32", base32Region, base32Bytes, enough.base64),
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

/** Reads words as they stand, and if that gives no packet, with their bytes swapped, as little-endian machines print them. */
function inEitherOrder(bytes: Bytes, wordSize: number, demand: Demand, total = bytes.bytes.length): Dump[] {
  const found = packetsIn(part(bytes, 0, total), demand);
  if (found.length > 0 || wordSize === 1) return found;
  return packetsIn(withoutFilling(part(swapped(bytes, wordSize), 0, total), wordSize), demand);
}

/** The packets of the first reading that has any. */
function firstFound<Reading>(readings: readonly Reading[], packetsOf: (reading: Reading) => Dump[]): Dump[] {
  for (const reading of readings) {
    const found = packetsOf(reading);
    if (found.length > 0) return found;
  }
  return [];
}
