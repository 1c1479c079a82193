import { CapturedPackets } from "../engine/capturedPackets";
import type { Words } from "../text/words";
import { openCaptureInput } from "./input";

/** A capture with all its packets indexed, as far as the file can be read; `reader.damage` says where that ended. */
export async function openIndexedCapture(name: string | undefined, words: Words): Promise<CapturedPackets> {
  const { source, reader } = await openCaptureInput(name, words);
  const packets = new CapturedPackets(source, reader);
  await packets.index();
  return packets;
}
