import { strict as assert } from "node:assert";
import fc from "fast-check";
import { formatDate, formatDates, formatElapsed, isTimeOfDay } from "../../src/text/moment";
import { columnIds } from "../../src/view/onScreen/columnId";
import {
  fieldsOf,
  freshColumns,
  type ListColumns,
  moved,
  movedBy,
  readColumns,
  resized,
  seenColumns,
  toggled,
  withField,
} from "../../src/view/onScreen/listColumns";
import { freshListState, readListState, withReferenceToggled } from "../../src/view/onScreen/listState";

const ids = (columns: ListColumns) => columns.map(({ id }) => id);

describe("the list's columns", () => {
  it("are moved to another's place, and by one among those that are seen", () => {
    assert.deepEqual(ids(moved(freshColumns, "info", "time")).slice(0, 3), ["number", "info", "time"]);
    assert.deepEqual(ids(moved(freshColumns, "number", "length")).slice(-3), ["length", "number", "info"]);
    const withoutTime = toggled(freshColumns, "time");
    assert.deepEqual(ids(seenColumns(movedBy(withoutTime, "number", 1))).slice(0, 2), ["source", "number"]);
    assert.deepEqual(movedBy(freshColumns, "number", -1), freshColumns);
  });

  it("are resized within bounds, and fit themselves again", () => {
    const wide = resized(freshColumns, "time", 120.4);
    assert.equal(wide[1].width, 120);
    assert.equal(resized(wide, "time", 1)[1].width, 32);
    assert.deepEqual(resized(wide, "time", undefined), freshColumns);
  });

  it("leave one to be seen", () => {
    const all = columnIds.reduce<ListColumns>((columns, id) => toggled(columns, id), freshColumns);
    assert.deepEqual(ids(seenColumns(all)), ["info"]);
  });

  it("have those of fields before Info, once each, and they go where they are not wanted any more", () => {
    const columns = withField(withField(withField(freshColumns, "tcp.len"), "ip.ttl"), "tcp.len");
    assert.deepEqual(ids(columns).slice(-4), ["length", "field:tcp.len", "field:ip.ttl", "info"]);
    assert.deepEqual(fieldsOf(columns), ["tcp.len", "ip.ttl"]);
    assert.deepEqual(ids(toggled(columns, "field:tcp.len")), ids(withField(freshColumns, "ip.ttl")));
    assert.deepEqual(
      readColumns(JSON.parse(JSON.stringify(resized(columns, "field:ip.ttl", 90)))),
      resized(columns, "field:ip.ttl", 90),
    );
    const alone = columnIds.reduce<ListColumns>((rest, id) => toggled(rest, id), withField(freshColumns, "ip.ttl"));
    assert.deepEqual(ids(seenColumns(toggled(alone, "field:ip.ttl"))), ["field:ip.ttl"]);
  });

  it("of fields are no markup and no paths, whatever was kept", () => {
    const kept = ["field:", "field:<b>", "field:tcp len", "field:9", "tcp.len", "field:tcp.len"].map((id) => ({
      id,
      isHidden: true,
    }));
    assert.deepEqual(
      readColumns(kept),
      withField(freshColumns, "tcp.len").toSorted((a, b) => Number(b.id === "field:tcp.len") - Number(a.id === "field:tcp.len")),
    );
  });

  it("come back as they were kept, and are all there whatever was kept", () => {
    const kept = toggled(resized(moved(freshColumns, "length", "time"), "source", 200), "protocol");
    assert.deepEqual(readColumns(JSON.parse(JSON.stringify(kept))), kept);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const columns = readColumns(value);
        assert.deepEqual([...ids(columns)].sort(), [...columnIds].sort());
        assert.ok(seenColumns(columns).length > 0);
        readListState(value);
      }),
    );
  });
});

describe("time references", () => {
  it("show at once, stand in order, and go as they came", () => {
    const one = { ...freshListState, ...withReferenceToggled({ ...freshListState, time: "utc" }, 5) };
    assert.deepEqual([one.time, one.references], ["relative", [5]]);
    const two = withReferenceToggled(one, 2);
    assert.deepEqual(two.references, [2, 5]);
    assert.deepEqual(withReferenceToggled({ ...one, ...two, time: "epoch" }, 2), { time: "epoch", references: [5] });
    // where no packet is selected, none becomes one
    assert.deepEqual(withReferenceToggled({ ...freshListState, time: "utc" }, 0), { time: "utc", references: [] });
  });

  it("come back as they were kept, as far as they make sense", () => {
    assert.deepEqual(readListState({ references: [7, "x", -1, 2, 7, 0.5] }).references, [2, 7]);
    assert.deepEqual(readListState({ references: "3" }).references, []);
  });
});

describe("times", () => {
  const elapsed: readonly (readonly [number, number, number, string])[] = [
    [0, 0, 6, "0.000000"],
    [1, 5_000, 6, "1.000005"],
    [12, 345_678_901, 9, "12.345678901"],
    [12, 999_999_999, 0, "12"],
    [-1, 999_880_000, 6, "-0.000120"],
    [-2, 0, 3, "-2.000"],
    // more of them than a second has
    [3, 1_500_000_000, 6, "4.500000"],
  ];
  for (const [seconds, nanoseconds, decimals, text] of elapsed)
    it(`are told in seconds: ${text}`, () => assert.equal(formatElapsed({ seconds, nanoseconds, decimals }), text));

  it("are told by the calendar, in Greenwich and here", () => {
    const moment = { seconds: 1_700_000_000, nanoseconds: 123_456_789, decimals: 9 };
    assert.equal(formatDate(moment, "utc"), "2023-11-14 22:13:20.123456789");
    const here = new Date(moment.seconds * 1000);
    const expected = `${here.getFullYear()}-${String(here.getMonth() + 1).padStart(2, "0")}-${String(here.getDate()).padStart(2, "0")} `;
    assert.ok(formatDate(moment, "local").startsWith(expected));
  });

  it("say the day once where a span of time is within one", () => {
    const at = (seconds: number) => ({ seconds, nanoseconds: 0, decimals: 1 });
    // the last second of a day
    const late = 1_700_006_399;
    assert.deepEqual(formatDates(at(late - 1), at(late), "utc"), ["2023-11-14 23:59:58.0", "23:59:59.0"]);
    assert.deepEqual(formatDates(at(late), at(late + 1), "utc"), ["2023-11-14 23:59:59.0", "2023-11-15 00:00:00.0"]);
    assert.deepEqual(formatDates(at(1e13), at(1e13 + 1), "utc"), ["10000000000000.0", "10000000000001.0"]);
    assert.equal(isTimeOfDay(at(late)), true);
    // since the first packet, or since a machine was started
    for (const seconds of [-1, 0, 86_400 * 400]) assert.equal(isTimeOfDay(at(seconds)), false);
  });

  it("are told in seconds where no calendar goes that far", () =>
    assert.equal(formatDate({ seconds: 1e13, nanoseconds: 0, decimals: 6 }, "utc"), "10000000000000.000000"));
});
