import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { DrawnSteps } from "../../src/view/charts/drawnSteps";
import { DrawnStrokes } from "../../src/view/charts/drawnStrokes";
import { Unwrapped } from "../../src/view/charts/unwrapped";
import { ChartArea } from "../../src/view/onScreen/chartArea";
import { movedSpan, spanWith, zoomedSpan } from "../../src/webview/charts/shownSpan";

const area = new ChartArea({ from: 10, to: 20 }, 0, 100, 30, 40);
/** Values at times that rise, of which some lie outside the area. */
const course = fc
  .array(fc.record({ gap: fc.double({ min: 0, max: 0.5, noNaN: true }), value: fc.integer({ min: 0, max: 100 }) }), {
    minLength: 1,
    maxLength: 400,
  })
  .map((steps) => {
    let time = 8;
    return steps.map(({ gap, value }) => {
      time += gap;
      return { time, value };
    });
  });

/** Of a line that keeps each value until the next: what it reaches in each column of pixels, as `least–largest`. */
function reached(points: readonly { time: number; value: number }[]): string[] {
  const columns: [number, number][] = Array.from({ length: area.width + 1 }, () => [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  points.forEach(({ time, value }, i) => {
    const end = points[i + 1]?.time ?? time;
    for (let column = 0; column <= area.width; column += 1) {
      const [left, right] = [area.timeAt(column), area.timeAt(column + 1)];
      const isHere = time < right && (end > left || time >= left);
      if (isHere && time <= area.span.to && end >= area.span.from)
        columns[column] = [Math.min(columns[column][0], value), Math.max(columns[column][1], value)];
    }
  });
  return columns.map(([least, largest]) => `${least}–${largest}`);
}

describe("what is drawn of a track", () => {
  it("reaches with fewer steps what all of them reach, column by column", () => {
    fc.assert(
      fc.property(course, (points) => {
        const steps = new DrawnSteps(area);
        for (const { time, value } of points) steps.add(time, value);
        steps.finish(points[points.length - 1].time);
        const drawn = steps.times.map((time, i) => ({ time, value: steps.lows[i] }));
        assert.ok(drawn.length <= 4 * (area.width + 1) + 2);
        assert.deepEqual(reached(drawn), reached(points));
      }),
      {
        examples: [[[9, 9.5, 10].map((time, value) => ({ time, value }))], [[9, 10, 10].map((time, value) => ({ time, value }))]],
      },
    );
  });

  it("covers with fewer strokes what all of them cover", () => {
    const stroke = fc.record({
      at: fc.double({ min: 8, max: 22, noNaN: true }),
      low: fc.integer({ min: -10, max: 110 }),
      length: fc.integer({ min: 0, max: 30 }),
    });
    const covered = (strokes: readonly { at: number; low: number; high: number }[]) => {
      const cells = new Set<string>();
      for (const { at, low, high } of strokes) {
        if (at < area.span.from || at > area.span.to || high < area.bottom || low > area.top) continue;
        const last = Math.floor(area.y(Math.max(low, area.bottom)));
        for (let row = Math.floor(area.y(Math.min(high, area.top))); row <= last; row += 1)
          cells.add(`${Math.floor(area.x(at))} ${row}`);
      }
      return [...cells].sort();
    };
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 300 }), (strokes) => {
        const drawn = new DrawnStrokes(area, "strokes");
        const all = strokes.map(({ at, low, length }) => ({ at, low, high: low + length }));
        for (const { at, low, high } of all) drawn.add(at, low, high);
        assert.deepEqual(covered(drawn.times.map((at, i) => ({ at, low: drawn.lows[i], high: drawn.highs[i] }))), covered(all));
      }),
    );
  });
});

describe("sequence numbers on a line", () => {
  const circle = 2 ** 32;
  const table: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ["go on", [0, 1, 1461], [0, 1, 1461]],
    ["come again", [1, 1461, 1, 2921], [1, 1461, 1, 2921]],
    ["pass the end of the circle", [1, 2 ** 31, circle - 10, 5], [1, 2 ** 31, circle - 10, circle + 5]],
    ["come again from before it", [1, 2 ** 31, circle - 10, 5, circle - 10], [1, 2 ** 31, circle - 10, circle + 5, circle - 10]],
    ["begin below zero with a keep-alive", [circle - 1, 0, 1], [-1, 0, 1]],
  ];
  for (const [name, numbers, expected] of table)
    it(name, () => {
      const line = new Unwrapped();
      assert.deepEqual(
        numbers.map((number) => line.of(number)),
        expected,
      );
    });
});

describe("the span that a chart shows", () => {
  const whole = { from: 0, to: 100 };

  it("keeps the place that is zoomed at", () => {
    assert.deepEqual(zoomedSpan(whole, whole, 25, 2), { from: 12.5, to: 62.5 });
    assert.deepEqual(zoomedSpan({ from: 12.5, to: 62.5 }, whole, 25, 0.5), undefined);
    assert.deepEqual(zoomedSpan({ from: 40, to: 50 }, whole, 50, 0.5), { from: 30, to: 50 });
  });

  it("ends where the connection ends", () => {
    assert.deepEqual(zoomedSpan({ from: 0, to: 50 }, whole, 0, 0.75), { from: 0, to: 50 / 0.75 });
    assert.deepEqual(movedSpan({ from: 40, to: 60 }, whole, 70), { from: 80, to: 100 });
    assert.deepEqual(movedSpan({ from: 40, to: 60 }, whole, -70), { from: 0, to: 20 });
  });

  it("gets no shorter than what can be told apart", () => {
    const short = { from: 1, to: 1 + 1.5e-8 };
    assert.deepEqual(zoomedSpan(short, whole, 1, 2), short);
  });

  it("moves to a packet that it does not show", () => {
    assert.deepEqual(spanWith({ from: 40, to: 60 }, whole, 55), { from: 40, to: 60 });
    assert.deepEqual(spanWith({ from: 40, to: 60 }, whole, 80), { from: 70, to: 90 });
  });
});
