import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import PcapParser from "pcap-parser";
import { memorySource } from "../../src/bytes/source";
import { openCapture, scanCapture } from "../../src/capture/readCapture";
import type { Damage } from "../../src/capture/record";
import { join, toHex, u32le, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { type PcapOptions, pcapFile } from "../dsl/pcapFile";

interface Found {
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly length: number;
  readonly bytes: string;
}

async function read(
  file: Uint8Array,
  blockSize?: number,
): Promise<{ packets: Found[]; damage: Damage | undefined; format: string }> {
  const source = memorySource(file);
  const reader = await openCapture(source);
  assert.ok(reader, "not recognised");
  const packets: Found[] = [];
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
  /** What the package finds. */
  async function witness(file: Uint8Array): Promise<Found[]> {
    const packets: Found[] = [];
    const parser = PcapParser.parse(Readable.from([Buffer.from(file)]));
    parser.on("packet", ({ header, data }) => {
      packets.push({
        seconds: header.timestampSeconds,
        nanoseconds: header.timestampMicroseconds * 1000,
        length: header.originalLength,
        bytes: data.toString("hex"),
      });
    });
    await new Promise<void>((resolve, reject) => parser.on("end", resolve).on("error", reject));
    return packets;
  }

  for (const littleEndian of [true, false]) {
    it(`finds the same packets, ${littleEndian ? "little" : "big"}-endian`, async () => {
      const file = pcapFile([...recorded, { bytes: zeros(60), length: 1514, time: 5 }], { littleEndian });
      assert.deepEqual(await witness(file), (await read(file)).packets);
    });
  }

  it("finds the same packets in the sample", async () => {
    const file = readFileSync("samples/handshake.cap");
    assert.deepEqual(await witness(file), (await read(file)).packets);
  });
});
