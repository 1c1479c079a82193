import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { writePcapng } from "../../src/capture/pcapngWriter";
import { openCapture } from "../../src/capture/readCapture";
import { filterFields } from "../../src/filter/fields";
import { PacketValues } from "../../src/filter/packetValues";
import type { Value } from "../../src/filter/values";
import { fieldText } from "../../src/view/fieldCell";
import { fieldColumn } from "../../src/view/onScreen/columnId";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { ownCaptures } from "../dsl/captures";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { inNaturalOrder } from "../dsl/naturalOrder";
import { FactsAlongTheWay } from "../dsl/packetFacts";
import { walkCapture } from "../dsl/walkCapture";

/** Of every type: from columns, from bytes, from the past of the connection, and some that packets have several of. */
const names = [
  "frame.time_delta",
  "frame.protocols",
  "eth.src",
  "ip.addr",
  "ip.ttl",
  "ip.id",
  "ipv6.src",
  "tcp.stream",
  "tcp.port",
  "tcp.flags",
  "tcp.flags.syn",
  "tcp.len",
  "tcp.seq",
  "tcp.window_size",
  "tcp.options.timestamp.tsval",
  "tcp.options.sack_le",
  "tcp.payload",
  "tcp.time_delta",
  "tcp.time_relative",
  "tcp.analysis.ack_rtt",
  "tcp.analysis.acks_frame",
  "tcp.analysis.bytes_in_flight",
  "tcp.analysis.duplicate_ack_num",
  "tcp.analysis.retransmission",
  "tcp.analysis.rto",
];
const fields = names.map((name) => filterFields.get(name)!);
const look = { ...plainLook, fields: names };

interface Told {
  readonly values: readonly (readonly Value[])[];
  readonly texts: readonly string[];
}

/** Every packet decoded to its end, in one go through the file. */
async function decoded(bytes: Uint8Array): Promise<Told[]> {
  const source = await inflated(memorySource(bytes));
  const reader = (await openCapture(source))!;
  const facts = new FactsAlongTheWay();
  const values = new PacketValues(names);
  const told: Told[] = [];
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      values.read(facts.of(visit));
      const own = names.map((name) => [...values.of(name)]);
      const { decimals } = reader.interfaces[visit.record.interface];
      told.push({ values: own, texts: fields.map((field, i) => fieldText(field, own[i], decimals)) });
    },
  });
  await source.close();
  return told;
}

describe("columns of fields", () => {
  for (const { name, bytes } of ownCaptures()) {
    it(`say of every packet of ${name} what its decoders say`, async () => {
      const engine = await engineOf(bytes);
      const expected = (await decoded(bytes)).map(({ texts }) => texts);
      const rows = await engine.rows(0, expected.length, look);
      assert.deepEqual(
        rows.map((row) => names.map((each) => row.fields![each])),
        expected,
      );
    });

    it(`sort ${name} by numbers, or else by what is written`, async () => {
      const engine = await engineOf(bytes);
      const told = await decoded(bytes);
      for (const [i, each] of names.entries())
        for (const descending of [false, true]) {
          await engine.sort({ column: fieldColumn(each), descending }, look);
          const order = (await engine.listedRows(0, told.length)).map(({ number }) => told[number - 1]);
          // IPv4 addresses are numbers with dots
          const isText = /frame.protocols|eth|ip.addr|ipv6|payload/.test(each);
          const key = ({ values: own, texts }: Told) => (isText ? texts[i] : own[i].length === 0 ? -Infinity : Number(own[i][0]));
          const falls = order.some((one, at) => {
            const before = at === 0 ? one : order[at - 1];
            if (isText) return inNaturalOrder(String(key(before)), String(key(one))) * (descending ? -1 : 1) > 0;
            return descending ? key(before) < key(one) : key(before) > key(one);
          });
          assert.ok(!falls, `${each} ${descending}`);
          await engine.sort(undefined, look);
        }
    });
  }

  it("are filters that show the packet they were taken from", async () => {
    const missed: string[] = [];
    for (const { name, bytes } of ownCaptures().filter((each) => /recorded|samples|on link type 1$/.test(each.name))) {
      const engine = await engineOf(bytes);
      const { packets } = await engine.summary();
      for (let number = 1; number <= Math.min(packets, 12); number += 1)
        for (const each of names) {
          const filter = (await engine.rowFilter(number, fieldColumn(each)))!;
          const answer = await engine.filter(filter);
          if ("problem" in answer || (await engine.placeInList(number)) < 0) missed.push(`${name} ${number}: ${filter}`);
        }
    }
    assert.deepEqual(missed, []);
  }).timeout(60_000);

  const cells: readonly (readonly [field: string, packet: number, text: string, filter: string])[] = [
    ["tcp.flags.syn", 1, "1", "tcp.flags.syn == 1"],
    ["tcp.flags", 2, "0x012", "tcp.flags == 0x012"],
    ["tcp.port", 1, "40000, 80", "tcp.port == 40000"],
    ["tcp.analysis.ack_rtt", 2, "0.100000", "tcp.analysis.ack_rtt == 0.100000000"],
    ["tcp.analysis.ack_rtt", 1, "", "!tcp.analysis.ack_rtt"],
    ["tcp.analysis.retransmission", 6, "✓", "tcp.analysis.retransmission"],
    ["tcp.payload", 1, "", "!tcp.payload"],
    ["frame.protocols", 1, "eth:ethertype:ip:tcp", 'frame.protocols == "eth:ethertype:ip:tcp"'],
  ];
  for (const [field, packet, text, filter] of cells)
    it(`say "${text}" of ${field}, which is ${filter}`, async () => {
      const engine = await engineOf(
        conversationCapture("C>S SYN | S>C SYN,ACK @0.1 | C>S ACK @0.1 | C>S 0:300 | S>C ACK @0.1 | C>S 0:300 @1"),
      );
      const [row] = await engine.rows(packet - 1, 1, { ...plainLook, fields: [field] });
      assert.deepEqual(row.fields, { [field]: text });
      assert.equal(await engine.rowFilter(packet, fieldColumn(field)), filter);
    });

  for (const name of ["frame.time", "frame.time_epoch"])
    it(`sort ${name} to the nanosecond, which a number since 1970 does not hold`, async () => {
      const [{ bytes }] = conversation("C>S SYN");
      const times = [30, 10, 20, 0].map((nanoseconds) => ({ seconds: 1_700_000_000, nanoseconds }));
      const engine = await engineOf(writePcapng(times.map((time) => ({ linkType: 1, bytes, length: bytes.length, time }))));
      await engine.sort({ column: fieldColumn(name), descending: false }, plainLook);
      assert.deepEqual(
        (await engine.listedRows(0, 4)).map(({ number }) => number),
        [4, 2, 3, 1],
      );
    });

  it("say nothing of a field that nobody knows, and leave the order as it is", async () => {
    const engine = await engineOf(conversationCapture("C>S SYN | S>C SYN,ACK"));
    assert.deepEqual((await engine.rows(0, 1, { ...plainLook, fields: ["tcp.nothing"] }))[0].fields, {});
    assert.deepEqual(await engine.fieldHeads(["tcp.nothing"]), [{ short: "tcp.nothing", label: "tcp.nothing", isNumber: false }]);
    assert.equal(await engine.rowFilter(1, "field:tcp.nothing"), undefined);
    assert.deepEqual(await engine.sort({ column: "field:tcp.nothing", descending: true }, plainLook), { done: true });
    assert.deepEqual(
      (await engine.listedRows(0, 2)).map(({ number }) => number),
      [1, 2],
    );
  });
});
