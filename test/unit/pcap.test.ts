import { strict as assert } from "node:assert";
import fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import type { Damage } from "../../src/capture/record";
import { hex, join, toHex, u32le, zeros } from "../dsl/bytes";
import { type NamedCapture, ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { type PcapOptions, pcapFile } from "../dsl/pcapFile";
import { packetsOfPcapParser, type WitnessedPacket } from "../dsl/pcapParserPackets";
import { readSource } from "../dsl/readCapture";
import { scanCapture } from "../dsl/scanCapture";

async function read(
  file: Uint8Array,
  blockSize?: number,
): Promise<{ packets: WitnessedPacket[]; damage: Damage | undefined; format: string }> {
  const source = memorySource(file);
  const reader = await openCapture(source);
  assert.ok(reader, "not recognised");
  const packets: WitnessedPacket[] = [];
  await scanCapture(source, reader, {
    onPacket: ({ seconds, nanoseconds, length, capturedLength, place }, block, at) => {
      const bytes = toHex(block.subarray(at, at + capturedLength));
      assert.equal(bytes, toHex(file.subarray(place, place + capturedLength)), "the place in the file is the packet's");
      packets.push({ seconds, nanoseconds, length, bytes });
    },
    ...(blockSize && { blockSize }),
  });
  return { packets, damage: reader.damage, format: reader.format };
}

const recorded = conversation(
  "C>S SYN @1700000000.25 | S>C SYN,ACK | C>S ACK | C>S 0:1000 | S>C ACK | C>S FIN @1700000001.000001",
);

describe("classic pcap", () => {
  const variants: readonly (readonly [string, PcapOptions])[] = [
    ["little-endian microseconds", {}],
    ["big-endian microseconds", { littleEndian: false }],
    ["little-endian nanoseconds", { magic: 0xa1b23c4d }],
    ["big-endian nanoseconds", { magic: 0xa1b23c4d, littleEndian: false }],
    ["modified, little-endian", { magic: 0xa1b2cd34 }],
    ["modified, big-endian", { magic: 0xa1b2cd34, littleEndian: false }],
    ["version 2.2 with its lengths swapped", { minor: 2 }],
    ["version 3.0", { major: 3, minor: 4 }],
    ["modified, with the usual magic number", { behindRecordHeader: hex("02000000 0008 00 00") }],
    ["modified, with four bytes more", { magic: 0xa1b2cd34, behindRecordHeader: hex("02000000 0008 00 00 ffffffff") }],
    ["modified, with an interface, protocol and type that cannot be", { behindRecordHeader: hex("ffffff7f 0005 09 00") }],
    ["Nokia's, with other bytes", { behindRecordHeader: u32le(0x3333) }],
    ["Nokia's", { behindRecordHeader: u32le(0x9fbfb601) }],
    ["Ixia's", { magic: 0x1c0001ab, behindHeader: zeros(4) }],
    ["with a frame check sequence in its link type", { linkType: 0x2400_0001 }],
  ];
  for (const [name, options] of variants) {
    it(`reads ${name}`, async () => {
      const { packets, damage } = await read(pcapFile(recorded, options));
      assert.equal(damage, undefined);
      assert.deepEqual(
        packets.map(({ bytes }) => bytes),
        recorded.map(({ bytes }) => toHex(bytes)),
      );
      assert.deepEqual([packets[0].seconds, packets[0].nanoseconds], [1700000000, 250_000_000]);
    });
  }

  // what tshark 4.0.17 makes of the same files
  const lengths: readonly (readonly [string, PcapOptions, readonly [number, number], readonly [number, number]])[] = [
    ["captured above original", {}, [60, 10], [60, 10]],
    ["an original length with its upper bit set", {}, [60, 0x8000_0000], [60, 0x7fff_ffff]],
    ["version 2.3, written as it should be", { minor: 3 }, [60, 100], [60, 100]],
    ["version 2.3, written the other way round", { minor: 3 }, [100, 60], [60, 100]],
    ["DG/UX's version 543", { major: 543 }, [100, 60], [60, 100]],
    ["the longest packet of most link types", {}, [262_144, 262_144], [262_144, 262_144]],
    ["a longer one of D-Bus", { linkType: 231 }, [262_145, 262_145], [262_145, 262_145]],
  ];
  for (const [name, options, written, meant] of lengths) {
    it(`takes lengths as they are meant: ${name}`, async () => {
      const record = join(zeros(8), u32le(written[0]), u32le(written[1]), zeros(meant[0]));
      // by the first three records the variants are told apart
      const { packets, damage } = await read(join(pcapFile(recorded.slice(0, 3), options), record));
      assert.equal(damage, undefined);
      assert.deepEqual([packets[3].bytes.length / 2, packets[3].length], meant);
    });
  }

  it("reads AIX's interface types and nanoseconds, and leaves out what it puts before FDDI frames", async () => {
    const record = join(u32le(1), u32le(123_456_789), u32le(60), u32le(60), zeros(60));
    for (const [written, meant, length] of [
      [6, 1, 60],
      [15, 10, 57],
    ] as const) {
      const source = memorySource(join(pcapFile([], { minor: 2, linkType: written }), record));
      const { packets, reader } = await readSource(source);
      assert.equal(reader.interfaces[0].linkType, meant);
      assert.deepEqual([packets[0].nanoseconds, packets[0].length], [123_456_789, length]);
    }
  });

  for (const [name, options, damage] of [
    ["version 1", { major: 1 }, { kind: "version", offset: 4, value: 1 }],
    ["a link type that cannot be", { linkType: 0x10001 }, { kind: "link-type", offset: 20, value: 0x10001 }],
  ] as const) {
    it(`reads nothing of ${name}`, async () => assert.deepEqual((await read(pcapFile(recorded, options))).damage, damage));
  }

  it("never throws, hangs, or asks for memory out of proportion", async () => {
    const whole = pcapFile(recorded);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), fc.integer({ min: 1, max: 200 }), async (changes, length, blockSize) => {
        const file = whole.slice();
        for (const [at, value] of changes) file[at] = value;
        const memory = memorySource(file.subarray(0, length));
        const source = {
          ...memory,
          read: (offset: number, into: Uint8Array) => {
            assert.ok(into.length <= Math.max(200, whole.length));
            return memory.read(offset, into);
          },
        };
        if (await openCapture(source)) await readSource(source, blockSize);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads the same in blocks of any size", async () => {
    const file = pcapFile(recorded);
    const whole = await read(file);
    for (const size of [1, 7, 16, 40, 64, 100, 1001]) assert.deepEqual(await read(file, size), whole, `${size} bytes a block`);
  });

  it("keeps a fraction of a second and more as it is written", async () => {
    const file = pcapFile([{ bytes: zeros(4) }]);
    file.set(u32le(1_000_000), 28);
    assert.equal((await read(file)).packets[0].nanoseconds, 1_000_000_000);
  });

  it("has no packets in a file that is a header only", async () => {
    assert.deepEqual(await read(pcapFile([])), { packets: [], damage: undefined, format: "pcap" });
  });

  it("says where a file ends within a packet", async () => {
    const file = pcapFile([{ bytes: zeros(10) }, { bytes: zeros(20) }]);
    const { packets, damage } = await read(file.subarray(0, file.length - 5));
    assert.equal(packets.length, 1);
    assert.deepEqual(damage, { kind: "cut-in-record", offset: 24 + 26, value: 16 + 15 });
  });

  it("says where a file ends within its own header", async () => {
    assert.deepEqual((await read(pcapFile([]).subarray(0, 10))).damage, { kind: "cut-in-header", offset: 10, value: 14 });
  });

  it("stops at a record longer than any packet", async () => {
    const file = join(pcapFile(recorded.slice(0, 3)), u32le(0), u32le(0), u32le(0x7fffffff), u32le(60), zeros(60));
    const { packets, damage } = await read(file);
    assert.equal(packets.length, 3);
    assert.deepEqual(damage, { kind: "record-too-long", offset: file.length - 76, value: 0x7fffffff });
  });

  for (const [name, bytes] of [
    ["text", new TextEncoder().encode("hello, world")],
    ["nothing", zeros(0)],
    ["three bytes", zeros(3)],
  ] as const) {
    it(`is not recognised in ${name}`, async () => assert.equal(await openCapture(memorySource(bytes)), undefined));
  }
});

describe("pcap-parser, an independent witness", () => {
  // the package knows classic files of version 2.4 in microseconds, and no compression
  const isKnown = ({ bytes }: NamedCapture) =>
    [pcapFile([]), pcapFile([], { littleEndian: false })].some((header) => toHex(bytes).startsWith(toHex(header.subarray(0, 8))));
  const captures = [
    ...ownCaptures(),
    { name: "one cut by its capture length", bytes: pcapFile([...recorded, { bytes: zeros(60), length: 1514, time: 5 }]) },
  ];
  for (const { name, bytes } of captures.filter(isKnown)) {
    it(`finds the same packets in ${name}`, async () =>
      assert.deepEqual(await packetsOfPcapParser(bytes), (await read(bytes)).packets));
  }
});
