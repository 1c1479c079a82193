import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import type { Engine } from "../../src/engine/contract/engine";
import type { CaptureFormat, PcapObstacle } from "../../src/engine/save/fileFormat";
import type { SavedPackets } from "../../src/engine/save/savedPackets";
import { wordsFor } from "../../src/text/languages";
import { join } from "./bytes";

/** An engine that has read a capture to its end. */
export async function engineOf(capture: Uint8Array): Promise<CaptureEngine> {
  const engine = captureEngine(async () => inflated(memorySource(capture)), wordsFor("en"));
  await engine.index(() => {});
  return engine;
}

/** Asks for all pieces of a file, as the editor does; or why there is none. */
export async function saved(
  engine: Engine,
  which: SavedPackets,
  format: CaptureFormat = "pcapng",
): Promise<Uint8Array | PcapObstacle> {
  const begun = await engine.beginFile(which, format);
  if ("obstacle" in begun) return begun.obstacle;
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = await engine.nextPiece(begun.file);
    if (!piece) break;
    pieces.push(piece.bytes);
  }
  await engine.endFile(begun.file);
  return join(...pieces);
}

/** The same where there is a file. */
export async function savedFile(...args: Parameters<typeof saved>): Promise<Uint8Array> {
  const file = await saved(...args);
  assert.ok(file instanceof Uint8Array, "these packets cannot be in such a file");
  return file;
}
