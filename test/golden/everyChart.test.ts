import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Charts } from "../../src/engine/charts/charts";
import { TrafficCharts } from "../../src/engine/charts/trafficCharts";
import { Flows } from "../../src/engine/flows";
import { ShownPackets } from "../../src/engine/shownPackets";
import { wordsFor } from "../../src/text/languages";
import type { Chart } from "../../src/view/charts/chart";
import { chartKinds, chartSenders } from "../../src/view/onScreen/chartLook";
import { trafficKinds } from "../../src/view/onScreen/trafficLook";
import { indexedPackets } from "../dsl/indexed";

const folder = process.env["WIRENOTE_CAPTURES"] ?? "../shared/captures/dev";
/** Of another format, which is told in words. */
const isRead = (name: string) => !name.endsWith(".snoop");
const size = { width: 400, height: 300 };

/** Every mark is a number, within what is shown or beyond its edge, and not more are drawn than there is room for. */
function check({ span, bottom, top, tracks, about }: Chart, where: string): void {
  assert.ok(span.from < span.to && bottom < top && Number.isFinite(top - bottom), where);
  assert.doesNotMatch(about, /NaN|Infinity|undefined/, where);
  for (const { name, times, lows, highs } of tracks) {
    assert.ok(times.length > 0 && times.length <= size.width * size.height, `${where}, ${name}`);
    for (let i = 0; i < times.length; i += 1) {
      assert.ok(times[i] >= span.from && times[i] <= span.to, `${where}, ${name}`);
      assert.ok(lows[i] <= highs[i] && Number.isFinite(highs[i] - lows[i]), `${where}, ${name}`);
    }
  }
}

describe("charts of real captures", () => {
  for (const name of existsSync(folder) ? readdirSync(folder).filter(isRead) : []) {
    it(name, async () => {
      const packets = await indexedPackets(readFileSync(`${folder}/${name}`));
      const flows = new Flows(packets, wordsFor("en"));
      const charts = new Charts(packets, flows, wordsFor("en"));
      for (let stream = 0; stream < packets.tracker.count; stream += 1)
        for (const chart of chartKinds)
          for (const sender of chartSenders) {
            const view = { chart, sender, ...size };
            const drawn = await charts.chart(stream, view);
            const where = `${stream}, ${chart}, ${sender}`;
            if (drawn) check(drawn, where);
            const last = packets.tracker.connection(stream).lastPacket + 1;
            const point = await charts.point(stream, view, last);
            assert.equal(point?.frame, last, where);
            assert.doesNotMatch(point.text, /NaN|Infinity|undefined/, where);
          }
      const traffic = new TrafficCharts(packets, new ShownPackets(packets, wordsFor("en")), wordsFor("en"));
      for (const kind of trafficKinds) {
        const view = { traffic: kind, ...size };
        const drawn = await traffic.chart(view);
        if (drawn) check(drawn, kind);
        const point = await traffic.point(view, packets.columns.count);
        assert.doesNotMatch(point?.text ?? "", /NaN|Infinity|undefined/, kind);
      }
      await packets.source.close();
    }).timeout(60_000);
  }
});
