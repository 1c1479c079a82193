import { strict as assert } from "node:assert";
import { freshState, readFreshState, readState, withLayoutOf } from "../../src/view/onScreen/editorState";

describe("the editor's state", () => {
  it("survives being written and read", () => {
    const state = {
      ...freshState,
      marked: [2, 1, 5, 3],
      packet: 7,
      hidden: ["bytes"],
      parted: { ...freshState.parted, rows: 20 },
      numbers: "raw",
      listed: "connections",
      connections: { column: "trouble", descending: true },
      trouble: "zero_window",
      top: 5000,
      flow: {
        notation: "stevens",
        time: "proportional",
        folds: false,
        zoom: 1.5,
        tab: "diagram",
        chart: "roundTrip",
        sender: "client",
        direction: "server",
        format: "hex",
      },
    } as const;
    assert.deepEqual(readState(JSON.parse(JSON.stringify(state))), state);
  });

  it("is fresh where nothing, another version or nonsense was kept", () => {
    for (const kept of [undefined, null, 5, "", {}, { version: 0, packet: 3 }]) assert.deepEqual(readState(kept), freshState);
    const nonsense = {
      version: 1,
      packet: -1,
      field: 3,
      open: [1],
      hidden: ["x"],
      tab: "y",
      parted: { rows: 300 },
      numbers: "z",
      listed: "hosts",
      connections: { column: "mood", descending: 3 },
      trouble: "keep_alive",
      top: 0.5,
      flow: { notation: "x", time: 3, folds: "no", zoom: 1.1, tab: [], chart: "pie", sender: 1 },
    };
    assert.deepEqual(readState(nonsense), freshState);
  });

  it("begins with what settings and the workspace say, as far as that makes sense", () => {
    const fresh = readFreshState({
      numbers: "raw",
      list: { time: "utc" },
      flow: { notation: "tcpdump", zoom: 2 },
      hidden: ["flow"],
    });
    const { numbers, list, flow, hidden } = readState({ version: 1, packet: 3 }, fresh);
    assert.deepEqual([numbers, list.time, hidden], ["raw", "utc", ["flow"]]);
    assert.deepEqual(flow, { ...freshState.flow, notation: "tcpdump", zoom: 2 });
    assert.deepEqual(readFreshState({ list: 5, flow: null }), freshState);
  });

  it("takes the layout of another one, and stays at its place in the capture", () => {
    const place = { packet: 7, field: "tcp", filter: "tcp.len > 0", top: 5 };
    const arranged = {
      ...freshState,
      ...place,
      hidden: ["bytes"],
      tab: "header",
      parted: { ...freshState.parted, rows: 20 },
      flow: { ...freshState.flow, zoom: 2 },
    } as const;
    const fresh = readFreshState({ hidden: ["flow"], packet: 3 });
    assert.deepEqual(withLayoutOf(fresh, arranged), { ...freshState, ...place, hidden: ["flow"] });
  });
});
