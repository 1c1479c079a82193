import { contentStart, digitValue, endOfDigits, firstSign } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { mostRows } from "./limits";
import type { Region } from "./region";

/**
 * Files to fill memory with: Intel HEX (`:10` length, address, type, data, sum) and Motorola's S-records (`S1` length, address, data,
 * sum). Each record is recognised by its sum.
 */

interface MemoryRecord {
  /** Address of its first byte; without meaning where the record has no data. */
  readonly address: number;
  /** Where its data begin, and how many bytes they are. */
  readonly from: number;
  readonly size: number;
}

export function memoryRegion(lines: Lines, line: number): Region | undefined {
  if (!recordAt(lines, line)) return undefined;
  let first = line;
  while (line - first < mostRows && recordAt(lines, first - 1)) first -= 1;
  let last = line;
  while (last - line < mostRows && recordAt(lines, last + 1)) last += 1;
  return { first, last };
}

/** The data of all records up to where one does not go on from the one above. */
export function memoryBytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  let next: number | undefined;
  for (let line = first; line <= last; line += 1) {
    const { address, from, size } = recordAt(lines, line)!;
    if (size === 0) continue;
    // addresses are compared within 64 KiB: which block of 64 KiB is meant, a record without data may say
    if (next !== undefined && ((address - next) & 0xffff) !== 0) break;
    into.addPairs(lines.at(line), from, line, size);
    next = address + size;
  }
  return into.done();
}

const recordAt = oncePerLine((lines, line): MemoryRecord | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const text = lines.at(line);
  if (otherBeginning.test(firstSign(text))) return undefined;
  const start = contentStart(text);
  if (text[start] === ":") return intelRecord(text, start + 1);
  return text[start] === "S" || text[start] === "s" ? motorolaRecord(text, start + 1) : undefined;
});

const otherBeginning = /[^\W_S]/i;

/** Bytes before the data: length, address and type. */
const beforeIntelData = 4;

function intelRecord(text: string, from: number): MemoryRecord | undefined {
  const count = pairsFrom(text, from);
  if (count <= beforeIntelData || byteAt(text, from, 0) !== count - beforeIntelData - 1 || sumOf(text, from, count) !== 0)
    return undefined;
  const isData = byteAt(text, from, 3) === 0;
  const address = (byteAt(text, from, 1) << 8) | byteAt(text, from, 2);
  return { address, from: from + beforeIntelData * 2, size: isData ? count - beforeIntelData - 1 : 0 };
}

/** How many bytes the address has in an S-record of each type with data. */
const addressSizes: Readonly<Record<string, number>> = { "1": 2, "2": 3, "3": 4 };

function motorolaRecord(text: string, at: number): MemoryRecord | undefined {
  const from = at + 1;
  const count = pairsFrom(text, from);
  if (count < 4 || byteAt(text, from, 0) !== count - 1 || sumOf(text, from, count) !== 0xff) return undefined;
  const addressSize = addressSizes[text[at]];
  if (addressSize === undefined) return { address: 0, from, size: 0 };
  let address = 0;
  for (let i = 1; i <= addressSize; i += 1) address = address * 0x100 + byteAt(text, from, i);
  return { address, from: from + (1 + addressSize) * 2, size: count - addressSize - 2 };
}

/** How many pairs of digits a line has; 0 if it has anything else. */
function pairsFrom(text: string, from: number): number {
  const end = endOfDigits(text, from);
  return (end - from) % 2 === 0 && text.slice(end).trim() === "" ? (end - from) / 2 : 0;
}

const byteAt = (text: string, from: number, index: number): number =>
  (digitValue(text.charCodeAt(from + index * 2)) << 4) | digitValue(text.charCodeAt(from + index * 2 + 1));

function sumOf(text: string, from: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += byteAt(text, from, i);
  return sum & 0xff;
}
