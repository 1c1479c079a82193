import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clear } from "../../src/bytes/clear.node";
import { nextTurn } from "../../src/bytes/fileSource.node";
import { type ByteSource, memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { CapturedPackets } from "../../src/engine/capturedPackets";
import { writeCapture } from "../bench/captures";

const packets = 300_000;
const some = 1000;

function tinyPackets(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-first-touch-"));
  try {
    const path = join(folder, "tiny.pcap");
    writeCapture(path, "tiny", packets);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function indexed(source: ByteSource): Promise<CapturedPackets> {
  const reader = await openCapture(source);
  const captured = new CapturedPackets(source, reader!);
  await captured.index();
  return captured;
}

/** All that the columns say. */
const rowsOf = ({ columns }: CapturedPackets): Buffer => Buffer.concat(columns.partsOf(0, packets));

describe("the first touch of memory", () => {
  const source = memorySource(tinyPackets());

  it("is not that of a row that has been written, however late it comes", async () => {
    const expected = rowsOf(await indexed(source));
    for (const turns of [0, 1, 7, 100]) {
      let cleared = 0;
      const late = async (parts: readonly Uint8Array[]): Promise<void> => {
        for (let turn = 0; turn < turns; turn += 1) await nextTurn();
        for (const part of parts) part.fill(0);
        cleared += parts.reduce((sum, { length }) => sum + length, 0);
      };
      const found = await indexed({ ...source, clear: late });
      assert.ok(rowsOf(found).equals(expected), `${turns} turns late`);
      // of most of them, once each
      const rows = cleared / found.columns.bytesPerPacket;
      assert.ok(rows > packets / 2 && rows <= packets, `${rows} rows, ${turns} turns late`);
    }
  });

  it("is that of all parts, and nothing where the system has no zeros", async () => {
    const parts = [new Uint8Array(some).fill(1), new Uint8Array(2 * some).fill(2)];
    await clear(parts);
    const isCleared = parts.every((part) => part.every((byte) => byte === 0));
    assert.equal(isCleared, process.platform !== "win32");
  });
});
