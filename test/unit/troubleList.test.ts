import { strict as assert } from "node:assert";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { troubleFilter } from "../../src/view/onScreen/troubleKinds";
import { ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { pcapFile } from "../dsl/pcapFile";

const open = "C>S SYN @1 | S>C SYN,ACK @1.1 | C>S ACK @1.2";
/** Two connections that send again, the second more often, and one that is refused. */
const talks = [
  conversation(`${open} | C>S 0:400 @2 | C>S 0:400 @3 | S>C ACK ack 401 @3.5`),
  conversation("C>S SYN @1.5 | S>C RST,ACK @1.75", { client: { port: 40_001 } }),
  conversation(`${open} | C>S 0:9 @2 | C>S 0:9 @4 | C>S 0:9 @6 | S>C ACK ack 10 win 0 @7`, { client: { port: 40_002 } }),
];
const capture = pcapFile(talks.flat().sort((a, b) => (a.time ?? 0) - (b.time ?? 0)));

describe("the list of what went wrong", () => {
  it("says of each kind how many packets it has, in how many connections, where first and where most", async () => {
    const engine = await engineOf(capture);
    assert.deepEqual(await engine.troubleRows(), [
      { kind: "retransmission", packets: 3, connections: 2, first: 11, most: { stream: 1, packets: 2 } },
      { kind: "reset", packets: 1, connections: 1, first: 8, most: { stream: 2, packets: 1 } },
      { kind: "zero_window", packets: 1, connections: 1, first: 15, most: { stream: 1, packets: 1 } },
    ]);
  });

  it("counts what the filter shows, in whatever order that is listed", async () => {
    const engine = await engineOf(capture);
    await engine.filter("tcp.stream == 1");
    await engine.sort({ column: "number", descending: true }, plainLook);
    const rows = await engine.troubleRows();
    assert.deepEqual(
      rows.map(({ kind, packets, first }) => [kind, packets, first]),
      [
        ["retransmission", 2, 13],
        ["zero_window", 1, 15],
      ],
    );
    await engine.filter("tcp.stream == 77");
    assert.deepEqual(await engine.troubleRows(), []);
  });

  it("counts of each kind as many as its filter shows, in every capture", async () => {
    const seen = new Set<string>();
    for (const { name, bytes } of ownCaptures()) {
      const engine = await engineOf(bytes);
      for (const { kind, packets, first } of await engine.troubleRows()) {
        seen.add(kind);
        assert.deepEqual(await engine.filter(troubleFilter(kind)), { shown: packets }, `${name}: ${kind}`);
        const [row] = await engine.listedRows(0, 1);
        assert.equal(row.number, first, `${name}: ${kind}`);
      }
    }
    assert.ok(seen.size > 5, [...seen].join(", "));
  });
});
