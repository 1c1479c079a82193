import { strict as assert } from "node:assert";
import { formatSpan } from "../../src/text/value";

describe("spans", () => {
  // between a packet and one of 1970 or 2038, as tshark says
  const spans: readonly (readonly [number, string])[] = [
    [0, "0.000000000"],
    [1_500_000_001, "1.500000001"],
    [-2_852_001, "-0.002852001"],
    [Number.MAX_SAFE_INTEGER, "9007199.254740991"],
    [904_986_624_015_987_000, "904986624.015987000"],
    [-904_986_623_999_933_000, "-904986623.999933000"],
    [1_472_003_999_360_434_400, "1472003999.360434432"],
    [-1_381_533_734_993_065_000, "-1381533734.993065000"],
  ];
  for (const [nanoseconds, expected] of spans)
    it(`of ${expected} s are told to what a number holds`, () => assert.equal(formatSpan(nanoseconds), expected));
});
