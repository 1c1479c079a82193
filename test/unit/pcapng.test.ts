import { strict as assert } from "node:assert";
import fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import type { Damage } from "../../src/capture/record";
import { hex, join, text, toHex, u8, zeros } from "../dsl/bytes";
import { Pcapng } from "../dsl/pcapngFile";
import { readBytes } from "../dsl/readCapture";
import { scanCapture } from "../dsl/scanCapture";

const little = new Pcapng();
const big = new Pcapng(false);
const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index + 1);
const microseconds = 1_700_000_000_123_456n;

describe("pcapng", () => {
  for (const [name, file] of [
    ["little-endian", little],
    ["big-endian", big],
  ] as const) {
    it(`reads the three kinds of packet blocks, ${name}`, async () => {
      const start = join(file.section(), file.interface(zeros(0), 1, 20));
      const { packets, reader } = await readBytes(
        join(
          start,
          file.packet(bytes(5), { time: microseconds, length: 60 }),
          file.oldPacket(bytes(6), { time: 1n }),
          file.simplePacket(bytes(20), 61),
          file.simplePacket(bytes(7)),
        ),
      );
      assert.equal(reader.damage, undefined);
      assert.deepEqual(packets, [
        { seconds: 1_700_000_000, nanoseconds: 123_456_000, length: 60, interface: 0, bytes: toHex(bytes(5)) },
        { seconds: 0, nanoseconds: 1000, length: 6, interface: 0, bytes: toHex(bytes(6)) },
        { seconds: Number.NaN, nanoseconds: 0, length: 61, interface: 0, bytes: toHex(bytes(20)) },
        { seconds: Number.NaN, nanoseconds: 0, length: 7, interface: 0, bytes: toHex(bytes(7)) },
      ]);
    });
  }

  it("begins interface ids again in each section, and the byte order too", async () => {
    const named = (file: Pcapng, name: string, linkType: number) => file.interface(file.option(2, text(name)), linkType, 96);
    const { packets, reader } = await readBytes(
      join(
        ...[little.section(), named(little, "eth0", 1), named(little, "lo", 0), little.packet(bytes(1), { interface: 1 })],
        ...[big.section(), named(big, "tun0", 101), big.packet(bytes(2))],
        ...[little.section(), little.interface(), little.packet(bytes(3)), named(little, "late", 1)],
        little.packet(bytes(4), { interface: 1 }),
      ),
    );
    assert.deepEqual(reader.interfaces, [
      { linkType: 1, snapLength: 96, decimals: 6, name: "eth0" },
      { linkType: 0, snapLength: 96, decimals: 6, name: "lo" },
      { linkType: 101, snapLength: 96, decimals: 6, name: "tun0" },
      { linkType: 1, snapLength: 0, decimals: 6 },
      { linkType: 1, snapLength: 96, decimals: 6, name: "late" },
    ]);
    assert.deepEqual(
      packets.map((packet) => packet.interface),
      [1, 2, 3, 4],
    );
  });

  // what tshark 4.0.17 prints as frame.time_epoch
  const clocks: readonly (readonly [string, number, bigint, bigint | undefined, number, number])[] = [
    ["seconds", 0, 1_700_000_000n, undefined, 1_700_000_000, 0],
    ["milliseconds", 3, 1_700_000_000_123n, undefined, 1_700_000_000, 123_000_000],
    ["100 ns", 7, 17_000_000_001_234_567n, undefined, 1_700_000_000, 123_456_700],
    ["nanoseconds", 9, 1_700_000_000_123_456_789n, undefined, 1_700_000_000, 123_456_789],
    ["nanoseconds of the year 2554", 9, 0xfedc_ba98_7654_3210n, undefined, 18_364_758_544, 493_064_720],
    ["10⁻¹⁰, cut off", 10, 1_700_000_000_123_456_789n, undefined, 170_000_000, 12_345_678],
    ["10⁻¹¹, cut off", 11, 1_700_000_000_123_456_789n, undefined, 17_000_000, 1_234_567],
    ["10⁻¹², cut off", 12, 1_700_000_000_123_456_789n, undefined, 1_700_000, 123_456],
    ["2⁻¹⁰", 0x8a, 1_700_000_000_123_456_789n, undefined, 1_660_156_250_120_563, 270_507_812],
    ["2⁻²⁰", 0x94, 1_700_000_000_123_456_789n, undefined, 1_621_246_338_008, 362_568_855],
    ["2⁻³²", 0xa0, 0xfedc_ba98_7654_3210n, undefined, 4_275_878_552, 462_222_222],
    ["an offset", 6, microseconds, 100n, 1_700_000_100, 123_456_000],
    ["a negative offset", 6, microseconds, -1_700_000_001n, -1, 123_456_000],
    ["an offset to nanoseconds", 9, 5_000_000_001n, -10n, -5, 1],
  ];
  for (const [name, resolution, time, offset, seconds, nanoseconds] of clocks) {
    it(`tells the time of a clock of ${name}`, async () => {
      const { packets } = await readBytes(
        join(little.section(), little.clock(resolution, offset), little.packet(bytes(1), { time })),
      );
      assert.deepEqual([packets[0].seconds, packets[0].nanoseconds], [seconds, nanoseconds]);
    });
  }

  it("takes the first of options that are there twice, and none of a wrong length", async () => {
    const times = join(little.option(9, zeros(2)), little.option(9, u8(9)), little.option(9, u8(3)));
    const { packets } = await readBytes(
      join(little.section(), little.interface(times), little.packet(bytes(1), { time: 1_000_000_001n })),
    );
    assert.deepEqual([packets[0].seconds, packets[0].nanoseconds], [1, 1]);
  });

  it("keeps comments and names, and passes over what is for others", async () => {
    const names = join(
      ...[little.n16(1), little.n16(4 + 14), hex("c0a80102"), text("a.test\0b.test\0"), zeros(2)],
      ...[little.n16(2), little.n16(16 + 2), hex("fe80 0000 0000 0000 0000 0000 0000 0001"), text("l\0"), zeros(2)],
      ...[little.n16(0x123), little.n16(3), zeros(4), zeros(4), little.option(1, text("of the names"))],
    );
    const comment = (content: string) => little.option(1, text(content));
    const { packets, reader } = await readBytes(
      join(
        little.section(join(comment("all of it"), little.option(3, text("an OS")), zeros(4))),
        little.interface(),
        little.block(4, names),
        little.packet(bytes(1)),
        little.block(10, join(little.n32(0x544c534b), little.n32(5), text("CLIEN"))),
        little.block(5, join(little.n32(7), zeros(8), little.option(4, little.n64(12n)))),
        little.block(0x8000_0001, bytes(9)),
        little.packet(bytes(2), { options: join(comment("first"), little.option(2, zeros(4)), comment("二")) }),
      ),
    );
    assert.equal(reader.damage, undefined);
    assert.equal(packets.length, 2);
    assert.deepEqual([...reader.notes.packetComments], [[1, ["first", "二"]]]);
    assert.deepEqual(reader.notes.sectionComments, ["all of it"]);
    assert.deepEqual(
      [...reader.notes.names],
      [
        ["c0a80102", ["a.test", "b.test"]],
        ["fe800000000000000000000000000001", ["l"]],
      ],
    );
  });

  it("counts as packets what Wireshark counts: custom blocks, journal entries, system calls", async () => {
    const call = (type: number, more: Uint8Array) =>
      little.block(
        type,
        join(
          little.n16(1),
          little.n64(1_700_000_000_123_456_789n),
          little.n64(7n),
          little.n32(30),
          little.n16(2),
          more,
          bytes(8),
        ),
      );
    const { packets, reader } = await readBytes(
      join(
        little.section(),
        little.block(0xbad, join(little.n32(1), bytes(8))),
        little.interface(),
        little.block(9, text("MESSAGE=hi\n__REALTIME_TIMESTAMP=1700000000123456\n")),
        call(0x204, zeros(0)),
        call(0x216, little.n32(1)),
        little.packet(bytes(1)),
      ),
    );
    assert.deepEqual(
      packets.map(({ seconds, nanoseconds, length, bytes }) => [seconds, nanoseconds, length, bytes.length / 2]),
      [
        [Number.NaN, 0, 8, 8],
        [1_700_000_000, 123_456_000, 49, 49],
        [1_700_000_000, 123_456_789, 30, 8],
        [1_700_000_000, 123_456_789, 30, 8],
        [0, 0, 1, 1],
      ],
    );
    assert.deepEqual(
      packets.map((packet) => reader.interfaces[packet.interface].linkType),
      [-1, -1, -1, -1, 1],
    );
  });

  it("takes lengths that leave out the padding as they are meant", async () => {
    const { packets, reader } = await readBytes(
      join(little.section(), little.interface(), little.packet(bytes(5), { claims: 37 }), little.packet(bytes(1))),
    );
    assert.deepEqual([packets.length, reader.damage], [2, undefined]);
  });
});

const start = join(little.section(), little.interface());
const good = little.packet(bytes(60));
const before = join(start, good);

describe("damaged pcapng", () => {
  const option = (code: number, length: number) => join(little.n16(code), little.n16(length));
  const cases: readonly (readonly [string, Uint8Array, Damage["kind"], number])[] = [
    ["a block shorter than any", join(little.n32(0x99), little.n32(8), zeros(8)), "block-too-short", 8],
    ["a block of no length", join(little.n32(0x99), zeros(12)), "block-too-short", 0],
    ["a block longer than any", join(little.n32(0x99), little.n32(0x8020064), zeros(8)), "block-too-long", 0x8020064],
    ["a block of 4 GiB", join(little.n32(0x99), little.n32(0xffff_ffff), zeros(8)), "block-too-long", 0x1_0000_0000],
    ["a length that differs at the end", little.packet(bytes(60), { again: 44 }), "block-lengths-differ", 44],
    ["a packet larger than its block", little.packet(bytes(60), { captured: 64 }), "packet-beyond-block", 64],
    ["a packet of 4 GiB", little.packet(bytes(60), { captured: 0xffff_ffff }), "packet-beyond-block", 0xffff_ffff],
    ["a simple packet larger than its block", little.simplePacket(bytes(60), 64), "packet-beyond-block", 64],
    ["an interface that is not there", little.packet(bytes(60), { interface: 1 }), "no-such-interface", 1],
    ["a section without interfaces", join(little.section(), little.simplePacket(bytes(60))), "no-such-interface", 0],
    ["a packet longer than any", little.packet(zeros(262_145)), "record-too-long", 262_145],
    ["a packet block too short", little.block(6, bytes(16)), "block-too-short", 28],
    ["an interface block too short", little.block(1, bytes(4)), "block-too-short", 16],
    ["an option beyond its block", little.packet(bytes(60), { options: option(1, 40) }), "option-beyond-block", 40],
    ["an option's length that cannot be", little.packet(bytes(60), { options: little.option(2, bytes(3)) }), "option-length", 3],
    [
      "a custom option without its owner",
      little.packet(bytes(60), { options: little.option(2988, bytes(3)) }),
      "option-length",
      3,
    ],
    ["a name without an end", little.block(4, join(option(1, 8), hex("01020304"), text("abcd"))), "names", 8],
    ["a name record beyond its block", little.block(4, join(option(1, 300), zeros(8))), "names", 300],
    ["secrets beyond their block", little.block(10, join(little.n32(1), little.n32(400), zeros(4))), "secrets-beyond-block", 400],
    ["a section of no byte order", little.block(0x0a0d0d0a, join(hex("deadbeef"), zeros(12))), "byte-order", 0xdeadbeef],
    ["a section of another version", little.section(zeros(0), 2), "version", 2],
    ["a file that ends within a block", good.subarray(0, 50), "cut-in-record", 50],
    ["a file that ends within a length", good.subarray(0, 91), "cut-in-record", 91],
    ["a file that ends within a type", good.subarray(0, 3), "cut-in-record", 3],
  ];
  for (const [name, damaged, kind, value] of cases) {
    it(`stops at ${name}`, async () => {
      const isCut = kind === "cut-in-record";
      const { packets, reader } = await readBytes(isCut ? join(before, damaged) : join(before, damaged, good));
      assert.equal(packets.length, 1);
      const offset = name === "a section without interfaces" ? before.length + 28 : before.length;
      assert.deepEqual(reader.damage, { kind, offset, value });
    });
  }

  it("says that of the first section too", async () => {
    const { reader } = await readBytes(join(little.block(0x0a0d0d0a, join(hex("deadbeef"), zeros(12))), good));
    assert.deepEqual(reader.damage, { kind: "byte-order", offset: 0, value: 0xdeadbeef });
  });

  const whole = join(
    big.section(big.option(1, text("note"))),
    big.clock(9, 5n),
    big.packet(bytes(30), { time: 12_345_678_901n, options: big.option(1, text("remark")) }),
    big.block(4, join(big.n16(1), big.n16(6), hex("01020304"), text("x\0"), zeros(2), zeros(4))),
    before,
    little.oldPacket(bytes(3)),
    little.block(0xbad, join(little.n32(1), bytes(3))),
    little.simplePacket(bytes(33)),
  );

  it("reads the same in blocks of any size", async () => {
    const { packets } = await readBytes(whole);
    assert.equal(packets.length, 5);
    for (const size of [1, 7, 12, 28, 64, 100, 301]) assert.deepEqual((await readBytes(whole, size)).packets, packets, `${size}`);
  });

  it("keeps every whole packet of a file cut at any byte", async () => {
    const { packets } = await readBytes(whole);
    let most = 0;
    for (let length = 4; length < whole.length; length += 1) {
      const found = (await readBytes(whole.subarray(0, length))).packets;
      assert.deepEqual(found, packets.slice(0, found.length));
      assert.ok(found.length >= most);
      most = found.length;
    }
    assert.equal(most, packets.length - 1);
  });

  it("never throws, hangs, or asks for memory out of proportion", async () => {
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.integer({ min: 1, max: 200 }), async (changes, blockSize) => {
        const file = whole.slice();
        for (const [at, value] of changes) file[at] = value;
        let largestRead = 0;
        let reads = 0;
        const memory = memorySource(file);
        const source = {
          ...memory,
          read: (offset: number, into: Uint8Array) => {
            largestRead = Math.max(largestRead, into.length);
            reads += 1;
            return memory.read(offset, into);
          },
        };
        const reader = await openCapture(source);
        if (!reader) return;
        await scanCapture(source, reader, { onPacket: () => {}, blockSize });
        assert.ok(largestRead <= Math.max(200, file.length), `a read of ${largestRead}`);
        assert.ok(reads <= 2 * file.length, `${reads} reads`);
      }),
      { numRuns: 2000 },
    );
  });
});
