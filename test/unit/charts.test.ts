import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { memorySource } from "../../src/bytes/source";
import { captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import type { Chart, ChartPoint, ChartView } from "../../src/view/charts/chart";
import { type ChartKind, type ChartSender, chartKinds } from "../../src/view/onScreen/chartLook";
import { type Ticks, timeTicks, valueTicks } from "../../src/view/onScreen/chartTicks";
import { join, zeros } from "../dsl/bytes";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, nop, sack, tcp } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";

const open = "C>S SYN win 1000 @0 | S>C SYN,ACK win 1000 @0.1 | C>S ACK win 1000 @0.2";
const lossy = readFileSync("samples/lossy-download.cap");

const viewOf = (chart: ChartKind, sender: ChartSender = "busier"): ChartView => ({ chart, sender, width: 1000, height: 1000 });

async function chartOf(capture: Uint8Array, chart: ChartKind, sender?: ChartSender): Promise<Chart> {
  const found = await (await engineOf(capture)).chart(0, viewOf(chart, sender));
  assert.ok(found);
  return found;
}

/** `time: low–high` of each mark of a track, or `time: value`. */
function drawn({ tracks }: Chart, name: string): string {
  const track = tracks.find((each) => each.name === name);
  if (!track) return "";
  const { times, lows, highs } = track;
  return Array.from(
    times,
    (time, i) => `${Number(time.toFixed(6))}: ${lows[i]}${highs[i] === lows[i] ? "" : `–${highs[i]}`}`,
  ).join(" | ");
}

const partsOf = ({ parts }: ChartPoint): string =>
  parts.map(({ track, low, high }) => `${track} ${low}${high === low ? "" : `–${high}`}`).join(", ");

describe("the chart of sequence numbers", () => {
  const picture = `${open} | C>S 0:400 @0.3 | C>S 400:800 @0.4 | S>C ACK ack 401 win 900 @0.5 | C>S 400:800 @1.5 | S>C ACK ack 801 win 500 @1.6`;

  it("has a stroke for what each segment takes, and another for what is sent again", async () => {
    const chart = await chartOf(conversationCapture(picture), "sequence");
    assert.equal(chart.subject, "client → server");
    assert.equal(drawn(chart, "sent"), "0: 0–1 | 0.3: 1–401 | 0.4: 401–801");
    assert.equal(drawn(chart, "resent"), "1.5: 401–801");
  });

  it("has a line for what is acknowledged, and one for how far the window reaches", async () => {
    const chart = await chartOf(conversationCapture(picture), "sequence");
    assert.equal(drawn(chart, "acked"), "0.1: 1 | 0.5: 401 | 1.6: 801");
    assert.equal(drawn(chart, "edge"), "0.1: 1001 | 0.5: 1301 | 1.6: 1301");
  });

  it("goes on beyond 2³²", async () => {
    const far = [0, 1_500_000_000, 3_000_000_000, 4_294_967_200].map((first) => `C>S ${first}:${first + 200}`).join(" | ");
    const engine = await engineOf(conversationCapture(`${open} | ${far}`));
    const point = await engine.chartPoint(0, viewOf("sequence", "client"), 7);
    assert.equal(point && partsOf(point), "sent 4294967201–4294967401");
  });

  it("shows what came out of order, duplicate acknowledgments and ranges that are acknowledged selectively", async () => {
    const chart = await chartOf(lossy, "sequence");
    for (const name of ["sent", "resent", "outOfOrder", "acked", "edge", "sacked", "duplicate"])
      assert.notEqual(drawn(chart, name), "", name);
    assert.match(chart.about, /^887 kB in 614 segments within 1\.34 s · 13 sent again · 106 duplicate ACKs · 9 out of order$/);
  });

  it("shows ranges that are acknowledged selectively together with data", async () => {
    const packets = conversation(`${open} | C>S 0:400 @0.3 | C>S 800:1200 @0.4`);
    const within = { src: "10.0.0.2", dst: "10.0.0.1" };
    const ranges = { options: join(nop, nop, sack(1801, 2201)), payload: zeros(10) };
    const segment = tcp({ srcport: 80, dstport: 40000, seq: 5001, ack: 1401, flags: ["ACK"], within, ...ranges });
    const answer = { bytes: ethernet(0x0800, ipv4(within, segment)), time: 0.5 };
    const chart = await chartOf(pcapFile([...packets, answer]), "sequence", "client");
    assert.equal(drawn(chart, "sacked"), "0.5: 801–1201");
  });

  it("reads again those packets alone that acknowledge selectively, as tshark finds them", async () => {
    let reads = 0;
    const source = memorySource(lossy);
    const readNow = (offset: number, into: Uint8Array) => {
      reads += 1;
      return source.readNow!(offset, into);
    };
    const engine = captureEngine(async () => ({ ...source, readNow }), wordsFor("en"));
    await engine.index(() => {});
    reads = 0;
    await engine.chart(0, viewOf("sequence"));
    // tshark -Y tcp.options.sack_le
    assert.equal(reads, 127);
  });

  it("draws what is sent above what is sent again, and counts that below: where it is dense shows from afar, too", async () => {
    const engine = await engineOf(lossy);
    const chart = (await engine.chart(0, viewOf("sequence")))!;
    const names = chart.tracks.map(({ name }) => name);
    assert.ok(names.indexOf("sent") > names.indexOf("resent") && names.indexOf("sent") > names.indexOf("outOfOrder"));
    const lane = chart.tracks.find(({ name }) => name === "disorder")!;
    assert.ok(lane.highs.every((high) => high >= chart.bottom && high < chart.floor));
    const rows = (await engine.writeChart(0, viewOf("sequence"), "csv")).split("\n").filter((row) => row.includes(",disorder,"));
    const counted = rows.map((row) => row.split(",")).filter(([packet]) => packet !== "");
    // tshark -Y "tcp.srcport == 8080 && (tcp.analysis.retransmission || tcp.analysis.out_of_order)"
    assert.equal(
      counted.reduce((sum, [, , , count]) => sum + Number(count), 0),
      22,
    );
    assert.deepEqual(
      counted.slice(0, 3).map(([packet]) => Number(packet)),
      [61, 76, 287],
    );
  });

  it("has nothing below where all came once and in order", async () => {
    const chart = await chartOf(conversationCapture(`${open} | C>S 0:400 @0.3 | S>C ACK ack 401 @0.5`), "sequence");
    assert.equal(chart.bottom, chart.floor);
    assert.equal(drawn(chart, "disorder"), "");
  });

  it("is about who sends more, unless one end is asked for", async () => {
    assert.equal((await chartOf(lossy, "sequence")).subject, "server → client");
    assert.equal(drawn(await chartOf(lossy, "sequence", "client"), "sent"), "0: 0–1 | 0.049263: 1–28 | 1.336068: 28–29");
  });

  it("is pressed down by no window that is far larger than what is sent", async () => {
    const wide = `C>S SYN win 60000 | S>C SYN,ACK win 60000 | C>S ACK win 60000 | C>S 0:100 | S>C ACK win 60000`;
    const chart = await chartOf(conversationCapture(wide), "sequence");
    assert.ok(chart.top < 200, String(chart.top));
    assert.equal(drawn(chart, "edge"), "");
  });

  it("is not there where all packets have one time", async () => {
    const engine = await engineOf(conversationCapture("C>S SYN @0 | S>C SYN,ACK @0 | C>S ACK @0"));
    assert.equal(await engine.chart(0, viewOf("sequence")), undefined);
  });
});

describe("the chart of throughput", () => {
  it("counts every byte once in all its intervals together", async () => {
    const { tracks, span } = await chartOf(lossy, "throughput");
    const sum = (name: string) => tracks.find((each) => each.name === name)!.lows;
    const { times } = tracks[0];
    // the first value is drawn from where the chart begins, the last once more where the line ends
    const interval = times[2] - times[1];
    assert.ok(span.from < 0 && interval > 0);
    const bits = Array.from(sum("carried").subarray(0, -1)).reduce((all, rate) => all + rate * interval, 0);
    assert.equal(Math.round(bits / 8), 886_915);
  });

  it("tells what is sent and what is acknowledged apart", async () => {
    const picture = `${open} | C>S 0:400 @1.05 | C>S 400:800 @1.06 | C>S 400:800 @2.05 | S>C ACK ack 801 @3.05 | C>S FIN,ACK @4`;
    const engine = await engineOf(conversationCapture(picture));
    const at = async (frame: number) => partsOf((await engine.chartPoint(0, viewOf("throughput"), frame))!);
    // intervals of 50 ms
    assert.equal(await at(4), "carried 128000, delivered 0");
    assert.equal(await at(6), "carried 64000, delivered 0");
    assert.equal(await at(7), "carried 0, delivered 128000");
  });
});

describe("the chart of round trips", () => {
  it("has one where an acknowledgment is the first for a segment, and that of the handshake", async () => {
    const handshake = "C>S SYN @1 | S>C SYN,ACK @1.125 | C>S ACK @1.25";
    const picture = `${handshake} | C>S 0:400 @2 | S>C ACK ack 401 @2.25 | C>S 400:800 @3 | S>C ACK ack 801 @3.5 | S>C ACK ack 801 @4`;
    const chart = await chartOf(conversationCapture(picture), "roundTrip");
    assert.equal(drawn(chart, "roundTrip"), "0.125: 0.125 | 1.25: 0.25 | 2.5: 0.5");
    // above the dots, however many there are
    assert.deepEqual(
      chart.tracks.map(({ name }) => name),
      ["roundTrip", "initial"],
    );
    assert.equal(chart.tracks[1].lows[0], 0.25);
    assert.equal(chart.about, "3 round trips · least 125 ms · median 250 ms · most 500 ms");
  });

  it("says of a real transfer what tshark says of its `tcp.analysis.ack_rtt`", async () => {
    const { about } = await chartOf(lossy, "roundTrip");
    assert.equal(about, "225 round trips · least 41.2 ms · median 49.6 ms · most 151 ms");
  });
});

describe("the chart of window and flight", () => {
  it("has at every packet what the sliding window has", async () => {
    const engine = await engineOf(lossy);
    for (let frame = 3; frame < 952; frame += 13) {
      const windows = await engine.sendWindows(0, "relative", frame);
      const server = windows.find(({ sender }) => sender === "server");
      const point = await engine.chartPoint(0, viewOf("flight"), frame);
      const flight = point?.parts.find(({ track }) => track === "inFlight")?.low;
      assert.equal(flight, server?.inFlight, `packet ${frame}`);
    }
  });

  it("shows a window that closes", async () => {
    const picture = `${open} | C>S 0:1000 @0.3 | S>C ACK ack 1001 win 0 @0.4 | S>C ACK ack 1001 win 2000 @0.9`;
    const chart = await chartOf(conversationCapture(picture), "flight");
    assert.equal(drawn(chart, "window"), "0.1: 1000 | 0.4: 0 | 0.9: 2000");
    assert.equal(drawn(chart, "inFlight"), "0.1: 0 | 0.2: 0 | 0.3: 1000 | 0.4: 0 | 0.9: 0");
    assert.equal(chart.about, "At most 1 kB in flight · window 0 B to 2 kB · told as closed 1 time");
  });
});

describe("a chart that is put elsewhere", () => {
  const picture = `${open} | C>S 0:400 @0.3 | C>S 400:800 @0.4 | S>C ACK ack 801 @0.5`;

  it("is a drawing of its own, with its title, its sum, its axes and what its lines are", async () => {
    const engine = await engineOf(lossy);
    for (const chart of chartKinds) {
      const svg = await engine.writeChart(0, viewOf(chart), "svg");
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="520"/);
      assert.match(svg, /<title id="title">[^<]+: 10\.88\.0\.2:8080 → 10\.88\.0\.1:37538<\/title>/);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      const chosen = await engine.chart(0, viewOf(chart));
      assert.ok(svg.includes(chosen!.about));
      // each is drawn once, and once more as its sign
      assert.equal(svg.match(/<path /g)!.length, 2 * chosen!.tracks.length);
    }
  });

  it("has what its lines are within its paper, in both languages", async () => {
    for (const language of ["en", "zh-cn"] as const) {
      const engine = captureEngine(async () => memorySource(lossy), wordsFor(language));
      await engine.index(() => {});
      const svg = await engine.writeChart(0, viewOf("sequence"), "svg");
      const legend = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<\/text>/g)].slice(-8);
      for (const [, x, y, label] of legend) {
        const isChinese = language === "zh-cn";
        // no letter of the usual fonts is wider
        assert.ok(Number(x) + label.length * (isChinese ? 12 : 6.6) < 960 && Number(y) > 480 && Number(y) < 516, label);
      }
    }
  });

  it("is a table of all its values", async () => {
    const engine = await engineOf(conversationCapture(picture));
    assert.equal(
      await engine.writeChart(0, viewOf("sequence"), "csv"),
      `packet,seconds,track,low,high
1,0,sent,0,1
2,0.1,acked,1,1
2,0.1,edge,1001,1001
4,0.3,sent,1,401
5,0.4,sent,401,801
6,0.5,acked,801,801
6,0.5,edge,66336,66336
`,
    );
    assert.equal(
      await engine.writeChart(0, { ...viewOf("flight"), span: { from: 0.35, to: 0.45 } }, "csv"),
      "packet,seconds,track,low,high\n5,0.4,inFlight,800,800\n",
    );
  });
});

describe("the axes of a chart", () => {
  const labels = ({ ticks, unit }: Ticks) => `${ticks.map(({ label }) => label).join(" ")} ${unit}`;
  const spanned = (bottom: number, top: number, quantity: Chart["quantity"]) =>
    labels(valueTicks({ floor: bottom, top, quantity } as Chart, 130));

  it("have round numbers in the unit that keeps them short", () => {
    assert.equal(spanned(0, 1_045_000, "bytes"), "0.0 0.2 0.4 0.6 0.8 1.0 MB");
    assert.equal(spanned(0, 24_300_000, "bits"), "0 5 10 15 20 Mbit/s");
    assert.equal(spanned(0, 0.151, "seconds"), "0 20 40 60 80 100 120 140 ms");
    assert.equal(spanned(-0.1, 2.2, "bytes"), "0 1 2 B");
  });

  it("tell times that lie close together apart", () => {
    const chart = { span: { from: 12.3451, to: 12.3459 } } as Chart;
    assert.equal(labels(timeTicks(chart, 330)), "12.3452 12.3454 12.3456 12.3458 s");
  });

  it("count long times in hours and days, but not the seconds late in them", () => {
    const times = (from: number, to: number) => labels(timeTicks({ span: { from, to } } as Chart, 330));
    assert.equal(times(0, 1_467_992), "0 5 10 15 d");
    assert.equal(times(0, 100_000), "0 5 10 15 20 25 h");
    assert.equal(times(1_467_000, 1_467_010), "1467000 1467002 1467004 1467006 1467008 1467010 s");
  });
});

describe("a place of a chart", () => {
  it("means the segment that is drawn closest to it", async () => {
    const picture = `${open} | C>S 0:400 @0.3 | C>S 400:800 @0.4 | S>C ACK ack 801 @0.5`;
    const engine = await engineOf(conversationCapture(picture));
    const near = async (time: number, value: number) => (await engine.chartPointNear(0, viewOf("sequence"), time, value))?.frame;
    assert.equal(await near(0.301, 200), 4);
    assert.equal(await near(0.399, 600), 5);
    assert.equal(await near(0.499, 805), 6);
    assert.equal(await near(0.25, 600), undefined);
  });

  it("means, below the values, the first of those that are counted together there", async () => {
    const picture = `${open} | C>S 0:400 @0.3 | C>S 400:800 @0.4 | C>S 0:400 @4 | C>S 400:800 @4.001 | S>C ACK ack 801 @4.1`;
    const engine = await engineOf(conversationCapture(picture));
    const { bottom, floor } = (await engine.chart(0, viewOf("sequence")))!;
    const below = (time: number) => engine.chartPointNear(0, viewOf("sequence"), time, (bottom + floor) / 2);
    const point = await below(4.02);
    assert.equal(point?.frame, 6);
    assert.match(
      point?.text ?? "",
      /sends 1 to 401 again \(400 bytes\) · the first of 2 segments sent again or out of order within 50\.0 ms$/,
    );
    assert.equal(await below(2), undefined);
  });

  it("means whatever has set the value that holds there, where lines keep their values", async () => {
    const picture = `${open} | C>S 0:400 @0.3 | S>C ACK ack 401 @0.9`;
    const engine = await engineOf(conversationCapture(picture));
    assert.equal((await engine.chartPointNear(0, viewOf("flight"), 0.7, 0))?.frame, 4);
  });

  it("says what the packet is there", async () => {
    const engine = await engineOf(lossy);
    const said = async (chart: ChartKind, frame: number) => (await engine.chartPoint(0, viewOf(chart), frame))?.text;
    assert.equal(
      await said("sequence", 306),
      "Packet 306 at 291 ms · acknowledges up to 175209 · takes up to 306279 · has 176657 to 178105 (SACK)",
    );
    assert.equal(await said("flight", 306), "Packet 306 at 291 ms · 128,174 bytes in flight · window 131,070 bytes");
    assert.equal(await engine.chartPoint(0, viewOf("flight"), 9999), undefined);
  });
});
