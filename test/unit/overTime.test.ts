import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import { formatDates } from "../../src/text/moment";
import type { Chart, TrafficView } from "../../src/view/charts/chart";
import { trafficKinds } from "../../src/view/onScreen/trafficLook";
import { join } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";

/** Three hundred pixels: no more than a hundred intervals. */
const viewOf = (more: Partial<TrafficView> = {}): TrafficView => ({ traffic: "packetRate", width: 300, height: 200, ...more });
const lossy = readFileSync("samples/lossy-download.cap");

/** A transfer that stops for a while, sends again what was lost, and goes on. */
const picture =
  "C>S SYN @0 | S>C SYN,ACK @0.1 | C>S ACK @0.2 | C>S 0:400 @1 | C>S 400:800 @1.1 | C>S 0:400 @4 | C>S 400:800 @4.05 | S>C ACK ack 801 @4.1 | C>S 800:900 @9";
const packets = conversation(picture);
const lengths = packets.map(({ bytes }) => bytes.length);

interface Row {
  readonly packet: string;
  readonly seconds: number;
  readonly track: string;
  readonly value: number;
}

/** Every value, as it is written out. */
async function valuesOf(engine: CaptureEngine, view: TrafficView): Promise<Row[]> {
  const [, ...rows] = (await engine.writeTraffic(view, "csv")).trim().split("\n");
  return rows.map((row) => {
    const [packet, seconds, track, value] = row.split(",");
    return { packet, seconds: Number(seconds), track, value: Number(value) };
  });
}

const seen = (rows: readonly Row[], track: string) =>
  rows.filter((row) => row.track === track && row.value > 0).map(({ seconds, value }) => `${seconds}: ${value}`);
const sumOf = (rows: readonly Row[], track: string) =>
  rows.filter((row) => row.track === track).reduce((sum, { value }) => sum + value, 0);
const tracksOf = (chart: Chart | undefined) => chart?.tracks.map(({ name }) => name);

describe("the capture over time", () => {
  it("counts packets interval by interval", async () => {
    // a hundred intervals of 9.36 s: 0.1 s each
    const rows = await valuesOf(await engineOf(pcapFile(packets)), viewOf());
    assert.deepEqual(seen(rows, "all"), ["0: 10", "0.1: 10", "0.2: 10", "1: 10", "1.1: 10", "4: 20", "4.1: 10", "9: 10"]);
    assert.deepEqual(seen(rows, "trouble"), ["4: 2"]);
    assert.deepEqual(
      rows.filter(({ track, value }) => track === "all" && value > 0).map(({ packet }) => packet),
      ["1", "2", "3", "4", "5", "6", "8", "9"],
    );
  });

  it("counts the bits that were on the wire", async () => {
    const rows = await valuesOf(await engineOf(pcapFile(packets)), viewOf({ traffic: "bitRate" }));
    assert.equal(rows.find(({ seconds, track }) => seconds === 4 && track === "all")?.value, (lengths[5] + lengths[6]) * 80);
    assert.equal(
      Math.round(sumOf(rows, "all") / 80),
      lengths.reduce((sum, length) => sum + length),
    );
  });

  it("has no more intervals than can be told apart on its pixels", async () => {
    const engine = await engineOf(lossy);
    for (const width of [1, 10, 100, 1000]) {
      const rows = await valuesOf(engine, viewOf({ width }));
      assert.ok(rows.filter(({ track }) => track === "all").length <= Math.max(2, width / 3 + 1), String(width));
    }
  });

  it("counts every packet in one interval, wherever it is zoomed to", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ time: fc.integer({ min: 0, max: 1_000_000 }), packet: fc.nat(packets.length - 1) }), {
          minLength: 2,
          maxLength: 60,
        }),
        fc.integer({ min: 3, max: 900 }),
        async (drawn, width) => {
          const captured = drawn.map(({ time, packet }) => ({ ...packets[packet], time: time / 1_000_000 }));
          const engine = await engineOf(pcapFile(captured));
          const view = viewOf({ width, traffic: "packetRate" });
          const point = await engine.trafficWithin(view, { from: -2, to: 3 });
          const bytes = captured.reduce((sum, { bytes }) => sum + bytes.length, 0);
          if (new Set(drawn.map(({ time }) => time)).size === 1) assert.equal(point, undefined);
          else assert.ok(point?.text.includes(`${captured.length} packets, `) && bytes > 0, point?.text);
          // what a span has is what its filter shows
          const part = await engine.trafficWithin(view, { from: 0.1, to: 0.4 });
          if (!part?.within) return;
          const answer = await engine.filter(part.within.filter);
          assert.ok("shown" in answer);
          const count = answer.shown === 1 ? "1 packet" : `${answer.shown} packets`;
          assert.ok(part.text.includes(` · ${count}, `), `${part.text} / ${part.within.filter} / ${answer.shown}`);
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(30_000);

  it("has what the filter shows before all that there is", async () => {
    const engine = await engineOf(pcapFile(packets));
    assert.deepEqual(tracksOf(await engine.trafficChart(viewOf())), ["all", "trouble"]);
    await engine.filter("tcp.len > 0");
    const rows = await valuesOf(engine, viewOf());
    assert.deepEqual(seen(rows, "shown"), ["1: 10", "1.1: 10", "4: 20", "9: 10"]);
    assert.equal(sumOf(rows, "allBehind"), 90);
    assert.deepEqual(tracksOf(await engine.trafficChart(viewOf())), ["allBehind", "shown", "trouble"]);
    // trouble is that of what is listed, as behind the list's scroll bar
    await engine.filter("ip.src == 10.0.0.2");
    assert.deepEqual(tracksOf(await engine.trafficChart(viewOf())), ["allBehind", "shown"]);
    await engine.filter("udp");
    assert.equal(sumOf(await valuesOf(engine, viewOf()), "shown"), 0);
    await engine.filter("");
    assert.deepEqual(tracksOf(await engine.trafficChart(viewOf())), ["all", "trouble"]);
  });

  it("sums itself up, and says what an interval is", async () => {
    const engine = await engineOf(pcapFile(packets));
    const about = async () => (await engine.trafficChart(viewOf()))?.about;
    const near = async (time: number) => engine.trafficWithin(viewOf(), { from: time, to: time });
    assert.equal(
      await about(),
      "9 packets, 2.19 kB · 2 with trouble, most at 4.0 s · 1 pps on average over 9 s, at most 20 pps within 100 ms",
    );
    assert.equal((await near(4.04))?.text, "4.0 s to 4.1 s · 2 packets, 908 B, 20 pps · 2 with trouble");
    assert.equal((await near(4.04))?.frame, 6);
    const { from, to, filter } = (await near(4.04))!.within!;
    assert.deepEqual([from, to, filter], [4, 4.1, "frame.time_relative >= 4.0 && frame.time_relative < 4.1"]);
    assert.equal((await near(2))?.frame, 0);
    assert.equal(
      (await engine.trafficPoint(viewOf(), 7))?.text,
      "Packet 7 at 4.05 s · 4.0 s to 4.1 s · 2 packets, 908 B, 20 pps · 2 with trouble",
    );
    await engine.filter("tcp.len == 100");
    assert.match((await about())!, /^1 of 9 packets, \d+ B of 2\.19 kB · no trouble · /);
    assert.match((await near(4.04))!.text, /^4\.0 s to 4\.1 s · 0 of 2 packets, 0 B of 908 B, 0 pps$/);
    assert.equal((await near(9))?.frame, 9);
  });

  it("tells when an interval was by the calendar, and nothing else of a file that was cut", async () => {
    // 2023-11-14 22:13:20.25 UTC
    const file = pcapFile(packets.map((packet) => ({ ...packet, time: 1_700_000_000.25 + packet.time! })));
    for (const bytes of [file, file.subarray(0, file.length - 5)]) {
      const point = await (await engineOf(bytes)).trafficWithin(viewOf({ span: { from: 0, to: 9 } }), { from: 4.04, to: 4.04 });
      const { begin, end } = point!.within!;
      assert.deepEqual(formatDates(begin, end, "utc"), ["2023-11-14 22:13:24.2", "22:13:24.3"]);
    }
  });

  it("leads from interval to interval, to those with packets that are shown", async () => {
    const engine = await engineOf(pcapFile(packets));
    const step = (from: number, by: 1 | -1) => engine.trafficNeighbour(viewOf(), from, by);
    assert.deepEqual([await step(0, 1), await step(0, -1)], [1, 9]);
    assert.deepEqual([await step(5, 1), await step(6, 1), await step(7, 1), await step(9, 1)], [6, 8, 8, undefined]);
    assert.deepEqual([await step(8, -1), await step(7, -1), await step(1, -1)], [6, 5, undefined]);
    await engine.filter("tcp.len > 0");
    assert.deepEqual([await step(7, 1), await step(4, -1), await step(0, 1)], [9, undefined, 4]);
  });

  it("takes times that go backwards, and packets without one", async () => {
    const back = [5, 3, 4, 2, 9].map((time, i) => ({ ...packets[i], time }));
    const engine = await engineOf(pcapFile(back));
    const rows = await valuesOf(engine, viewOf());
    // counted from the first packet of the file
    assert.deepEqual(
      seen(rows, "all").map((row) => row.split(":")[0]),
      ["-3", "-2", "-1", "0", "4"],
    );
    const before = await engine.trafficWithin(viewOf(), { from: -2, to: -1.01 });
    assert.deepEqual(await engine.filter(before!.within!.filter), { shown: 1 });
    // two seconds before the first packet of the file, whose fifth second it is
    assert.deepEqual(before!.within!.begin, { seconds: 3, nanoseconds: 0, decimals: 1 });
  });

  it("tells how many packets have no time", async () => {
    const file = new Pcapng();
    const timed = [1n, 2n].map((time) => file.packet(packets[0].bytes, { time: time * 1_000_000n }));
    const engine = await engineOf(join(file.section(), file.interface(), ...timed, file.simplePacket(packets[1].bytes)));
    const view = viewOf();
    assert.match((await engine.trafficChart(view))!.about, /^2 packets, 108 B · .* · 1 packet without a time$/);
    assert.equal(await engine.trafficPoint(view, 3), undefined);
    assert.equal(await engine.trafficNeighbour(view, 3, 1), 1);
  });

  it("is drawn while the file is read, as far as that is", async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...packets[i % packets.length], time: i / 1000 }));
    const engine = captureEngine(async () => memorySource(pcapFile(many)), wordsFor("en"));
    const seen: (Chart | undefined)[] = [];
    await engine.index(() => void engine.trafficChart(viewOf()).then((chart) => seen.push(chart)));
    const whole = await engine.trafficChart(viewOf());
    assert.match(whole!.about, /^30,000 packets, /);
    assert.ok(seen.length > 1);
    for (const chart of seen) assert.doesNotMatch(chart?.about ?? "", /NaN|Infinity|-/);
  });

  it("is not there where all packets have one time", async () => {
    const engine = await engineOf(pcapFile(packets.map((packet) => ({ ...packet, time: 7 }))));
    assert.equal(await engine.trafficChart(viewOf()), undefined);
    assert.equal(await engine.trafficPoint(viewOf(), 1), undefined);
    assert.equal(await engine.writeTraffic(viewOf(), "svg"), "");
  });

  it("is drawn by itself too, with its axes and what its areas are", async () => {
    const engine = await engineOf(lossy);
    await engine.filter("tcp.len > 0");
    for (const traffic of trafficKinds) {
      const svg = await engine.writeTraffic(viewOf({ traffic }), "svg");
      assert.match(svg, /<title id="title">[^<]+: What the filter shows<\/title>/);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      assert.equal(svg.match(/<path /g)!.length, 6);
    }
  });
});
