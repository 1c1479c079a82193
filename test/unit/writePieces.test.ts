import { strict as assert } from "node:assert";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../src/engine/contract/engine";
import { formatOfName, savedName } from "../../src/engine/save/savedName";
import { Hindered, hindranceOf } from "../../src/extension/captures/save/hindrance";
import { discardUnfinished, fileSink, memorySink, mostAtOnce } from "../../src/extension/captures/save/pieceSinks";
import { writePieces } from "../../src/extension/captures/save/writePieces";

/** An engine whose file has as many pieces as are named, each of one byte; a negative one cannot be read. */
function engineWith(...bytes: readonly number[]): Pick<Engine, "nextPiece"> {
  let next = 0;
  return {
    nextPiece: async () => {
      const byte = bytes[next];
      next += 1;
      if (byte === undefined) return undefined;
      if (byte < 0) throw new Error("the disk is gone");
      return { bytes: Uint8Array.of(byte), share: next / bytes.length };
    },
  };
}

const never = () => false;

describe("a file that is written in pieces", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wirenote-pieces-"));
    path = join(folder, "saved.pcapng");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is there once it is whole, and nothing else is", async () => {
    const shares: number[] = [];
    assert.equal(await writePieces(engineWith(1, 2), 1, await fileSink(path), (share) => shares.push(share), never), true);
    assert.deepEqual([...readFileSync(path)], [1, 2]);
    assert.deepEqual(readdirSync(folder), ["saved.pcapng"]);
    assert.deepEqual(shares, [0.5, 1]);
  });

  for (const [name, before] of [
    ["nothing", undefined],
    ["what was there before", "older"],
  ] as const) {
    it(`leaves ${name} where it is given up`, async () => {
      if (before) writeFileSync(path, before);
      let written = 0;
      const sink = await fileSink(path);
      const isWritten = await writePieces(
        engineWith(1, 2, 3),
        1,
        sink,
        () => (written += 1),
        () => written === 2,
      );
      assert.equal(isWritten, false);
      assert.deepEqual(readdirSync(folder), before ? ["saved.pcapng"] : []);
      if (before) assert.equal(readFileSync(path, "utf8"), before);
    });

    it(`leaves ${name} where it fails`, async () => {
      if (before) writeFileSync(path, before);
      await assert.rejects(
        writePieces(engineWith(1, -1), 1, await fileSink(path), () => {}, never),
        /the disk is gone/,
      );
      assert.deepEqual(readdirSync(folder), before ? ["saved.pcapng"] : []);
      if (before) assert.equal(readFileSync(path, "utf8"), before);
    });
  }

  it("is not written where one is write-protected, though the folder would let it be replaced", async () => {
    writeFileSync(path, "older");
    chmodSync(path, 0o444);
    await assert.rejects(fileSink(path), new Hindered("protected"));
    assert.equal(readFileSync(path, "utf8"), "older");
    assert.deepEqual(readdirSync(folder), ["saved.pcapng"]);
  });

  it("goes where a link of its name leads", async () => {
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "real.pcapng"), "older");
    symlinkSync(join(elsewhere, "real.pcapng"), path);
    await writePieces(engineWith(1, 2), 1, await fileSink(path), () => {}, never);
    assert.ok(lstatSync(path).isSymbolicLink());
    assert.deepEqual([...readFileSync(join(elsewhere, "real.pcapng"))], [1, 2]);
    assert.deepEqual(readdirSync(elsewhere), ["real.pcapng"]);
  });

  it("is given up at once where its folder is deleted meanwhile", async () => {
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const sink = await fileSink(join(gone, "saved.pcapng"));
    await sink.write(Uint8Array.of(1));
    rmSync(gone, { recursive: true });
    await assert.rejects(sink.write(Uint8Array.of(2)), new Hindered("gone"));
    await sink.discard();
    assert.deepEqual(readdirSync(folder), []);
  });

  it("leaves nothing behind where all ends in the midst of it", async () => {
    const sink = await fileSink(path);
    await sink.write(Uint8Array.of(1));
    assert.equal(readdirSync(folder).length, 1);
    discardUnfinished();
    assert.deepEqual(readdirSync(folder), []);
    await sink.discard();
  });

  it("fails for a reason that can be said, where the system gives one", async () => {
    const nowhere = await fileSink(join(folder, "nowhere", "saved.pcapng")).catch(hindranceOf);
    assert.equal(nowhere, "gone");
    const coded = (code: string) => hindranceOf(Object.assign(new Error(code), { code }));
    assert.deepEqual(["EACCES", "EROFS", "ENOSPC", "NoPermissions", "EIO"].map(coded), [
      "denied",
      "denied",
      "full",
      "denied",
      undefined,
    ]);
    assert.equal(hindranceOf(new Error("the disk is gone")), undefined);
  });

  it("is written at once where there are no files of this machine", async () => {
    let whole: number[] = [];
    const sink = memorySink(async (bytes) => {
      whole = [...bytes];
    });
    assert.equal(await writePieces(engineWith(1, 2), 1, sink, () => {}, never), true);
    assert.deepEqual(whole, [1, 2]);
  });

  it("is refused there where it is too large to be in memory", async () => {
    const sink = memorySink(() => assert.fail("it is not whole"));
    await sink.write(new Uint8Array(mostAtOnce));
    await assert.rejects(sink.write(Uint8Array.of(1)), new Hindered("tooLarge"));
  });
});

describe("the name of what is saved", () => {
  const names: readonly (readonly [string, Parameters<typeof savedName>[1], string])[] = [
    ["web.pcap", { kind: "connection", stream: 3 }, "web-stream3.pcapng"],
    ["web.pcapng.gz", { kind: "shown" }, "web-filtered.pcapng"],
    ["rotated.pcap12", { kind: "packet", number: 7 }, "rotated-packet7.pcapng"],
    ["trace of today.cap", { kind: "all" }, "trace of today-copy.pcapng"],
    ["no ending", { kind: "all" }, "no ending-copy.pcapng"],
    ["v1.2", { kind: "all" }, "v1.2-copy.pcapng"],
  ];
  for (const [capture, which, name] of names)
    it(`says where it is from: ${name}`, () => assert.equal(savedName(capture, which), name));

  const formats = {
    "a.pcapng": "pcapng",
    "a.PCAP": "pcap",
    "a.cap": "pcap",
    a: "pcapng",
    "a.txt": "pcapng",
    "a.pcap.gz": "packed",
    "a.pcapng.zst": "packed",
  } as const;
  for (const [name, format] of Object.entries(formats))
    it(`says what it is to be: ${name}`, () => assert.equal(formatOfName(name), format));
});
