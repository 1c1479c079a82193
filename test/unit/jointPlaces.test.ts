import { strict as assert } from "node:assert";
import { jointPlaces, lifelineAt, scrolledTo, seenLifelines } from "../../src/webview/flow/joint/jointPlaces";

const seen = { height: 400, steps: 100 };

describe("places of several connections' lifelines", () => {
  for (const width of [340, 480, 640, 1200])
    for (const lifelines of [2, 3, 6, 1000]) {
      it(`leave room for states between them and at both ends: ${lifelines} in ${width} pixels`, () => {
        const places = jointPlaces(width, 1, seen, lifelines, 0);
        const [first, second] = [lifelineAt(places, 0), lifelineAt(places, 1)];
        assert.ok(first - places.times >= 50);
        assert.ok(second - first >= 130);
        assert.ok(places.whole - lifelineAt(places, lifelines - 1) >= 50);
        // where there is room they take all of it
        if (places.whole > width) assert.ok(places.span <= 150);
        else assert.ok(width - places.whole < lifelines);
      });

      it(`are scrolled to: the first, the last and those of a segment, ${lifelines} in ${width} pixels`, () => {
        const places = jointPlaces(width, 1, seen, lifelines, 0);
        for (const [from, to] of [
          [0, 1],
          [lifelines - 1, lifelines - 2],
          [lifelines - 1, 0],
          [0, lifelines - 1],
        ]) {
          const scrolled = scrolledTo({ from, to }, places);
          const there = { ...places, scrolled };
          const isSeen = (lifeline: number) => {
            const x = lifelineAt(there, lifeline);
            return x >= places.times && x <= width;
          };
          assert.ok(isSeen(from), `${from} of ${from} to ${to}`);
          if (Math.abs(from - to) === 1 && width > 400) assert.ok(isSeen(to), `${to} of ${from} to ${to}`);
          const [first, last] = seenLifelines(there, lifelines);
          assert.ok(first <= from && from <= last);
          assert.ok(last - first < 12);
          // once it is there it stays
          assert.equal(scrolledTo({ from, to }, there), scrolled);
        }
      });
    }
});
