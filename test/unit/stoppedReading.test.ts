import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { captureEngine } from "../../src/engine/captureEngine";
import type { CaptureSummary } from "../../src/engine/contract/reading";
import { wordsFor } from "../../src/text/languages";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { pcapFile } from "../dsl/pcapFile";

const packets = 200_000;
const header = pcapFile([]);
const record = pcapFile(conversation("C>S SYN")).subarray(header.length);
const capture = new Uint8Array(header.length + packets * record.length);
capture.set(header);
for (let at = header.length; at < capture.length; at += record.length) capture.set(record, at);

describe("the reading of a capture", () => {
  it("is stopped on demand, and what was read stays", async () => {
    const engine = captureEngine(async () => memorySource(capture), wordsFor("en"));
    const told: CaptureSummary[] = [];
    await engine.index((summary) => {
      told.push(summary);
      void engine.stopReading();
    });
    const summary = await engine.summary();
    assert.ok(summary.packets > 0 && summary.packets < packets, `${summary.packets}`);
    assert.equal(summary.stopped, true);
    assert.equal(summary.complete, true);
    assert.equal(summary.problem, undefined);
    assert.equal((await engine.rows(summary.packets - 1, 10)).length, 1);
    assert.ok(told[0].read < 1);
  });

  it("is not stopped any more once it has ended", async () => {
    const engine = await engineOf(capture);
    await engine.stopReading();
    const { stopped, packets: read } = await engine.summary();
    assert.deepEqual([stopped, read], [undefined, packets]);
  });

  it("is waited for by who needs all of it", async () => {
    const engine = captureEngine(async () => memorySource(capture), wordsFor("en"));
    const seen: string[] = [];
    const waiting = engine.wholeSummary().then((summary) => seen.push(`whole, ${summary.packets}`));
    await engine.index(({ complete }) => {
      if (!complete) seen.push("reading");
    });
    await waiting;
    assert.equal(seen[0], "reading");
    assert.deepEqual(seen.slice(seen.lastIndexOf("reading") + 1), [`whole, ${packets}`]);
  });
});
