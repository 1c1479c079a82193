import { strict as assert } from "node:assert";
import { formatDuration } from "../../src/text/duration";

describe("a time span", () => {
  const spans: readonly (readonly [number, string])[] = [
    [0, "0 µs"],
    [14e-6, "14 µs"],
    [0.00343, "3.43 ms"],
    [0.0482, "48.2 ms"],
    [0.807, "807 ms"],
    [2.5, "2.5 s"],
    // as times written to the microsecond are subtracted
    [0.3 - 0.2, "100 ms"],
    [0.301 - 0.3, "1 ms"],
    [0.09997, "100 ms"],
    // a keep-alive is sent after 7200 seconds (RFC 9293 §3.8.4)
    [7200, "7200 s"],
    [45_000, "12.5 h"],
    [1_467_992, "17.0 d"],
  ];
  for (const [seconds, said] of spans)
    it(`has the unit that keeps it short: ${said}`, () => assert.equal(formatDuration(seconds), said));
});
