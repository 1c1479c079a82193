import { strict as assert } from "node:assert";
import fc from "fast-check";
import { StreamAssembler } from "../../src/connections/reassembly";

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Its own place is in every byte, so that a byte in the wrong place is seen. */
const byteAt = (at: number) => (at * 7 + (at >> 8)) & 0xff;
const bytesOf = ({ from, to }: Piece) => Uint8Array.from({ length: to - from }, (_, i) => byteAt(from + i));

/** What comes out: bytes as they are, a gap as so many underscores; `initial` is the number of byte 0. */
function assembler(initial: number) {
  const out: (number | "_")[] = [];
  const assembled = new StreamAssembler({
    onBytes: (bytes) => out.push(...bytes),
    onGap: (count, at) => {
      assert.equal(at, out.length);
      out.push(...Array<"_">(count).fill("_"));
    },
  });
  assembled.begin(initial);
  const add = (piece: Piece, captured = piece.to - piece.from) =>
    assembled.add({
      seq: (initial + piece.from) >>> 0,
      length: piece.to - piece.from,
      bytes: bytesOf(piece).subarray(0, captured),
      packet: 0,
    });
  const acknowledge = (to: number) => assembled.acknowledge((initial + to) >>> 0);
  return { out, assembled, add, acknowledge };
}

const whole = (length: number) => [...bytesOf({ from: 0, to: length })];

describe("putting a stream together", () => {
  // the numbers pass 2³² within it
  const initial = 2 ** 32 - 6;

  const cases: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    "in order": [
      [0, 5],
      [5, 9],
    ],
    "out of order": [
      [5, 9],
      [0, 5],
    ],
    "out of order by far": [
      [8, 9],
      [5, 8],
      [3, 5],
      [0, 3],
    ],
    repeated: [
      [0, 5],
      [0, 5],
      [5, 9],
    ],
    "repeated together": [
      [0, 5],
      [0, 9],
    ],
    overlapping: [
      [0, 5],
      [3, 9],
    ],
    "overlapping while they wait": [
      [4, 8],
      [2, 9],
      [0, 3],
    ],
    "empty segments between": [
      [0, 0],
      [0, 5],
      [5, 5],
      [5, 9],
    ],
  };
  for (const [what, pieces] of Object.entries(cases))
    it(`takes segments ${what}`, () => {
      const { out, add } = assembler(initial);
      for (const [from, to] of pieces) add({ from, to });
      assert.deepEqual(out, whole(9));
    });

  it("gives every byte once and in its place, whatever the cuts, repeats and order", () => {
    const length = 60;
    const piece = fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(2 ** 32 - 1), (pieces, start) => {
        const { out, add, assembled } = assembler(start);
        for (const each of pieces) add(each);
        assembled.finish();
        const seen = (at: number) => pieces.some(({ from, to }) => from <= at && at < to);
        const end = Math.max(0, ...pieces.filter(({ from, to }) => to > from).map(({ to }) => to));
        assert.deepEqual(
          out,
          Array.from({ length: end }, (_, at) => (seen(at) ? byteAt(at) : "_")),
        );
      }),
    );
  });

  it("waits for what is missing, and no longer when the other side has it", () => {
    const { out, add, acknowledge } = assembler(initial);
    add({ from: 0, to: 3 });
    add({ from: 5, to: 7 });
    assert.deepEqual(out, whole(3));
    acknowledge(5);
    assert.deepEqual(out, whole(3));
    acknowledge(7);
    assert.deepEqual(out, [...whole(3), "_", "_", byteAt(5), byteAt(6)]);
  });

  it("takes the first of two bytes that differ", () => {
    const out: number[] = [];
    const assembled = new StreamAssembler({ onBytes: (bytes) => out.push(...bytes), onGap: assert.fail });
    assembled.add({ seq: 0, length: 2, bytes: Uint8Array.of(1, 1), packet: 0 });
    assembled.add({ seq: 1, length: 2, bytes: Uint8Array.of(2, 2), packet: 0 });
    assert.deepEqual(out, [1, 1, 2]);
  });

  it("tells what the capture cut off", () => {
    const { out, add } = assembler(initial);
    add({ from: 0, to: 4 }, 2);
    add({ from: 4, to: 6 });
    assert.deepEqual(out, [...whole(2), "_", "_", byteAt(4), byteAt(5)]);
  });

  it("begins with the first segment where there was no SYN, and takes nothing from beyond the largest window", () => {
    const out: number[] = [];
    const assembled = new StreamAssembler({ onBytes: (bytes) => out.push(...bytes), onGap: assert.fail });
    assembled.add({ seq: 77, length: 1, bytes: Uint8Array.of(1), packet: 0 });
    assembled.add({ seq: 77 + 2 ** 30 + 1, length: 1, bytes: Uint8Array.of(2), packet: 0 });
    assembled.finish();
    assert.deepEqual(out, [1]);
  });
});
