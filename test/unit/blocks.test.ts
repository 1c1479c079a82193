import { strict as assert } from "node:assert";
import fc from "fast-check";
import { Blocks } from "../../src/bytes/blocks";
import { nextTurn } from "../../src/bytes/fileSource.node";
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
  const blocks = new Blocks(source, 0, blockSize);
  const found: number[] = [];
  let used = 0;
  let needed = 0;
  for (let record = 0; ; ) {
    const { bytes, offset } = await blocks.take(used, needed);
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
  await blocks.close();
  return found;
}

/** Reads at once, some of it slowly; `offsets` are those that were read so. */
function readingHere(bytes: Uint8Array, milliseconds: (offset: number) => number) {
  const offsets: number[] = [];
  const readNow = (offset: number, into: Uint8Array): number => {
    offsets.push(offset);
    for (const since = performance.now(); performance.now() - since < milliseconds(offset); );
    return memorySource(bytes).readNow!(offset, into);
  };
  return { readNow, offsets };
}

/** A machine that is busy may take any time for anything. */
async function inNoTime<Result>(act: () => Promise<Result>): Promise<Result> {
  const { now } = performance;
  performance.now = () => 0;
  try {
    return await act();
  } finally {
    performance.now = now;
  }
}

describe("a source in blocks", () => {
  it("gives every byte once and in order, whatever is left of a block and however long a record is", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 600 }),
        fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 80 })),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("ahead", "here", "here at first"),
        async (length, blockSize, lengths, how) => {
          const bytes = bytesOf(length);
          const { readNow } = readingHere(bytes, () => (how === "here" ? 0 : 12));
          const source = slowly(bytes, how === "ahead" ? undefined : readNow);
          const found = await taken(source, blockSize, lengths);
          assert.deepEqual(found, Array.from(bytes.subarray(0, found.length)));
          // what is not found is less than the record that would come next
          assert.ok(length - found.length < Math.max(...lengths));
        },
      ),
      { numRuns: 150 },
    ));

  it("reads here what is in memory, and hears of what fails there", async () => {
    const bytes = bytesOf(400);
    const { readNow, offsets } = readingHere(bytes, () => 0);
    const source = { ...slowly(bytes, readNow), read: assert.fail };
    assert.deepEqual(await inNoTime(() => taken(source, 16, [1])), Array.from(bytes));
    assert.deepEqual(offsets.slice(0, 3), [0, 16, 32]);
    const failing = slowly(bytes, () => {
      throw new Error("EIO");
    });
    await assert.rejects(taken(failing, 16, [1]), /EIO/);
  });

  it("reads ahead where that takes longer than the work, and hears of what fails there", async () => {
    const bytes = bytesOf(400);
    const { readNow, offsets } = readingHere(bytes, () => 25);
    assert.deepEqual(await taken(slowly(bytes, readNow), 16, [1]), Array.from(bytes));
    assert.deepEqual(offsets, [0]);
    const failing = { ...slowly(bytes, readNow), read: () => Promise.reject(new Error("EIO")) };
    await assert.rejects(taken(failing, 16, [1]), /EIO/);
  });

  it("reads here again once nobody has had to wait for a while", async () => {
    const bytes = bytesOf(1600);
    const { readNow, offsets } = readingHere(bytes, (offset) => (offset === 0 ? 25 : 0));
    const source = slowly(bytes, readNow);
    const blocks = new Blocks({ ...source, read: memorySource(bytes).read }, 0, 16);
    const found: number[] = [];
    for (let used = 0; ; ) {
      const { bytes: taken } = await blocks.take(used, 0);
      if (taken.length === 0) break;
      found.push(...taken);
      used = taken.length;
      await nextTurn();
    }
    assert.deepEqual(found, Array.from(bytes));
    assert.ok(offsets.length > 1 && offsets.length < 100, `${offsets.length} of 100 blocks`);
  });

  it("ends where bytes are missing, though there are some behind them", async () => {
    const bytes = bytesOf(400);
    const source = memorySource(bytes);
    const gap = { at: 96, length: 4 };
    const readNow = (offset: number, into: Uint8Array) =>
      source.readNow!(offset, offset === gap.at ? into.subarray(0, gap.length) : into);
    const read = async (offset: number, into: Uint8Array) => readNow(offset, into);
    for (const shortened of [
      { ...source, read },
      { ...source, readNow, nextTurn },
    ])
      assert.deepEqual(await taken(shortened, 16, [1]), Array.from(bytes.subarray(0, gap.at + gap.length)));
  });
});
