import { strict as assert } from "node:assert";
import { ladderPlaces } from "../../src/webview/flow/ladderPlaces";

describe("steps of the ladder", () => {
  const cases: readonly [about: string, width: number, zoom: number, height: number, steps: number, step: number][] = [
    ["are as high as usual where there is room", 800, 1, 900, 6, 48],
    ["are lower where all of a flow can be seen that way", 800, 1, 300, 8, 37],
    ["stay as they are where it cannot be seen as a whole", 800, 1, 300, 100, 48],
    ["keep room for labels above the arrows in a narrow pane", 600, 1, 385, 7, 55],
    ["are lower there too, as long as they have room for what is written", 600, 1, 323, 7, 46],
    ["are as usual in a narrow pane where less would not be enough", 600, 1, 320, 7, 62],
    ["are as usual before anything is known", 800, 1, 300, 0, 48],
    ["are as asked for", 800, 2, 300, 8, 96],
    ["are never too low for what is written", 600, 0.25, 300, 8, 46],
    ["keep room for states on the lifelines where there is none beside them", 480, 1, 385, 7, 68],
  ];
  for (const [about, width, zoom, height, steps, step] of cases)
    it(about, () => assert.equal(ladderPlaces(width, zoom, { height, steps }).step, step));

  it("have the sign that unfolds them below the packets' numbers where there is no room beside these", () => {
    const numbers = "1499497–1499770".length * 7;
    for (const width of [300, 420, 499, 500, 640, 1000]) {
      const { left, signAt } = ladderPlaces(width, 1, { height: 900, steps: 6 });
      assert.ok(signAt > 0 || left - 30 > 10 + numbers, String(width));
    }
  });
});
