import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { ConnectionTracker } from "../../src/connections/tracker";
import { walkCapture } from "../../src/engine/walkCapture";
import { type PacketFields, packetFields } from "../../src/view/packetFields";

/** What `wirenote packets --json` says; nothing where it refuses the file. */
export async function ourFields(capture: Uint8Array): Promise<PacketFields[] | undefined> {
  const source = await inflated(memorySource(capture));
  const [first, second] = [await openCapture(source), await openCapture(source)];
  if (!first || !second) return undefined;
  const tracker = new ConnectionTracker();
  await walkCapture(source, first, { tracker, onPacket: () => {} });
  const { connections } = tracker;
  const found: PacketFields[] = [];
  await walkCapture(source, second, {
    onPacket: ({ number, record, packet, place }) =>
      found.push(packetFields(number, record, packet, place, place && connections[place.stream])),
  });
  await source.close();
  return found;
}
