import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { CaptureEngine } from "../../src/engine/captureEngine";
import { walkCapture } from "../../src/engine/walkCapture";
import { wordsFor } from "../../src/text/words";
import { type PacketRow, packetRow } from "../../src/view/packetRow";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { damaged } from "../fuzz/damage";
import { Random } from "../fuzz/random";

const inflateLimit = 1 << 24;
const inWindow = 60;

/** Every packet decoded to its end, in one go through the file. */
async function decodedRows(source: Awaited<ReturnType<typeof inflated>>): Promise<PacketRow[]> {
  const reader = await openCapture(source);
  const rows: PacketRow[] = [];
  let start: { seconds: number; nanoseconds: number } | undefined;
  if (reader)
    await walkCapture(source, reader, {
      onPacket: ({ record, packet, place }) => {
        const { seconds, nanoseconds } = record;
        if (!Number.isNaN(seconds)) start ??= { seconds, nanoseconds };
        const since = start ? ((seconds - start.seconds) * 1e9 + (nanoseconds - start.nanoseconds)) / 1e9 : Number.NaN;
        rows.push(packetRow(rows.length + 1, record, since, packet, place));
      },
    });
  return rows;
}

async function assertSameRows(bytes: Uint8Array): Promise<void> {
  const source = await inflated(memorySource(bytes), { limit: inflateLimit });
  try {
    const engine = new CaptureEngine(async () => source, wordsFor("en"));
    await engine.index(() => {});
    const expected = await decodedRows(source);
    const found: PacketRow[] = [];
    for (let first = 0; first < expected.length; first += inWindow) found.push(...(await engine.rows(first, inWindow)));
    for (let i = 0; i < expected.length; i += 1) assert.equal(JSON.stringify(found[i]), JSON.stringify(expected[i]));
    assert.equal(found.length, expected.length);
  } finally {
    await source.close();
  }
}

describe("rows of the packet list", () => {
  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()]) {
    it(`say of every packet of ${name} what its decoders say`, () => assertSameRows(bytes));

    it(`say it of damaged copies of ${name}`, async () => {
      for (let seed = 0; seed < 20; seed += 1) await assertSameRows(damaged(bytes.subarray(0, 1 << 16), new Random(seed)));
    });
  }
});
