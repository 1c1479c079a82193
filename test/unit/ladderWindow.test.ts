import { strict as assert } from "node:assert";
import type { FlowView, FlowWindow, PlacedRow } from "../../src/view/flow/flowWindow";
import { joinedFlow } from "../../src/webview/flow/flowPieces";
import { LadderWindow } from "../../src/webview/flow/ladderWindow";

const settled = () => new Promise(setImmediate);
const unknown = { state: "CLOSED", assumed: true } as const;
const view: FlowView = { notation: "wireshark", numbers: "relative", time: "even", folds: false, unfolded: [] };

/** A flow of so many rows, one step each; row 5 opens the client's side, and row 90 the server's. */
function flowOf(height: number) {
  const asked: string[] = [];
  const open = { state: "ESTABLISHED", assumed: false } as const;
  const statesOf = (top: number) => (top === 5 ? [{ client: open }] : top === 90 ? [{ server: open }] : []);
  const row = (top: number) => ({ top, row: { kind: "segment", frame: top + 1, states: statesOf(top) } }) as unknown as PlacedRow;
  const before = (top: number) => ({ client: top > 5 ? open : unknown, server: top > 90 ? open : unknown });
  const window = new LadderWindow(
    async ({ stream }: { stream: number; view: FlowView; version: number }, from: number, to: number) => {
      asked.push(`${stream}: ${from} to ${to}`);
      await settled();
      const first = Math.floor(from);
      const last = Math.min(height - 1, Math.floor(to));
      const rows = Array.from({ length: last - first + 1 }, (_, i) => row(first + i));
      return { stream, height, before: before(first), rows } as unknown as FlowWindow;
    },
    () => {},
    joinedFlow,
  );
  const want = (from: number, to: number, stream = 0) => window.want({ stream, view, version: 0 }, from, to);
  const tops = () => (window.flow?.rows ?? []).map(({ top }) => top);
  return { window, want, tops, asked, before };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("the window of a ladder", () => {
  it("asks for what is on screen and a little more, and nothing while that is ample", async () => {
    const { want, tops, asked } = flowOf(1000);
    await want(500, 507);
    await want(500, 507);
    assert.deepEqual([asked, tops()], [["0: 492 to 515"], numbers(492, 515)]);
  });

  it("asks only for what is missing, down and up again, and keeps the rows that stay", async () => {
    const { window, want, tops, asked } = flowOf(1000);
    await want(500, 507);
    const kept = window.flow!.rows.find(({ top }) => top === 510);
    await want(503.5, 510.5);
    assert.deepEqual(asked.slice(1), ["0: 515 to 550.5"]);
    assert.deepEqual(tops(), numbers(492, 550));
    for (let from = 504; from < 530; from += 1) await want(from, from + 7);
    assert.equal(asked.length, 2);
    await want(495, 502);
    assert.deepEqual([asked.slice(2), tops()], [["0: 455 to 492"], numbers(455, 542)]);
    assert.equal(
      window.flow!.rows.find(({ top }) => top === 510),
      kept,
    );
  });

  it("knows both ends' states before its first row, wherever it has come from", async () => {
    const { window, want, tops, before } = flowOf(1000);
    for (const from of [0, 5, 30, 60, 95, 120, 84, 60, 30, 2]) {
      await want(from, from + 7);
      assert.deepEqual(window.flow!.before, before(tops()[0]), `at ${from}: from ${tops()[0]} on`);
    }
  });

  it("asks once for where somebody has come to meanwhile", async () => {
    const { want, tops, asked } = flowOf(100_000);
    await Promise.all([0, 10_000, 20_000, 30_000].map((from) => want(from, from + 7)));
    assert.deepEqual([asked, tops()], [["0: 0 to 15", "0: 29992 to 30015"], numbers(29_992, 30_015)]);
  });

  it("turns at once to another flow, and lets go of answers to the one before", async () => {
    const { window, want, asked } = flowOf(1000);
    const first = want(0, 7);
    await want(0, 7, 3);
    await first;
    assert.deepEqual([asked, window.flow?.stream], [["0: 0 to 15", "3: 0 to 15"], 3]);
  });
});
