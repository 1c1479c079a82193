import { strict as assert } from "node:assert";
import type { PacketRow } from "../../src/view/packetRow";
import { RowWindow } from "../../src/webview/rows/rowWindow";

const settled = () => new Promise(setImmediate);

/** A list of so many rows, and what was asked of it as `first+count`. */
function listOf(packets: number) {
  const asked: string[] = [];
  const list = { packets, isBroken: false, asked, brought: 0 };
  const window = new RowWindow(
    async (first, count) => {
      asked.push(`${first}+${count}`);
      if (list.isBroken) throw new Error("gone");
      return Array.from(
        { length: Math.max(0, Math.min(count, list.packets - first)) },
        (_, i) => ({ number: first + i + 1 }) as PacketRow,
      );
    },
    () => {
      list.brought += 1;
    },
  );
  const want = async (from: number, to: number) => {
    window.want(from, to, list.packets);
    await settled();
  };
  const seen = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => window.at(from + i)?.number);
  return { list, window, want, seen };
}

describe("the window of rows", () => {
  it("asks for what is on screen and some rows around it", async () => {
    const { list, want, seen } = listOf(10_000);
    await want(5000, 5003);
    assert.deepEqual([list.asked, seen(5000, 5003)], [["4960+83"], [5001, 5002, 5003]]);
  });

  it("asks while there are rows left, and only for those that are missing", async () => {
    const { list, want, seen } = listOf(10_000);
    await want(1000, 1030);
    await want(1003, 1033);
    assert.deepEqual(list.asked, ["960+110", "1070+83"]);
    for (let first = 1003; first < 1080; first += 3) await want(first, first + 30);
    assert.deepEqual(list.asked, ["960+110", "1070+83"]);
    assert.deepEqual(seen(1050, 1053), [1051, 1052, 1053]);
    await want(1116, 1146);
    await want(1104, 1134);
    assert.deepEqual([list.asked.slice(2), seen(1104, 1106)], [["1153+113"], [1105, 1106]]);
  });

  it("keeps the rows that stay, backwards too", async () => {
    const { list, window, want, seen } = listOf(10_000);
    await want(1000, 1030);
    const kept = window.at(1000);
    await want(980, 1010);
    assert.deepEqual(
      [list.asked, seen(900, 902)],
      [
        ["960+110", "860+100"],
        [901, 902],
      ],
    );
    assert.equal(window.at(1000), kept);
  });

  it("ends with the list, and goes on where it has grown", async () => {
    const { list, want, seen } = listOf(25);
    await want(0, 25);
    await want(0, 25);
    assert.deepEqual([list.asked, seen(23, 26)], [["0+25"], [24, 25, undefined]]);
    list.packets = 60;
    await want(0, 40);
    assert.deepEqual([list.asked, seen(24, 40).length, seen(39, 40)], [["0+25", "25+35"], 16, [40]]);
  });

  it("shows what it has until the rows that take its place are here", async () => {
    const { list, window, want } = listOf(100);
    await want(0, 20);
    const before = window.at(3);
    window.forget();
    assert.equal(window.at(3), before);
    await want(0, 20);
    assert.notEqual(window.at(3), before);
    assert.equal(list.asked.length, 2);
  });

  it("shows nothing of an earlier list once another one was empty", async () => {
    const { list, window, want, seen } = listOf(3);
    await want(0, 3);
    window.forget();
    list.packets = 0;
    await want(0, 0);
    list.packets = 6;
    window.forget();
    assert.equal(window.at(0), undefined);
    await want(0, 6);
    assert.deepEqual(seen(0, 6), [1, 2, 3, 4, 5, 6]);
  });

  it("asks once for where somebody has come to meanwhile", async () => {
    const { list, window, want, seen } = listOf(1_000_000);
    for (let place = 0; place < 900_000; place += 100_000) window.want(place, place + 30, list.packets);
    await want(900_000, 900_030);
    assert.deepEqual([list.asked, seen(900_000, 900_001)], [["0+70", "899960+110"], [900_001]]);
  });

  it("asks again, when it is looked at again, for what there was no answer to", async () => {
    const { list, want, seen } = listOf(100);
    list.isBroken = true;
    await want(0, 20);
    assert.deepEqual([list.asked, list.brought], [["0+60"], 0]);
    list.isBroken = false;
    await want(0, 20);
    assert.deepEqual(seen(0, 2), [1, 2]);
  });
});
