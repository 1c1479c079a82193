import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { SavedPackets } from "../../src/engine/save/savedPackets";
import { join, text, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { everyBlock } from "../dsl/everyBlock";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";
import { type FoundPacket, readBytes } from "../dsl/readCapture";
import { saved, savedFile } from "../dsl/savedCapture";

const all: SavedPackets = { kind: "all" };

const segments = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:5 | S>C ACK");

const timed = segments.map((packet, index) => ({ ...packet, time: 1_700_000_000 + index / 8 }));

const withoutInterface = ({ interface: _, ...rest }: FoundPacket) => rest;

describe("a part of a pcapng file", () => {
  for (const [name, file] of [
    ["little-endian, then big-endian", everyBlock(new Pcapng(), new Pcapng(false))],
    ["big-endian, then little-endian", everyBlock(new Pcapng(false), new Pcapng())],
  ] as const)
    it(`keeps its blocks as they are, ${name}`, async () => {
      const { packets, reader } = await readBytes(file);
      assert.deepEqual([reader.damage, packets.length], [undefined, 11]);
      const engine = await engineOf(file);
      assert.deepEqual(await savedFile(engine, all), file);
      await fc.assert(
        fc.asyncProperty(fc.subarray([...packets.keys()], { minLength: 1 }), async (chosen) => {
          await engine.filter(chosen.map((index) => `frame.number == ${index + 1}`).join(" || "));
          const part = await readBytes(await savedFile(engine, { kind: "shown" }));
          assert.equal(part.reader.damage, undefined);
          assert.deepEqual(
            part.packets.map((packet) => ({ ...withoutInterface(packet), of: part.reader.interfaces[packet.interface] })),
            chosen.map((index) => ({
              ...withoutInterface(packets[index]),
              of: reader.interfaces[packets[index].interface],
            })),
          );
          const { notes } = part.reader;
          assert.deepEqual([notes.sectionComments, notes.names], [reader.notes.sectionComments, reader.notes.names]);
          assert.deepEqual(
            chosen.map((_, place) => notes.packetComments.get(place)),
            chosen.map((index) => reader.notes.packetComments.get(index)),
          );
        }),
        { numRuns: 60 },
      );
    });

  it("does not promise the length of a section that has become shorter", async () => {
    const file = new Pcapng();
    const body = join(file.interface(), file.packet(zeros(60)), file.packet(zeros(60)));
    const section = file.section();
    new DataView(section.buffer).setBigInt64(16, BigInt(body.length), true);
    const part = await savedFile(await engineOf(join(section, body)), { kind: "packet", number: 1 });
    assert.equal(new DataView(part.buffer, part.byteOffset).getBigInt64(16, true), -1n);
  });
});

describe("a classic file", () => {
  const obstacles: readonly (readonly [string, Uint8Array, unknown])[] = [
    ["records that are no packets", everyBlock(new Pcapng(), new Pcapng()), { kind: "records", count: 5 }],
    [
      "packets without a time",
      join(new Pcapng().section(), new Pcapng().interface(), new Pcapng().simplePacket(zeros(60))),
      { kind: "timeless", count: 1 },
    ],
    [
      "several link types",
      join(
        ...[new Pcapng().section(), new Pcapng().interface(zeros(0), 1), new Pcapng().interface(zeros(0), 101)],
        ...[new Pcapng().packet(zeros(60)), new Pcapng().packet(zeros(60), { interface: 1 })],
      ),
      { kind: "linkTypes", count: 2 },
    ],
    [
      "times beyond the year 2106",
      join(new Pcapng().section(), new Pcapng().clock(0), new Pcapng().packet(zeros(60), { time: 2n ** 32n })),
      { kind: "ages", count: 1 },
    ],
  ];
  for (const [name, file, obstacle] of obstacles)
    it(`holds no ${name}, and says so`, async () => assert.deepEqual(await saved(await engineOf(file), all, "pcap"), obstacle));

  it("tells nanoseconds where the capture does, else microseconds", async () => {
    for (const [resolution, time, nanoseconds, magic] of [
      [9, 1_700_000_000_123_456_789n, 123_456_789, 0xa1b23c4d],
      [6, 1_700_000_000_123_456n, 123_456_000, 0xa1b2c3d4],
      [3, 1_700_000_000_123n, 123_000_000, 0xa1b2c3d4],
    ] as const) {
      const file = new Pcapng();
      const capture = join(file.section(), file.clock(resolution), file.packet(zeros(60), { time }));
      const part = await savedFile(await engineOf(capture), all, "pcap");
      const { packets } = await readBytes(part);
      assert.deepEqual([packets[0].seconds, packets[0].nanoseconds], [1_700_000_000, nanoseconds]);
      assert.equal(new DataView(part.buffer, part.byteOffset).getUint32(0, true), magic);
    }
  });

  it("cannot hold comments: how many are lost is told", async () => {
    const file = new Pcapng();
    const options = join(file.option(1, text("a")), file.option(1, text("b")), file.option(0, zeros(0)));
    const engine = await engineOf(
      join(file.section(), file.interface(), file.packet(zeros(60), { options }), file.packet(zeros(60))),
    );
    const begun = await engine.beginFile(all, "pcap");
    assert.ok("file" in begun && begun.commentsLost === 1);
  });

  it("written anew as pcapng keeps limit and clock", async () => {
    const engine = await engineOf(pcapFile(timed, { magic: 0xa1b23c4d }));
    const { reader } = await readBytes(await savedFile(engine, all));
    assert.deepEqual(reader.interfaces, [{ linkType: 1, snapLength: 262_144, decimals: 9 }]);
  });
});
