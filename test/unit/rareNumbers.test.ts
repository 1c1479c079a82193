import { strict as assert } from "node:assert";
import fc from "fast-check";
import { RareNumbers } from "../../src/capture/rareNumbers";

describe("numbers that do not fit into a column", () => {
  it("are found again as in a map, in whatever order they come", () => {
    const entry = fc.tuple(fc.nat(40), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 80 }), (entries) => {
        const numbers = new RareNumbers();
        for (const [row, number] of entries) numbers.set(row, number);
        const expected = new Map(entries);
        for (let row = 0; row <= 41; row += 1) assert.equal(numbers.get(row), expected.get(row));
      }),
    );
  });
});
