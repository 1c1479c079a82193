import { strict as assert } from "node:assert";
import { duplicateSackOf } from "../../src/connections/duplicateSack";

type Block = readonly [number, number];

// the examples of RFC 2883 §4
const cases: readonly (readonly [what: string, ack: number, blocks: readonly Block[], expected: Block | undefined])[] = [
  ["a segment that came twice (§4.1.1)", 4000, [[3000, 3500]], [3000, 3500]],
  [
    "a segment that came twice out of order (§4.1.2)",
    4000,
    [
      [3000, 3500],
      [4500, 5000],
    ],
    [3000, 3500],
  ],
  [
    "a segment that came twice behind a gap (§4.1.3)",
    4000,
    [
      [5000, 5500],
      [4500, 6000],
    ],
    [5000, 5500],
  ],
  ["a part that came twice (§4.2.1)", 4000, [[3000, 3500]], [3000, 3500]],
  [
    "a part of a block that came twice (§4.2.3)",
    1500,
    [
      [2000, 2500],
      [1500, 3000],
    ],
    [2000, 2500],
  ],
  ["no duplicate: bytes behind a gap", 4000, [[4500, 5000]], undefined],
  [
    "no duplicate: two blocks apart",
    4000,
    [
      [5000, 5500],
      [4500, 4800],
    ],
    undefined,
  ],
  ["no block", 4000, [], undefined],
  ["numbers that pass 2³²", 10, [[2 ** 32 - 20, 2 ** 32 - 10]], [2 ** 32 - 20, 2 ** 32 - 10]],
];

describe("duplicate SACK", () => {
  for (const [what, ack, blocks, expected] of cases)
    it(`finds ${what}`, () => assert.deepEqual(duplicateSackOf(ack, blocks), expected));
});
