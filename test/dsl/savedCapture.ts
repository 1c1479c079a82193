import { strict as assert } from "node:assert";
import type { Engine } from "../../src/engine/contract/engine";
import type { CaptureFormat, PcapObstacle } from "../../src/engine/save/fileFormat";
import type { SavedPackets } from "../../src/engine/save/savedPackets";
import { join } from "./bytes";

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
