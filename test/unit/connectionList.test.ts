import { strict as assert } from "node:assert";
import type { CaptureEngine } from "../../src/engine/captureEngine";
import { ConnectionList } from "../../src/engine/connectionList/connectionList";
import { ShownPackets } from "../../src/engine/shownPackets";
import { surveyOf } from "../../src/engine/surveyOf";
import { wordsFor } from "../../src/text/languages";
import type { ConnectionRow } from "../../src/view/connectionRow";
import { type ConnectionColumn, freshConnectionOrder } from "../../src/view/onScreen/connectionOrder";
import { ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { indexedPackets } from "../dsl/indexed";
import { pcapFile } from "../dsl/pcapFile";

const open = (at: number) => `C>S SYN @${at} | S>C SYN,ACK @${at + 0.125} | C>S ACK @${at + 0.25}`;
/** Three connections: one that sends much and loses a segment, one that is refused, one to another server that is short. */
const talks = [
  conversation(`${open(1)} | C>S 0:400 @2 | C>S 0:400 @3 | S>C ACK ack 401 @3.5 | S>C 0:100 @4`),
  conversation("C>S SYN @1.5 | S>C RST,ACK @1.75", { client: { port: 40_001 } }),
  conversation(`${open(2)} | S>C 0:1000 @2.5`, { client: { address: "10.0.0.9", port: 1234 }, server: { address: "2.0.0.1" } }),
];
const capture = pcapFile(talks.flat().sort((a, b) => (a.time ?? 0) - (b.time ?? 0)));

async function listed(engine: CaptureEngine, column?: ConnectionColumn, descending = false): Promise<readonly ConnectionRow[]> {
  const count = await engine.listConnections(column ? { column, descending } : freshConnectionOrder);
  const rows = await engine.connectionRows(0, 100);
  assert.equal(rows.length, count);
  return rows;
}
const order = async (engine: CaptureEngine, column: ConnectionColumn, descending = false) =>
  (await listed(engine, column, descending)).map(({ stream }) => stream).join(" ");

describe("the list of connections", () => {
  it("says of each between whom it is, how much it is, when, and what is wrong with it", async () => {
    const [first, refused, other] = await listed(await engineOf(capture));
    assert.deepEqual(first, {
      stream: 0,
      client: "10.0.0.1:40000",
      server: "10.0.0.2:80",
      packets: 7,
      toServer: 800,
      toClient: 100,
      start: 0,
      duration: 3,
      roundTrip: 0.25,
      trouble: 1,
      resent: 1,
      kinds: ["retransmission"],
      firstTrouble: 11,
      first: 1,
    });
    assert.deepEqual([refused.kinds, other.kinds], [["reset"], []]);
    assert.deepEqual([refused.firstTrouble, other.firstTrouble], [5, undefined]);
    assert.deepEqual([refused.packets, refused.trouble, refused.resent, refused.start], [2, 1, 0, 0.5]);
    assert.deepEqual([other.client, other.server, other.toClient], ["10.0.0.9:1234", "2.0.0.1:80", 1000]);
  });

  it("is sorted by any column, up and down", async () => {
    const engine = await engineOf(capture);
    assert.equal(await order(engine, "packets"), "1 2 0");
    assert.equal(await order(engine, "packets", true), "0 2 1");
    assert.equal(await order(engine, "trouble", true), "0 1 2");
    assert.equal(await order(engine, "toClient", true), "2 0 1");
    assert.equal(await order(engine, "client"), "0 1 2");
    assert.equal(await order(engine, "server"), "2 0 1");
    assert.equal(await order(engine, "duration", true), "0 2 1");
    assert.equal(await engine.connectionPlace(1), 2);
  });

  it("counts what the filter shows, and lists what has any of it", async () => {
    const engine = await engineOf(capture);
    await engine.filter("tcp.len > 0");
    const rows = await listed(engine);
    assert.deepEqual(
      rows.map(({ stream, packets, toServer, toClient }) => [stream, packets, toServer, toClient]),
      [
        [0, 3, 800, 100],
        [2, 1, 0, 1000],
      ],
    );
    assert.equal(await engine.connectionPlace(1), -1);
    await engine.filter("");
    assert.equal((await listed(engine)).length, 3);
  });

  it("adds up to what `wirenote connections` says of every capture", async () => {
    for (const { name, bytes } of ownCaptures()) {
      const packets = await indexedPackets(bytes);
      const survey = surveyOf(packets.columns);
      const list = new ConnectionList(packets, new ShownPackets(packets, wordsFor("en")));
      const count = await list.show(freshConnectionOrder);
      assert.equal(count, packets.tracker.count, name);
      for (const row of list.rows(0, count)) {
        const { client } = packets.tracker.connection(row.stream);
        const sum = survey.sum(row.stream, client)!;
        assert.deepEqual(
          [row.packets, row.toServer, row.toClient, row.resent],
          [sum.packets[0] + sum.packets[1], sum.bytes[client], sum.bytes[1 - client], sum.retransmissions],
          `${name}, ${row.stream}`,
        );
      }
    }
  });
});
