import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { type InflateOptions, inflated } from "../../src/bytes/inflate.node";
import { type ByteSource, memorySource, readRange } from "../../src/bytes/source";
import { spooled } from "../../src/bytes/spool.node";
import { xxHash32 } from "../../src/bytes/xxHash32";
import { XxHash64 } from "../../src/bytes/xxHash64";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import type { CaptureSummary } from "../../src/engine/contract/reading";
import { wordsFor } from "../../src/text/languages";
import { formatElapsed } from "../../src/text/moment";
import { hex, join, text, toHex, u32le, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { plainView } from "../dsl/flowWindow";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";
import { readSource } from "../dsl/readCapture";

const capture = pcapFile(conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:1000 | S>C ACK | C>S FIN"));

async function unpack(file: Uint8Array, options?: InflateOptions): Promise<{ bytes: Uint8Array; source: ByteSource }> {
  const source = await inflated(memorySource(file), options);
  const bytes = await readRange(source, 0, source.size);
  await source.close();
  return { bytes, source };
}

const word = text("wirenote wirenote wirenote wirenote\n");
const byCommands: readonly (readonly [string, string])[] = [
  // zstd 1.5.4
  ["zstd", "28b52ffd242485000050776972656e6f7465200a0100b4cb1165c7d7d5"],
  ["zstd without a checksum", "28b52ffd005885000050776972656e6f7465200a0100b4cb11"],
  // lz4 1.9.4
  ["LZ4", "04224d186440a7130000009f776972656e6f746520090003506e6f74650a0000000001bcdab4"],
  [
    "LZ4 of linked blocks with checksums",
    "04224d187c40240000000000000021130000009f776972656e6f746520090003506e6f74650a87d0fa820000000001bcdab4",
  ],
];

describe("compressed files", () => {
  for (const [name, digits] of byCommands) {
    const packed = hex(digits);
    it(`unpacks ${name}`, async () => {
      const { bytes, source } = await unpack(packed);
      assert.deepEqual([toHex(bytes), source.damage], [toHex(word), undefined]);
    });

    it(`unpacks two frames of ${name} with one between that is to be skipped`, async () => {
      const { bytes, source } = await unpack(
        join(u32le(0x184d2a53), u32le(3), zeros(3), packed, u32le(0x184d2a50), u32le(0), packed),
      );
      assert.deepEqual([toHex(bytes), source.damage], [toHex(join(word, word)), undefined]);
    });

    it(`says where ${name} is cut`, async () => {
      for (let length = 8; length < packed.length; length += 1) {
        const { bytes, source } = await unpack(packed.subarray(0, length));
        assert.deepEqual(bytes, word.subarray(0, bytes.length));
        assert.deepEqual(source.damage, { kind: "compressed-cut", offset: bytes.length, value: length });
      }
    });
  }

  it("unpacks gzip, of one member and of many", async () => {
    const members = [0, 24, 100, 101].map((at, index, all) => gzipSync(capture.subarray(at, all[index + 1])));
    for (const file of [gzipSync(capture), join(...members), join(gzipSync(capture), zeros(20))]) {
      const { bytes, source } = await unpack(file);
      assert.deepEqual([toHex(bytes), source.damage], [toHex(capture), undefined]);
    }
  });

  it("leaves alone what is not compressed", async () => {
    const source = memorySource(capture);
    assert.equal(await inflated(source), source);
  });

  it("goes one layer deep only", async () => {
    const once = gzipSync(capture);
    assert.deepEqual((await unpack(gzipSync(once))).bytes, new Uint8Array(once));
  });

  it("keeps every byte that a cut gzip file holds", async () => {
    const packed = gzipSync(capture);
    for (let length = 2; length < packed.length; length += 1) {
      const { bytes, source } = await unpack(packed.subarray(0, length));
      const whole = gunzipSync(packed.subarray(0, length), { finishFlush: 2 });
      assert.deepEqual([toHex(bytes), source.damage?.kind], [toHex(whole), "compressed-cut"]);
    }
  });

  it("keeps what stands before the damage, and says that there is some", async () => {
    const packed = join(gzipSync(capture), gzipSync(zeros(1000)));
    packed.fill(0xff, packed.length - 20, packed.length - 12);
    const source = await inflated(memorySource(packed));
    const { packets, reader } = await readSource(source);
    await source.close();
    assert.equal(packets.length >= 6, true);
    assert.equal(reader.damage?.kind, "compressed-damaged");
  });

  it("says that a checksum does not fit, and shows what there is", async () => {
    for (const packed of [gzipSync(word), ...byCommands.filter((_, index) => index !== 1).map(([, digits]) => hex(digits))]) {
      const damaged = Uint8Array.from(packed);
      damaged[damaged.length - (damaged[0] === 0x1f ? 8 : 1)] ^= 1;
      const { bytes, source } = await unpack(damaged);
      assert.deepEqual([toHex(bytes), source.damage?.kind], [toHex(word), "compressed-checksum"]);
    }
  });

  it("unpacks no more than it may", async () => {
    const packed = gzipSync(zeros(5_000_000));
    const { bytes, source } = await unpack(packed, { limit: 1_000_000 });
    assert.equal(bytes.length, 1_000_000);
    assert.deepEqual(source.damage, { kind: "compressed-limit", offset: 1_000_000, value: 1_000_000 });
  });

  it("takes no window of gigabytes for a few bytes", async () => {
    // RFC 8878 §3.1.1.1.2: exponent 20 is a window of a gigabyte
    const { source } = await unpack(hex("28b52ffd 00a0 010000"));
    assert.equal(source.damage?.kind, "compressed-damaged");
  });

  it("tells how far it is, and stops when it is told to", async () => {
    const shares: number[] = [];
    await unpack(gzipSync(capture), { onProgress: (share) => shares.push(share) });
    assert.equal(shares.at(-1), 1);
    const { bytes } = await unpack(gzipSync(capture), { signal: AbortSignal.abort() });
    assert.equal(bytes.length, 0);
  });

  it("never throws or hangs whatever happened to the file", async () => {
    const files = [gzipSync(capture), ...byCommands.map(([, digits]) => hex(digits))];
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), damage, async (file, changes) => {
        const damaged = Uint8Array.from(file);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        const { source } = await unpack(damaged, { limit: 1 << 20 });
        assert.ok(source.size <= 1 << 20);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a large stream in a temporary file, a small one in memory, and leaves nothing behind", async () => {
    const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith("wirenote-") && name.length > 40).length;
    const before = files();
    async function* stream(count: number): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < count; i += 1) yield new Uint8Array(1 << 20).fill(i);
    }
    for (const megabytes of [0, 2, 20]) {
      const source = await spooled(stream(megabytes));
      assert.equal(source.size, megabytes << 20);
      if (megabytes > 0) assert.deepEqual([...(await readRange(source, source.size - 2, 9))], [megabytes - 1, megabytes - 1]);
      await source.close();
    }
    assert.equal(files(), before);
  });

  // as other implementations publish them
  const hashes: readonly (readonly [string, number, number])[] = [
    ["", 0x02cc5d05, 0x51d8e999],
    ["a", 0x550d7456, 0xa98c6e5b],
    ["abc", 0x32d153ff, 0xad770999],
    ["Nobody inspects the spammish repetition", 0xe2293b2f, 0x8a378bf1],
  ];
  for (const [content, hash32, hash64] of hashes) {
    it(`hashes "${content}" as xxHash does`, () => {
      assert.deepEqual([xxHash32(text(content)), new XxHash64().add(text(content)).digestLow()], [hash32, hash64]);
    });
  }
});

describe("the engine", () => {
  async function index(file: Uint8Array): Promise<{ engine: CaptureEngine; summaries: CaptureSummary[] }> {
    const engine = captureEngine((options) => inflated(memorySource(file), options), wordsFor("en"));
    const summaries: CaptureSummary[] = [];
    await engine.index((summary) => summaries.push(summary));
    return { engine, summaries };
  }

  it("unpacks, then indexes, and says how far it is", async () => {
    const { engine, summaries } = await index(gzipSync(capture));
    const shares = summaries.map((summary) => summary.read);
    assert.deepEqual(shares, [...shares].sort());
    assert.deepEqual([shares[0], shares.at(-1)], [0.5, 1]);
    assert.equal((await engine.summary()).problem, undefined);
    assert.equal((await engine.rows(0, 10)).length, 6);
  });

  it("says what is wrong with a packed file, whether or not something is left of it", async () => {
    const packed = gzipSync(capture);
    for (const length of [9, packed.length - 9]) {
      const { engine } = await index(packed.subarray(0, length));
      assert.match((await engine.summary()).problem ?? "", /^The compressed file ends too early/);
    }
  });

  it("shows packets that have no time", async () => {
    const file = new Pcapng();
    const segment = conversation("C>S SYN @5")[0].bytes;
    const { engine } = await index(
      join(file.section(), file.clock(6), file.simplePacket(segment), file.packet(segment, { time: 7n })),
    );
    const rows = await engine.rows(0, 2);
    assert.deepEqual(
      rows.map(({ time }) => time && formatElapsed(time)),
      [undefined, "0.000000"],
    );
    assert.deepEqual(
      (await engine.flow(0, plainView, 0, 2)).rows.map(({ row }) => row.kind === "segment" && row.time),
      [0, 0],
    );
  });
});
