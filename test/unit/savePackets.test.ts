import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { captureEngine } from "../../src/engine/captureEngine";
import type { SavedPackets } from "../../src/engine/save/savedPackets";
import { wordsFor } from "../../src/text/languages";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { join, toHex, zeros } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4 } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";
import { type FoundPacket, readBytes } from "../dsl/readCapture";
import { savedFile } from "../dsl/savedCapture";

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
