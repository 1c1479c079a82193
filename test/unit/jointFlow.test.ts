import { strict as assert } from "node:assert";
import type { FlowView } from "../../src/view/flow/flowWindow";
import type { JointRow } from "../../src/view/flow/joint/jointFlow";
import { connectionLook } from "../../src/view/onScreen/connectionLooks";
import { freshFlowScope, mostConnections, readFlowScope, type SeveralScope } from "../../src/view/onScreen/flowScope";
import { engineOf } from "../dsl/engineOf";
import { plainView } from "../dsl/flowWindow";
import { browser, jointConversations, manyConversations } from "../dsl/jointConversations";
import { jointFlowIn } from "../dsl/jointFlowOf";

const captures: Readonly<Record<string, Uint8Array>> = { ...jointConversations, browser };
const all: SeveralScope = { kind: "shown" };
const framesOf = (rows: readonly JointRow[]) => rows.flatMap((row) => (row.kind === "segment" ? [row.frame] : []));

async function rowsOf(capture: Uint8Array, scope: SeveralScope, view: FlowView = plainView): Promise<readonly JointRow[]> {
  return (await (await engineOf(capture)).jointWindow(scope, view, 0, 400)).rows.map(({ row }) => row);
}

describe("the flow of several connections", () => {
  for (const [name, capture] of Object.entries(captures))
    for (const folds of [false, true])
      it(`of ${name}, in windows of a few rows, comes to the whole, ${folds ? "folded" : "unfolded"}`, async () => {
        const engine = await engineOf(capture);
        const view = { ...plainView, folds };
        const found = new Map<number, JointRow>();
        const { height } = await engine.jointWindow(all, view, 0, 0);
        for (let from = 0; from < height; from += 3)
          for (const { top, row } of (await engine.jointWindow(all, view, from, from + 3)).rows) found.set(top, row);
        assert.deepEqual(
          [...found].sort(([a], [b]) => a - b).map(([, row]) => row),
          (await jointFlowIn(capture, { folds })).rows,
        );
      });

  it("has the segments of all in the order of the capture", async () => {
    assert.deepEqual(
      framesOf(await rowsOf(captures["ftp"], all)),
      Array.from({ length: 23 }, (_, i) => i + 1),
    );
  });

  it("says of each segment which connection it is of, from which lifeline to which, and by which ports", async () => {
    const rows = await rowsOf(captures["proxy"], all);
    const said = rows.map((row) => row.kind === "segment" && [row.stream, row.from, row.to, ...row.ports].join(" "));
    assert.deepEqual(said.slice(4, 8), ["0 1 0 8080 51000", "1 1 2 51001 80", "1 2 1 80 51001", "1 1 2 51001 80"]);
  });

  it("changes the states of each connection where they change in its own flow", async () => {
    const engine = await engineOf(captures["ftp"]);
    const joint = (await engine.jointWindow(all, plainView, 0, 400)).rows.map(({ row }) => row);
    for (const stream of [0, 1]) {
      const own = (await engine.flow(stream, plainView, 0, 400)).rows.map(({ row }) => row);
      const statesIn = (rows: readonly (JointRow | (typeof own)[number])[]) =>
        rows.flatMap((row) =>
          row.kind === "segment" ? [{ frame: row.frame, states: row.states, marks: row.marks, label: row.label }] : [],
        );
      assert.deepEqual(statesIn(joint.filter((row) => row.kind === "segment" && row.stream === stream)), statesIn(own));
    }
  });

  it("tells where each connection opened and closed", async () => {
    const told = (rows: readonly JointRow[]) =>
      rows.flatMap((row) => (row.kind === "silence" ? [] : row.told.map((text) => `${row.frame}: ${row.stream} ${text}`)));
    assert.deepEqual(told(await rowsOf(captures["proxy"], all)), [
      "3: 0 opened by a handshake",
      "8: 1 opened by a handshake",
      "17: 0 closed in 3 segments",
      "18: 1 reset by the server",
    ]);
    assert.deepEqual(told(await rowsOf(captures["retries"], all)), [
      "2: 0 refused",
      "5: 1 opened by a handshake",
      "8: 2 opened by a handshake",
      "11: 2 open at the end",
      "13: 1 open at the end",
    ]);
  });

  it("folds what is alike until another connection speaks", async () => {
    const rows = await rowsOf(browser, all, { ...plainView, folds: true });
    const runs = rows.flatMap((row) => (row.kind === "run" ? [[row.stream, row.frame, row.lastFrame, row.count]] : []));
    assert.deepEqual(
      runs,
      Array.from({ length: 6 }, (_, i) => [i, 31 + 9 * i, 38 + 9 * i, 8]),
    );
    const unfolded = await rowsOf(browser, all, { ...plainView, folds: true, unfolded: [40] });
    assert.equal(unfolded.length, rows.length + 8);
  });

  const lifelines: readonly (readonly [string, readonly string[]])[] = [
    ["ftp", ["10.0.0.1 client server", "10.0.0.2 client server"]],
    ["proxy", ["10.0.0.1 client", "10.0.0.9 client server", "10.0.0.2 server"]],
    ["own-proxy", ["127.0.0.1 client", "127.0.0.1:8080 server", "127.0.0.1:3000 server"]],
    ["retries", ["10.0.0.1 client", "10.0.0.2 server", "10.0.0.3 client"]],
  ];
  for (const [name, expected] of lifelines)
    it(`has a lifeline for each host in the order of their appearance: ${name}`, async () => {
      const { lifelines } = await (await engineOf(captures[name])).jointFlow(all);
      const said = lifelines.map(({ name, isClient, isServer }) =>
        [name, isClient && "client", isServer && "server"].filter(Boolean).join(" "),
      );
      assert.deepEqual(said, expected);
    });

  it("tells where a packet stands, and what is beside it, even of a packet that is in none of the connections", async () => {
    const engine = await engineOf(captures["ftp"]);
    const data: SeveralScope = { kind: "chosen", streams: [1] };
    assert.deepEqual(await engine.jointPlace(all, plainView, 11), { top: 10, previous: 10, next: 12 });
    assert.deepEqual(await engine.jointPlace(data, plainView, 13), { top: 3, previous: 10, next: 14 });
    // after frame 10, which is the third of this connection, and before its first
    assert.deepEqual(await engine.jointPlace(data, plainView, 12), { top: 2, previous: 10, next: 13 });
    assert.deepEqual(await engine.jointPlace(data, plainView, 2), { top: 0, next: 8 });
    const folded = { ...plainView, folds: true };
    assert.equal((await (await engineOf(browser)).jointPlace(all, folded, 43)).run, 40);
  });

  it("has nothing to draw where the filter shows no connection", async () => {
    const engine = await engineOf(captures["ftp"]);
    await engine.filter("udp");
    assert.equal((await engine.jointFlow(all)).connections, 0);
    assert.deepEqual(await engine.jointWindow(all, plainView, 0, 10), { height: 0, rows: [] });
    assert.deepEqual(await engine.jointPlace(all, plainView, 3), { top: 0 });
  });

  it("draws no more connections than it says, and counts the others", async () => {
    const { connections, beyond, segments } = await (await engineOf(manyConversations(mostConnections + 7, 3))).jointFlow(all);
    assert.deepEqual([connections, beyond, segments], [mostConnections, 7, 3 * mostConnections]);
  });

  it("stands in proportion to time on request", async () => {
    const { rows } = await (await engineOf(captures["retries"])).jointWindow(all, { ...plainView, time: "proportional" }, 0, 400);
    const silences = rows.flatMap(({ row }) => (row.kind === "silence" ? [row.seconds.toFixed(4)] : []));
    // the shortest round trip is 2 ms, and what is longer than three of them is marked
    assert.deepEqual(silences, ["0.4990", "0.0100", "0.0100", "0.6800", "0.0905"]);
  });
});

describe("which connections a flow shows", () => {
  const scopes: readonly (readonly [string, SeveralScope, readonly number[]])[] = [
    ["these", { kind: "chosen", streams: [2, 0, 2, 99] }, [0, 2]],
    ["all between two hosts", { kind: "pair", like: 2 }, [0, 2]],
    ["all of a host", { kind: "host", like: 0, end: 1 }, [0, 1, 2]],
    ["all of another", { kind: "host", like: 1, end: 0 }, [1]],
    ["those of what is shown", { kind: "shown" }, [0, 1, 2]],
    ["none, of a connection that there is not", { kind: "pair", like: 7 }, []],
  ];
  const streamsIn = (rows: readonly JointRow[]) =>
    [...new Set(rows.flatMap((row) => (row.kind === "silence" ? [] : [row.stream])))].sort();
  for (const [name, scope, expected] of scopes)
    it(name, async () => assert.deepEqual(streamsIn(await rowsOf(captures["retries"], scope)), expected));

  it("are those of the packets that the filter shows, whatever it shows at the time", async () => {
    const engine = await engineOf(captures["retries"]);
    const shown = async () => streamsIn((await engine.jointWindow(all, plainView, 0, 400)).rows.map(({ row }) => row));
    await engine.filter("tcp.analysis.zero_window");
    assert.deepEqual(await shown(), [1]);
    await engine.filter("tcp.port == 53000");
    assert.deepEqual(await shown(), [0, 2]);
    await engine.filter("");
    assert.deepEqual(await shown(), [0, 1, 2]);
  });

  it("are offered with what belongs to the selected packet", async () => {
    const engine = await engineOf(captures["retries"]);
    await engine.filter("tcp.flags.reset == 1");
    const offered = (await engine.scopeChoices(7)).map(({ scope, hosts, connections, isAll }) =>
      [scope.kind, ...hosts, connections, isAll].join(" "),
    );
    assert.deepEqual(offered, [
      "pair 10.0.0.1 10.0.0.2 2 false",
      "host 10.0.0.1 2 false",
      "host 10.0.0.2 3 false",
      "shown 1 false",
    ]);
    const own = await (await engineOf(captures["own-proxy"])).scopeChoices(1);
    assert.deepEqual(
      own.map(({ scope, connections, isAll }) => [scope.kind, connections, isAll]),
      [
        ["host", 2, false],
        ["shown", 2, true],
      ],
    );
  });

  const searches: readonly (readonly [string, readonly number[]])[] = [
    ["", [0, 1, 2]],
    ["2", [0, 1, 2]],
    ["53001", [1]],
    [" 10.0.0.1:", [0, 2]],
    ["nobody", []],
  ];
  for (const [search, expected] of searches)
    it(`are found by number, address and port: "${search}"`, async () => {
      const { choices, more } = await (await engineOf(captures["retries"])).connectionChoices(search, 10);
      assert.deepEqual([choices.map(({ stream }) => stream), more], [expected, false]);
    });

  it("are listed up to a number, with what is known of them at a glance", async () => {
    const { choices, more } = await (await engineOf(captures["retries"])).connectionChoices("", 2);
    assert.deepEqual(choices[1], { stream: 1, client: "10.0.0.3:53001", server: "10.0.0.2:443", packets: 6, first: 3 });
    assert.equal(more, true);
  });

  it("are remembered, and read with suspicion", () => {
    for (const scope of [...scopes.map(([, each]) => each), freshFlowScope])
      if (scope.kind !== "chosen") assert.deepEqual(readFlowScope(JSON.parse(JSON.stringify(scope))), scope);
    for (const kept of [
      undefined,
      null,
      3,
      "shown",
      {},
      { kind: "pair" },
      { kind: "pair", like: -1 },
      { kind: "host", like: 1, end: 2 },
      { kind: "chosen", streams: [] },
      { kind: "chosen", streams: ["1"] },
    ])
      assert.deepEqual(readFlowScope(kept), freshFlowScope);
    const before: SeveralScope = { kind: "pair", like: 3 };
    assert.deepEqual(readFlowScope({ kind: "selected", before }), { kind: "selected", before });
    assert.deepEqual(readFlowScope({ kind: "selected", before: { kind: "selected" } }), freshFlowScope);
    assert.deepEqual(readFlowScope({ kind: "chosen", streams: [4, 2] }), { kind: "chosen", streams: [4, 2] });
  });

  it("look different, thirty of them", () => {
    const looks = new Set(Array.from({ length: 30 }, (_, place) => JSON.stringify(connectionLook(place))));
    assert.equal(looks.size, 30);
  });
});
