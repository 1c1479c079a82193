import { strict as assert } from "node:assert";
import { pacedProgress } from "../../src/engine/pacedProgress";

/** What is told of these summaries, each with the time at which it was known. */
function toldOf(known: readonly (readonly [time: number, packets: number, complete?: boolean])[]): number[] {
  let time = 0;
  const told: number[] = [];
  const tell = pacedProgress(
    ({ packets }) => told.push(packets),
    () => time,
  );
  for (const [at, packets, complete = false] of known) {
    time = at;
    tell({ packets, connections: 0, read: 0, complete });
  }
  return told;
}

describe("progress of reading", () => {
  it("is told a few times a second", () => {
    const blocks = Array.from({ length: 1000 }, (_, i) => [i, i + 1] as const);
    assert.deepEqual(toldOf(blocks), [1, 101, 201, 301, 401, 501, 601, 701, 801, 901]);
  });

  it("is told at once when there are packets, and when all has been read", () =>
    assert.deepEqual(
      toldOf([
        [0, 0],
        [1, 0],
        [2, 7],
        [3, 9],
        [4, 11, true],
      ]),
      [0, 7, 11],
    ));
});
