import { strict as assert } from "node:assert";
import type { PacketDetail } from "../../src/engine/contract/packets";
import type { PacketRow } from "../../src/view/packetRow";
import { Selection } from "../../src/webview/selection";

const row = (number: number) => ({ number, stream: 0 }) as PacketRow;

/** An engine that answers when it is told to. */
function slowEngine() {
  const waiting = new Map<string, () => void>();
  const later = <Answer>(name: string, answer: Answer) =>
    new Promise<Answer>((resolve) => waiting.set(name, () => resolve(answer)));
  return {
    later,
    rows: (first: number) => later(`row ${first + 1}`, [row(first + 1)]),
    packet: (number: number) =>
      later(`packet ${number}`, { tree: [], bytes: Uint8Array.of(number), colours: Uint8Array.of(0) } satisfies PacketDetail),
    /** All that follows from what was answered so far has happened. */
    answered: () => new Promise(setImmediate),
    async answer(name: string): Promise<void> {
      await this.answered();
      waiting.get(name)!();
      await this.answered();
    },
  };
}

function selectionOf(engine: ReturnType<typeof slowEngine>) {
  const told: string[] = [];
  const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };
  const selection = new Selection(host, engine, {
    row: ({ number }) => told.push(`row ${number}`),
    detail: ({ bytes }) => told.push(`packet ${bytes[0]}`),
  });
  return { selection, told };
}

describe("the selection", () => {
  it("is the last choice, however late the answer to an earlier one comes", async () => {
    const engine = slowEngine();
    const { selection, told } = selectionOf(engine);
    selection.choose(5);
    await engine.answered();
    selection.choose(row(7));
    await engine.answer("row 5");
    await engine.answer("packet 7");
    assert.deepEqual([selection.number, selection.row?.number, told], [7, 7, ["row 7", "packet 7"]]);
  });

  it("counts a choice from when it was made, not from when it is known which packet it is", async () => {
    const engine = slowEngine();
    const { selection, told } = selectionOf(engine);
    selection.choose(engine.later("key", 3));
    selection.choose(4);
    await engine.answer("row 4");
    await engine.answer("key");
    assert.deepEqual([selection.number, told], [4, ["row 4"]]);
  });

  it("shows the number of a packet whose row is still to come, so that the next step goes on from there", () => {
    const { selection } = selectionOf(slowEngine());
    selection.choose(12);
    assert.equal(selection.number, 12);
    assert.equal(selection.row, undefined);
  });

  it("keeps to a detail that belongs to the packet chosen last", async () => {
    const engine = slowEngine();
    const { selection, told } = selectionOf(engine);
    selection.choose(row(1));
    selection.choose(row(2));
    await engine.answer("packet 2");
    await engine.answer("packet 1");
    assert.deepEqual(told, ["row 1", "row 2", "packet 2"]);
  });

  it("shows one packet at a time: its row goes with its detail", async () => {
    const engine = slowEngine();
    const { selection } = selectionOf(engine);
    const shown = () => [selection.shown?.row.number, selection.shown?.detail.bytes[0]];
    selection.choose(row(1));
    await engine.answer("packet 1");
    selection.choose(row(2));
    assert.deepEqual([selection.number, ...shown()], [2, 1, 1]);
    await engine.answer("packet 2");
    assert.deepEqual([selection.number, ...shown()], [2, 2, 2]);
  });

  it("stays where it was when a choice leads nowhere", async () => {
    const engine = slowEngine();
    const { selection } = selectionOf(engine);
    selection.choose(row(1));
    selection.choose(engine.later("nothing", undefined));
    await engine.answer("nothing");
    assert.equal(selection.number, 1);
  });
});
