import { strict as assert } from "node:assert";
import fc from "fast-check";
import { emptyRecord } from "../../src/capture/record";
import { Clock } from "../../src/capture/timestamp";

/** By whole numbers of any length. */
function exact(high: number, low: number, digits: number): { seconds: number; nanoseconds: number } {
  const time = (BigInt(high) << 32n) | BigInt(low);
  const units = 10n ** BigInt(digits);
  return { seconds: Number(time / units), nanoseconds: Number(((time % units) * 1_000_000_000n) / units) };
}

describe("the clock of pcapng", () => {
  const word = fc.integer({ min: 0, max: 0xffff_ffff });
  const high = fc.oneof(word, fc.integer({ min: 0, max: 2 ** 22 }));

  it("divides 64 bits as whole numbers do", () => {
    fc.assert(
      fc.property(high, word, fc.integer({ min: 0, max: 9 }), (upper, lower, digits) => {
        const record = emptyRecord();
        new Clock(digits).read(upper, lower, record);
        const { seconds, nanoseconds } = record;
        assert.deepEqual({ seconds, nanoseconds }, exact(upper, lower, digits));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not round a last microsecond up", () => {
    for (const seconds of [0, 1, 1_700_000_000, 9_007_199_253])
      for (const digits of [6, 9]) {
        const time = (BigInt(seconds) + 1n) * 10n ** BigInt(digits) - 1n;
        if (time >= 2n ** 64n) continue;
        const record = emptyRecord();
        new Clock(digits).read(Number(time >> 32n), Number(time & 0xffff_ffffn), record);
        assert.equal(record.seconds, seconds);
      }
  });
});
