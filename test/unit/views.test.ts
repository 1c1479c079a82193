import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { IndexedCapture } from "../../src/engine/indexedCapture";
import { wordsFor } from "../../src/text/languages";
import { conversationCapture } from "../dsl/conversation";

const capture = conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:10 | S>C ACK");

describe("two views of one capture", () => {
  it("filter it each for itself", async () => {
    const words = wordsFor("en");
    const indexed = new IndexedCapture(async () => memorySource(capture), words);
    await indexed.index(() => {});
    const [one, other] = [captureEngine(indexed, words), captureEngine(indexed, words)];
    await one.filter("tcp.flags.syn == 1");
    await other.filter("tcp.len > 0");
    const numbers = async (engine: CaptureEngine) => (await engine.listedRows(0, 10)).map(({ number }) => number);
    assert.deepEqual(await numbers(one), [1, 2]);
    assert.deepEqual(await numbers(other), [4]);
  });
});
