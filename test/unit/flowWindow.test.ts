import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import type { FlowRow } from "../../src/view/flow/flow";
import type { FlowView } from "../../src/view/flow/flowWindow";
import { zeros } from "../dsl/bytes";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { flowIn } from "../dsl/flowOf";
import { plainView } from "../dsl/flowWindow";
import { ethernet } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";
const data = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `S>C ${(from + i) * 100}:${(from + i + 1) * 100}${i % 2 ? " | C>S ACK" : ""}`).join(
    " | ",
  );
const recorded = (name: string) => readFileSync(`test/captures/recorded/${name}.cap`);

const captures: Readonly<Record<string, Uint8Array>> = {
  handshake: readFileSync("samples/handshake.cap"),
  ...Object.fromEntries(
    ["http-close-3", "ipv6-close-4", "half-close", "refused", "reset-by-server", "zero-window"].map((name) => [
      name,
      recorded(name),
    ]),
  ),
  "simultaneous-close": conversationCapture(`${open} | C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK`),
  "late-fin": conversationCapture(`${open} | S>C 100:200 | S>C FIN seq 200 | C>S ack 1 | S>C 0:100 | C>S ack 202`),
  "two-runs": conversationCapture(`${open} | ${data(0, 12)} | C>S 0:5 @3 | ${data(12, 12)} | C>S FIN | S>C FIN | C>S ACK`),
};

/** All of a flow, asked for in windows of a few rows. */
async function inWindows(capture: Uint8Array, view: FlowView, height: number): Promise<FlowRow[]> {
  const engine = await engineOf(capture);
  const found = new Map<number, FlowRow>();
  const { height: all } = await engine.flow(0, view, 0, 0);
  for (let from = 0; from < all; from += height)
    for (const { top, row } of (await engine.flow(0, view, from, from + height)).rows) found.set(top, row);
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

describe("windows of a flow", () => {
  for (const [name, capture] of Object.entries(captures)) {
    for (const folds of [false, true]) {
      it(`of ${name} come to the whole, ${folds ? "folded" : "unfolded"}`, async () => {
        assert.deepEqual(await inWindows(capture, { ...plainView, folds }, 3), (await flowIn(capture, { folds })).rows);
      });
    }

    it(`of ${name} begin with the states that the rows before came to`, async () => {
      const engine = await engineOf(capture);
      const { rows, before } = await engine.flow(0, plainView, 0, 400);
      let both = before;
      for (const { top, row } of rows) {
        assert.deepEqual((await engine.flow(0, plainView, top, top)).before, both, `at ${top}`);
        for (const states of row.kind === "segment" ? row.states : []) both = { ...both, ...states };
      }
    });

    it(`of ${name} have brackets where the whole has them`, async () => {
      const whole = await flowIn(capture, { folds: false });
      const { parts } = await (await engineOf(capture)).flow(0, plainView, 0, 0);
      assert.deepEqual(
        parts.map(({ kind, text, top, bottom }) => ({ kind, text, first: top, last: Math.max(top, bottom) - 1 })),
        whole.parts.map(({ kind, text, first, last }) => ({ kind, text, first, last })),
      );
    });
  }

  it("draw out one run of many behind a row that names it", async () => {
    const engine = await engineOf(captures["two-runs"]);
    const folded = await engine.flow(0, { ...plainView, folds: true }, 0, 100);
    const runs = folded.rows.flatMap(({ row }) => (row.kind === "run" ? [row] : []));
    assert.deepEqual(
      runs.map(({ frame, lastFrame, count, acknowledgments, isOpen }) => ({ frame, lastFrame, count, acknowledgments, isOpen })),
      [
        { frame: 4, lastFrame: 21, count: 12, acknowledgments: 6, isOpen: false },
        { frame: 23, lastFrame: 40, count: 12, acknowledgments: 6, isOpen: false },
      ],
    );
    const view = { ...plainView, folds: true, unfolded: [23] };
    const { rows, height } = await engine.flow(0, view, 0, 100);
    assert.equal(height, folded.height + 18);
    const heading = rows.findIndex(({ row }) => row.kind === "run" && row.isOpen);
    assert.deepEqual(
      rows.slice(heading + 1, heading + 19).map(({ row }) => row.kind === "segment" && row.frame),
      Array.from({ length: 18 }, (_, i) => 23 + i),
    );
  });

  it("tell where a packet stands, in which run, and what is beside it", async () => {
    const engine = await engineOf(captures["two-runs"]);
    const view = { ...plainView, folds: true };
    assert.deepEqual(await engine.flowPlace(0, view, 1), { top: 0, next: 2 });
    assert.deepEqual(await engine.flowPlace(0, view, 9), { top: 3, run: 4, previous: 3, next: 22 });
    // a silence of three seconds stands before it
    assert.deepEqual(await engine.flowPlace(0, view, 22), { top: 5, previous: 4, next: 23 });
    assert.equal((await engine.flowPlace(0, { ...view, unfolded: [4] }, 9)).run, undefined);
  });

  it("write the numbers of the header on request", async () => {
    const engine = await engineOf(captures["two-runs"]);
    const labels = async (numbers: "relative" | "raw") =>
      (await engine.flow(0, { ...plainView, notation: "stevens", numbers }, 0, 3)).rows.map(
        ({ row }) => row.kind === "segment" && row.label.replace(/ win.*/, ""),
      );
    assert.deepEqual((await labels("relative")).slice(0, 4), ["SYN 0(0)", "SYN 0(0) ack 1", "ack 1", "1(100) ack 1"]);
    assert.deepEqual((await labels("raw")).slice(0, 4), [
      "SYN 1000(0)",
      "SYN 5000(0) ack 1001",
      "ack 5001",
      "5001(100) ack 1001",
    ]);
  });
});

describe("time in a flow", () => {
  const timed = conversationCapture(
    "C>S SYN @0 | S>C SYN,ACK @0.1 | C>S ACK @0.101 | C>S 0:9 @0.15 | S>C ACK @0.25 | C>S 9:18 @0.45 | S>C ACK @5",
  );

  it("is in proportion on request: a round trip is two steps, and what takes very long is marked", async () => {
    const { rows, fall } = await (await engineOf(timed)).flow(0, { ...plainView, time: "proportional" }, 0, 100);
    const tops = rows.map(({ top, row }) => ({ kind: row.kind, top: Number(top.toFixed(2)) }));
    const roundTrip = 0.101;
    const step = (seconds: number) => Math.max(0.7, (2 * seconds) / roundTrip);
    const expected = [0, step(0.1), step(0.001), step(0.049), step(0.1), step(0.2)];
    let top = 0;
    for (const [i, by] of expected.entries()) {
      top += by;
      assert.deepEqual(tops[i], { kind: "segment", top: Number(top.toFixed(2)) });
    }
    assert.deepEqual(tops.slice(6), [
      { kind: "silence", top: Number((top + 1).toFixed(2)) },
      { kind: "segment", top: Number((top + 2).toFixed(2)) },
    ]);
    assert.equal(fall, 1);
  });

  it("is to the microsecond, however long before the connection the capture began", async () => {
    const packets = conversation("C>S SYN @1700000000 | S>C SYN,ACK @1700000000.25 | C>S ACK @1700000000.250125");
    const early = { ...packets[0], bytes: ethernet(0x0806, zeros(28)), time: 0 };
    const { rows } = await (await engineOf(pcapFile([early, ...packets]))).flow(0, plainView, 0, 10);
    assert.deepEqual(
      rows.map(({ row }) => row.kind === "segment" && row.time),
      [0, 0.25, 0.250125],
    );
  });

  const places = [
    ["client", "C>S SYN @0 | S>C SYN,ACK @0.1 | C>S ACK @0.101"],
    ["server", "C>S SYN @0 | S>C SYN,ACK @0.001 | C>S ACK @0.101"],
    ["between", "C>S SYN @0 | S>C SYN,ACK @0.04 | C>S ACK @0.1"],
  ] as const;
  for (const [at, picture] of places) {
    it(`tells from the handshake that it was captured at the ${at}`, async () => {
      const { path } = await (await engineOf(conversationCapture(picture))).flow(0, plainView, 0, 1);
      assert.deepEqual(path.captured, at);
      assert.ok(Math.abs(path.oneWay! - 0.05) < 0.001);
    });
  }

  it("knows that loopback is both ends, and nothing of a capture that began late or whose SYN was repeated", async () => {
    const path = async (capture: Uint8Array) => (await (await engineOf(capture)).flow(0, plainView, 0, 1)).path;
    assert.deepEqual((await path(captures["handshake"])).captured, "both");
    assert.deepEqual(await path(conversationCapture("S>C 0:9 ack 5 | C>S ACK")), {});
    assert.deepEqual(await path(conversationCapture("C>S SYN | C>S SYN @1 | S>C SYN,ACK @1.1 | C>S ACK @1.2")), {});
  });
});
