import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { CapturedPackets } from "../../src/engine/capturedPackets";

/** A capture that has been indexed as a whole. */
export async function indexedPackets(capture: Uint8Array): Promise<CapturedPackets> {
  const source = await inflated(memorySource(capture));
  const reader = await openCapture(source);
  assert.ok(reader);
  const packets = new CapturedPackets(source, reader);
  await packets.index();
  return packets;
}
