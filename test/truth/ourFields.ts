import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { CapturedPackets } from "../../src/engine/capturedPackets";
import { wholePackets } from "../../src/engine/wholePackets";
import { type PacketFields, packetFields } from "../../src/view/packetFields";

/** What `wirenote packets --json` says; nothing where it refuses the file. */
export async function ourFields(capture: Uint8Array): Promise<PacketFields[] | undefined> {
  const source = await inflated(memorySource(capture));
  const reader = await openCapture(source);
  if (!reader) return undefined;
  const packets = new CapturedPackets(source, reader);
  await packets.index();
  const all = Uint32Array.from({ length: packets.columns.count }, (_, index) => index);
  const found: PacketFields[] = [];
  for await (const { number, record, packet, place } of wholePackets(packets, all))
    found.push(packetFields(number, record, packet, place, place && packets.tracker.connection(place.stream)));
  await source.close();
  return found;
}
