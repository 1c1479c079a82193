import { strict as assert } from "node:assert";
import fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import type { Marked } from "../../src/engine/contract/marking";
import { IndexedCapture } from "../../src/engine/indexedCapture";
import { MarkedPackets } from "../../src/engine/marking/markedPackets";
import { wordsFor } from "../../src/text/languages";
import type { FlowRow } from "../../src/view/flow/flow";
import { type MarkedSpans, mostSpans, readMarkedSpans } from "../../src/view/onScreen/markedSpans";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { toHex } from "../dsl/bytes";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { plainView } from "../dsl/flowWindow";
import { together } from "../dsl/jointConversations";
import { readBytes } from "../dsl/readCapture";
import { savedFile } from "../dsl/savedCapture";

const script = "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:10 | S>C ACK | C>S FIN | S>C FIN | C>S ACK";
const packets = 8;
const capture = conversationCapture(script);
const words = wordsFor("en");

const markedRows = async (engine: CaptureEngine) =>
  (await engine.rows(0, packets)).filter(({ isMarked }) => isMarked).map(({ number }) => number);

async function shownBy(engine: CaptureEngine, filter: string): Promise<number[]> {
  const answer = await engine.filter(filter);
  assert.ok("shown" in answer, filter);
  const rows = await engine.listedRows(0, packets);
  await engine.filter("");
  return rows.map(({ number }) => number);
}

async function withMarks(...numbers: readonly number[]): Promise<CaptureEngine> {
  const engine = await engineOf(capture);
  for (const number of numbers) assert.equal(await engine.toggleMark(number), true);
  return engine;
}

describe("packets that are marked by hand", () => {
  it("show it in their rows, until they are marked no longer", async () => {
    const engine = await withMarks(2, 5);
    assert.deepEqual(await markedRows(engine), [2, 5]);
    assert.equal(await engine.toggleMark(2), false);
    assert.deepEqual(await markedRows(engine), [5]);
  });

  it("are none that the capture does not have", async () => {
    const engine = await engineOf(capture);
    for (const number of [0, -1, packets + 1]) assert.equal(await engine.toggleMark(number), false);
    assert.equal((await engine.restoreMarks([])).packets, 0);
  });

  it("show it in the flow: a segment, or the run that stands for it, of its own connection alone", async () => {
    const data = Array.from({ length: 12 }, (_, i) => `C>S ${100 * i}:${100 * (i + 1)}`).join(" | ");
    const mine = conversation(`C>S SYN | S>C SYN,ACK | C>S ACK | ${data}`);
    const other = conversation("C>S SYN @0.008 | S>C SYN,ACK @0.009", { client: { port: 40001 } });
    const engine = await engineOf(together(mine, other));
    const marked = async (folds: boolean): Promise<string> => {
      const flow = await engine.flow(0, { ...plainView, folds }, 0, 100);
      const joint = await engine.jointWindow({ kind: "shown" }, { ...plainView, folds }, 0, 100);
      const framesOf = (rows: readonly FlowRow[]) =>
        rows.flatMap((row) => (row.kind !== "silence" && row.isMarked ? [row.kind === "run" ? `${row.frame}–` : row.frame] : []));
      return [flow, joint].map(({ rows }) => framesOf(rows.map(({ row }) => row)).join()).join(" | ");
    };
    const ofOther = (await engine.rows(0, 17)).find(({ info }) => info.startsWith("40001"))!.number;
    await engine.toggleMark(1);
    await engine.toggleMark(ofOther);
    assert.equal(await marked(true), `1 | 1,${ofOther}`);
    await engine.toggleMark(ofOther + 3);
    assert.equal(await marked(false), `1,${ofOther + 3} | 1,${ofOther},${ofOther + 3}`);
    assert.match(await marked(true), /^1,4– \| 1,.*–$/);
  });

  // Wireshark's field has a value in every packet: alone it asks for nothing
  it("are found by a filter, from columns as from bytes, and have a cell", async () => {
    const engine = await withMarks(2, 5);
    assert.deepEqual(await shownBy(engine, "frame.marked == 1"), [2, 5]);
    assert.deepEqual(await shownBy(engine, "frame.marked == False"), [1, 3, 4, 6, 7, 8]);
    assert.equal((await shownBy(engine, "frame.marked")).length, packets);
    assert.deepEqual(await shownBy(engine, 'frame.marked == 1 and frame contains "\\x0a"'), [2, 5]);
    assert.deepEqual(await shownBy(engine, "frame.marked == 1 and tcp.analysis.acks_frame == 4"), [5]);
    const rows = await engine.rows(0, 2, { ...plainLook, fields: ["frame.marked"] });
    assert.deepEqual(
      rows.map(({ fields }) => fields?.["frame.marked"]),
      ["0", "1"],
    );
  });

  it("are all that the filter shows, or none of them; the others stay as they are", async () => {
    const engine = await withMarks(8);
    await engine.filter("tcp.flags.syn == 1 or tcp.flags.fin == 1");
    assert.equal(await engine.markShown(true), 5);
    assert.deepEqual(await markedRows(engine), [1, 2, 6, 7, 8]);
    await engine.filter("tcp.flags.syn == 1");
    assert.equal(await engine.markShown(false), 3);
    await engine.filter("");
    assert.deepEqual(await markedRows(engine), [6, 7, 8]);
  });

  it("are stepped through in a circle, among those that are listed", async () => {
    const engine = await withMarks(2, 5, 7);
    const forward = [await engine.neighbour("mark", 2, 1), await engine.neighbour("mark", 7, 1)];
    const back = [await engine.neighbour("mark", 5, -1), await engine.neighbour("mark", 2, -1)];
    assert.deepEqual(
      [forward, back],
      [
        [5, 2],
        [2, 7],
      ],
    );
    assert.deepEqual(
      Array.from(await engine.overview("mark", 0, packets), (share) => share > 0),
      [false, true, false, false, true, false, true, false],
    );
    await engine.filter("tcp.flags.ack == 1 and tcp.flags.fin == 0");
    assert.equal(await engine.neighbour("mark", 5, 1), 2);
  });

  it("are saved as a capture, where they are not all of it", async () => {
    const engine = await withMarks(2, 5);
    const offered = await engine.saveChoices(0);
    assert.deepEqual(
      offered.map(({ which, packets: count }) => [which.kind, count]),
      [
        ["marked", 2],
        ["all", packets],
      ],
    );
    const saved = await readBytes(await savedFile(engine, { kind: "marked" }));
    const all = conversation(script);
    assert.deepEqual(
      saved.packets.map(({ bytes }) => bytes),
      [all[1], all[4]].map(({ bytes }) => toHex(bytes)),
    );
    await engine.markShown(true);
    assert.deepEqual(
      (await engine.saveChoices(0)).map(({ which }) => which.kind),
      ["all"],
    );
  });

  it("are the same for all who look at the capture, who are told", async () => {
    const indexed = new IndexedCapture(async () => memorySource(capture), words);
    await indexed.index(() => {});
    const [one, other] = [captureEngine(indexed, words), captureEngine(indexed, words)];
    const told: Marked[] = [];
    indexed.marked.listeners.add((marked) => told.push(marked));
    await one.toggleMark(3);
    assert.deepEqual(await markedRows(other), [3]);
    assert.deepEqual(told, [{ packets: 1, spans: [2, 1] }]);
  });

  it("come back as they were kept, once, and beside those that were marked meanwhile", async () => {
    const engine = await withMarks(7);
    assert.deepEqual(await engine.restoreMarks([1, 2, 1, 1]), { packets: 4, spans: [1, 2, 1, 1, 1, 1] });
    assert.deepEqual(await markedRows(engine), [2, 3, 5, 7]);
    assert.equal((await engine.restoreMarks([0, packets])).packets, 4);
  });

  it("are not more than the file has, whatever was kept", async () => {
    const engine = await engineOf(capture);
    assert.equal((await engine.restoreMarks([6, 2 ** 50])).packets, 2);
  });
});

describe("what a page keeps of marked packets", () => {
  it("says whether one of some kind is in a stretch", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70), { maxLength: 6 }), fc.nat(70), fc.nat(70), (marked, first, last) => {
        const packetsOf = new MarkedPackets();
        packetsOf.set(marked, true);
        const isOdd = (index: number) => index % 2 === 1;
        const expected = marked.some((index) => index >= first && index <= last && isOdd(index));
        assert.equal(packetsOf.someBetween(first, last, isOdd), expected);
      }),
    );
  });

  it("says which they are, whatever is marked", () => {
    const indexes = fc.array(fc.nat(70), { maxLength: 60 });
    fc.assert(
      fc.property(indexes, indexes, (marked, unmarked) => {
        const wanted = [...new Set(marked)].filter((index) => !unmarked.includes(index)).sort((a, b) => a - b);
        const packetsOf = new MarkedPackets();
        packetsOf.set(marked, true);
        packetsOf.set(unmarked, false);
        assert.deepEqual([...packetsOf.indexes()], wanted);
        const again = new MarkedPackets();
        again.restore(packetsOf.told.spans ?? [], 71);
        assert.deepEqual([...again.indexes()], wanted);
        assert.deepEqual(again.told, packetsOf.told);
        assert.equal(again.told.packets, wanted.length);
      }),
    );
  });

  it("is nothing where they stand apart too often", () => {
    const every = (count: number) => Array.from({ length: count }, (_, i) => 2 * i);
    const many = new MarkedPackets();
    many.set(every(mostSpans), true);
    assert.equal(many.told.spans?.length, 2 * mostSpans);
    many.set(every(mostSpans + 1), true);
    assert.deepEqual(many.told, { packets: mostSpans + 1, spans: undefined });
  });

  it("is read with suspicion", () => {
    const kept: MarkedSpans = [3, 1, 0, 7];
    assert.deepEqual(readMarkedSpans(kept), kept);
    for (const nonsense of [undefined, "3", [3], [3, -1], [0.5, 1], ["3", 1], new Array(2 * mostSpans + 2).fill(1)])
      assert.deepEqual(readMarkedSpans(nonsense), []);
  });
});
