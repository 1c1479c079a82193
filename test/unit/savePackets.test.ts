import { strict as assert } from "node:assert";
import fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { captureEngine } from "../../src/engine/captureEngine";
import type { SavedPackets } from "../../src/engine/save/savedPackets";
import { wordsFor } from "../../src/text/languages";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { hex, join, text, toHex, u8, zeros } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { ethernet, ipv4 } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";
import { type FoundPacket, readBytes } from "../dsl/readCapture";
import { engineOf, saved, savedFile } from "../dsl/savedCapture";

const all: SavedPackets = { kind: "all" };
const segments = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:5 | S>C ACK");
const timed = segments.map((packet, index) => ({ ...packet, time: 1_700_000_000 + index / 8 }));
const withoutInterface = ({ interface: _, ...rest }: FoundPacket) => rest;

describe("packets saved as a capture of their own", () => {
  for (const { name, bytes } of ownCaptures())
    it(`are all those of ${name}, with all that the file says of them`, async () => {
      const engine = await engineOf(bytes);
      const { packets } = await engine.summary();
      if (packets === 0) return;
      const again = await engineOf(await savedFile(engine, all));
      const numbers = Array.from({ length: packets }, (_, index) => index + 1);
      assert.deepEqual(await again.rows(0, packets), await engine.rows(0, packets));
      for (const number of numbers) assert.deepEqual(await again.packet(number), await engine.packet(number));
    });

  it("are those of a connection, which is the same there but for its number", async () => {
    const other = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S FIN | S>C FIN | C>S ACK", { client: { port: 50_001 } });
    const mixed = segments.flatMap((packet, index) => (other[index] ? [packet, other[index]] : [packet]));
    const engine = await engineOf(pcapFile(mixed));
    const again = await engineOf(await savedFile(engine, { kind: "connection", stream: 1 }));
    assert.deepEqual((await again.summary()).connections, 1);
    assert.deepEqual(
      (await again.rows(0, 10)).map(({ info }) => info),
      (await engine.rows(0, 20)).filter(({ stream }) => stream === 1).map(({ info }) => info),
    );
  });

  it("are those that the filter shows, in the order of the capture however they are sorted", async () => {
    const engine = await engineOf(pcapFile(timed));
    await engine.filter("tcp.flags.syn == 0");
    await engine.sort({ column: "number", descending: true }, plainLook);
    const { packets } = await readBytes(await savedFile(engine, { kind: "shown" }));
    assert.deepEqual(
      packets.map(({ bytes }) => bytes),
      segments.slice(2).map(({ bytes }) => toHex(bytes)),
    );
  });

  it("stay those that were chosen while another filter is set", async () => {
    const engine = await engineOf(pcapFile(timed));
    await engine.filter("tcp.flags.syn == 1");
    const begun = await engine.beginFile({ kind: "shown" }, "pcap");
    assert.ok("file" in begun);
    await engine.filter("tcp.len > 0");
    const piece = await engine.nextPiece(begun.file);
    assert.equal((await readBytes(piece!.bytes)).packets.length, 2);
    assert.equal(await engine.nextPiece(begun.file), undefined);
  });

  it("bring the fragments that they are put together from", async () => {
    const [syn, , , data] = segments.map(({ bytes }) => bytes.subarray(34));
    const piece = (start: number, end: number, more: number) =>
      ethernet(
        0x0800,
        ipv4({ id: 7, fragment: more | (start / 8), src: "10.0.0.1", dst: "10.0.0.2" }, data.subarray(start, end)),
      );
    const moreFragments = 0x2000;
    const whole = (segment: Uint8Array) => ethernet(0x0800, ipv4({ src: "10.0.0.1", dst: "10.0.0.2" }, segment));
    const frames = [
      whole(syn),
      piece(0, 8, moreFragments),
      ethernet(0x88cc, zeros(46)),
      piece(8, 16, moreFragments),
      piece(16, data.length, 0),
    ];
    const engine = await engineOf(pcapFile(frames.map((bytes) => ({ bytes }))));
    const choices = await engine.saveChoices(5);
    assert.deepEqual(
      choices.map(({ which, packets, fragments }) => [which.kind, packets, fragments]),
      [
        ["connection", 2, 2],
        ["all", 5, 0],
        ["packet", 1, 2],
      ],
    );
    const again = await engineOf(await savedFile(engine, choices[0].which));
    const rows = await again.rows(0, 10);
    assert.deepEqual(
      rows.map(({ info }) => info),
      (await engine.rows(0, 10)).filter(({ number }) => number !== 3).map(({ info }) => info.replace("#5", "#4")),
    );
  });

  it("are one alone", async () => {
    const engine = await engineOf(pcapFile(timed));
    const { packets } = await readBytes(await savedFile(engine, { kind: "packet", number: 4 }));
    assert.deepEqual(packets.map(withoutInterface), [
      { seconds: 1_700_000_000, nanoseconds: 375_000_000, length: segments[3].bytes.length, bytes: toHex(segments[3].bytes) },
    ]);
  });

  it("come in pieces of a few megabytes, of which none holds all", async () => {
    const large = { ...timed[3], bytes: join(timed[3].bytes, zeros(60_000)) };
    for (const format of ["pcap", "pcapng"] as const) {
      const capture = pcapFile(Array.from({ length: 400 }, () => large));
      // read from pcapng the blocks are copied, from pcap they are written anew
      const engine = await engineOf(format === "pcap" ? capture : await savedFile(await engineOf(capture), all));
      const begun = await engine.beginFile(all, format);
      assert.ok("file" in begun);
      const shares: number[] = [];
      const pieces: Uint8Array[] = [];
      for (let piece = await engine.nextPiece(begun.file); piece; piece = await engine.nextPiece(begun.file)) {
        shares.push(piece.share);
        pieces.push(piece.bytes);
      }
      assert.ok(pieces.length > 4 && pieces.every(({ length }) => length < 7 << 20), `${pieces.map(({ length }) => length)}`);
      assert.deepEqual(
        shares,
        [...shares].sort((a, b) => a - b),
      );
      assert.equal(shares.at(-1), 1);
      const again = await engineOf(join(...pieces));
      assert.equal((await again.summary()).packets, 400);
      for (const number of [1, 200, 400]) assert.deepEqual((await again.packet(number)).bytes, large.bytes);
    }
  });

  it("end with what could be read of a damaged file", async () => {
    for (const file of [pcapFile(timed), await savedFile(await engineOf(pcapFile(timed)), all)])
      for (const format of ["pcap", "pcapng"] as const) {
        const engine = await engineOf(file.subarray(0, file.length - 3));
        const { packets, reader } = await readBytes(await savedFile(engine, all, format));
        assert.deepEqual([packets.length, reader.damage], [4, undefined]);
      }
  });

  it("are not saved where the file has become shorter meanwhile", async () => {
    const file = pcapFile(timed);
    const shrinking = { ...memorySource(file), size: file.length };
    const engine = captureEngine(async () => shrinking, wordsFor("en"));
    await engine.index(() => {});
    shrinking.read = async (offset, into) => memorySource(file.subarray(0, 150)).read(offset, into);
    await assert.rejects(savedFile(engine, all), /ends at byte 150/);
  });
});

describe("what is offered to be saved", () => {
  const offered = async (filter: string, selected: number) => {
    const engine = await engineOf(pcapFile(timed));
    await engine.filter(filter);
    return (await engine.saveChoices(selected)).map(({ which, packets }) => `${which.kind} ${packets}`);
  };

  it("is each choice that means something of its own", async () => {
    assert.deepEqual(await offered("tcp.len > 0", 2), ["shown 1", "connection 5", "all 5", "packet 1"]);
    assert.deepEqual(await offered("", 2), ["connection 5", "all 5", "packet 1"]);
    assert.deepEqual(await offered("udp", 0), ["all 5"]);
    assert.deepEqual(await offered("tcp", 0), ["all 5"]);
  });

  it("says whose connection it is, and what the filter is", async () => {
    const engine = await engineOf(pcapFile(timed));
    await engine.filter("tcp.len > 0");
    const [shown, connection] = await engine.saveChoices(1);
    assert.equal(shown.filter, "tcp.len > 0");
    assert.deepEqual(connection.ends, ["10.0.0.1:40000", "10.0.0.2:80"]);
  });

  it("is nothing in a file without packets", async () =>
    assert.deepEqual(await (await engineOf(pcapFile([]))).saveChoices(0), []));
});

/** Every kind of block, in both byte orders. */
function everything(first: Pcapng, second: Pcapng): Uint8Array {
  const frame = segments[0].bytes;
  const names = (file: Pcapng) => file.block(4, join(file.n16(1), file.n16(6), hex("0a000001"), text("x\0"), zeros(2), zeros(4)));
  const comment = (file: Pcapng, content: string) => join(file.option(1, text(content)), file.option(0, zeros(0)));
  return join(
    ...[first.section(comment(first, "of the section")), names(first)],
    first.interface(join(first.option(2, text("eth0")), first.option(3, text("the wire")), first.option(9, u8(9))), 1, 2000),
    first.interface(first.option(2, text("tun0")), 101, 96),
    first.packet(frame, { time: 1_700_000_000_123_456_789n, options: comment(first, "first") }),
    first.packet(frame.subarray(14), { time: 1_700_000_000_000_001n, interface: 1, length: 1500 }),
    first.block(10, join(first.n32(0x544c534b), first.n32(5), text("CLIEN"))),
    first.oldPacket(frame, { time: 1_700_000_000_500_000_000n }),
    first.block(0xbad, join(first.n32(1), text("whoever"))),
    first.packet(frame, { time: 1_700_000_001_000_000_000n, options: join(first.option(2, first.n32(1)), comment(first, "二")) }),
    ...[second.section(), second.interface(zeros(0), 1, 60), names(second), second.simplePacket(frame)],
    second.block(9, text("MESSAGE=hi\n__REALTIME_TIMESTAMP=1700000000123456\n")),
    ...[0x204, 0x216, 0x221].map((type) =>
      second.block(type, join(second.n16(1), second.n64(1_700_000_000_123_456_789n), zeros(26), text("a call"))),
    ),
    second.packet(frame, { time: 5n, options: comment(second, "x".repeat(40_000)) }),
    second.block(5, join(second.n32(0), zeros(8), second.option(4, second.n64(12n)))),
  );
}

describe("a part of a pcapng file", () => {
  for (const [name, file] of [
    ["little-endian, then big-endian", everything(new Pcapng(), new Pcapng(false))],
    ["big-endian, then little-endian", everything(new Pcapng(false), new Pcapng())],
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
    ["records that are no packets", everything(new Pcapng(), new Pcapng()), { kind: "records", count: 5 }],
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
