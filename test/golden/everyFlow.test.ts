import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Flows } from "../../src/engine/flows";
import { ConnectionsFlow } from "../../src/engine/joint/connectionsFlow";
import { wordsFor } from "../../src/text/languages";
import { flowWriters } from "../../src/view/flow/flowFormats";
import { jointWriters } from "../../src/view/flow/joint/jointFormats";
import { plainView } from "../dsl/flowWindow";
import { indexedPackets } from "../dsl/indexed";

const folder = process.env["WIRENOTE_CAPTURES"] ?? "../shared/captures/dev";
/** Of another format, which is told in words. */
const isRead = (name: string) => !name.endsWith(".snoop");
/** What no drawing may say. */
const slip = /undefined|\bNaN\b|\[object /;
const view = { ...plainView, folds: true };
const all = Number.POSITIVE_INFINITY;
const formats = Object.keys(flowWriters) as (keyof typeof flowWriters)[];

describe("flows of real captures", () => {
  for (const name of existsSync(folder) ? readdirSync(folder).filter(isRead) : []) {
    it(name, async () => {
      const packets = await indexedPackets(readFileSync(`${folder}/${name}`));
      const streams = Array.from({ length: packets.tracker.count }, (_, stream) => stream);
      for (const words of [wordsFor("en"), wordsFor("zh-cn")]) {
        const flows = new Flows(packets, words);
        for (const stream of streams) {
          const flow = await flows.of(stream).whole(view, all);
          assert.ok(flow.rows.length > 0);
          for (const format of formats) assertSound(withWriter(format, flowWriters[format].write(flow, words)), stream);
        }
        if (streams.length === 0) continue;
        const joint = await new ConnectionsFlow(packets, streams, words).whole(view, all);
        for (const format of formats) assertSound(withWriter(format, jointWriters[format](joint, words)), "all");
      }
      await packets.source.close();
    }).timeout(60_000);
  }
});

const withWriter = (format: string, written: string) => ({ format, written });

function assertSound({ format, written }: { format: string; written: string }, which: number | string): void {
  assert.ok(written.length > 0, `${format} of ${which}`);
  const found = slip.exec(written);
  assert.equal(found, null, `${format} of ${which}: ${found && written.slice(Math.max(0, found.index - 80), found.index + 40)}`);
}
