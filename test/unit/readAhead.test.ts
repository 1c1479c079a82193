import { strict as assert } from "node:assert";
import fc from "fast-check";
import { nextTurn } from "../../src/bytes/fileSource.node";
import { ReadAhead } from "../../src/bytes/readAhead";
import { type ByteSource, memorySource } from "../../src/bytes/source";

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index % 251);

/** A source that answers later, and not in the order in which it was asked; who wants bytes at once may have them. */
function slowly(bytes: Uint8Array, readNow?: ByteSource["readNow"]): ByteSource {
  const source = memorySource(bytes);
  let asked = 0;
  return {
    size: bytes.length,
    read: async (offset, into) => {
      asked += 1;
      for (let turn = (asked * 2) % 5; turn > 0; turn -= 1) await nextTurn();
      return source.read(offset, into);
    },
    ...(readNow && { readNow, nextTurn }),
    close: async () => {},
  };
}

/** Takes records of these lengths, again and again, out of blocks, as those who read captures do. */
async function taken(source: ByteSource, blockSize: number, lengths: readonly number[]): Promise<number[]> {
  const ahead = new ReadAhead(source, 0, blockSize);
  const found: number[] = [];
  let used = 0;
  let needed = 0;
  for (let record = 0; ; ) {
    const { bytes, offset } = await ahead.take(used, needed);
    assert.equal(offset, found.length);
    if (bytes.length === 0 || bytes.length < needed) break;
    used = 0;
    while (used + lengths[record % lengths.length] <= bytes.length) {
      const length = lengths[record % lengths.length];
      found.push(...bytes.subarray(used, used + length));
      used += length;
      record += 1;
    }
    needed = used === bytes.length ? 0 : lengths[record % lengths.length];
    if (offset + used + needed > source.size) break;
  }
  await ahead.end();
  return found;
}

describe("reading ahead", () => {
  it("gives every byte once and in order, whatever is left of a block and however long a record is", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 80 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (length, blockSize, lengths, hasReadNow) => {
          const bytes = bytesOf(length);
          const source = slowly(bytes, hasReadNow ? memorySource(bytes).readNow : undefined);
          const found = await taken(source, blockSize, lengths);
          assert.deepEqual(found, Array.from(bytes.subarray(0, found.length)));
          // what is not found is less than the record that would come next
          assert.ok(length - found.length < Math.max(...lengths));
        },
      ),
      { numRuns: 150 },
    ));

  it("reads here what comes next instead of waiting, and hears of what fails there", async () => {
    const bytes = bytesOf(400);
    const readHere: number[] = [];
    const source = slowly(bytes, (offset, into) => {
      readHere.push(offset);
      return memorySource(bytes).readNow!(offset, into);
    });
    assert.deepEqual(await taken(source, 16, [1]), Array.from(bytes));
    assert.ok(readHere.length > 0);
    const failing = slowly(bytes, () => {
      throw new Error("EIO");
    });
    await assert.rejects(taken(failing, 16, [1]), /EIO/);
  });

  it("does not wait here for what is not in memory", async () => {
    const bytes = bytesOf(400);
    let readHere = 0;
    const source = slowly(bytes, (offset, into) => {
      readHere += 1;
      for (const since = performance.now(); performance.now() - since < 25; );
      return memorySource(bytes).readNow!(offset, into);
    });
    assert.deepEqual(await taken(source, 16, [1]), Array.from(bytes));
    assert.equal(readHere, 1);
  });

  it("ends where bytes are missing, though there are some behind them", async () => {
    const bytes = bytesOf(400);
    const source = memorySource(bytes);
    const gap = { at: 96, length: 4 };
    const read = async (offset: number, into: Uint8Array) =>
      source.read(offset, offset === gap.at ? into.subarray(0, gap.length) : into);
    assert.deepEqual(await taken({ ...source, read }, 16, [1]), Array.from(bytes.subarray(0, gap.at + gap.length)));
  });
});
