import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { ConnectionLife } from "../../src/connections/life";
import { ConnectionTracker } from "../../src/connections/tracker";
import { wireSegmentOf } from "../../src/connections/wireSegmentOf";
import { lastSegment } from "../../src/decode/packet";
import { walkCapture } from "../../src/engine/walkCapture";
import { wordsFor } from "../../src/text/words";
import type { Flow } from "../../src/view/flow/flow";
import { type FlowOptions, flowOf } from "../../src/view/flow/flowOf";
import type { FlowSegment } from "../../src/view/flow/flowRows";

/** The first connection of a capture, drawn out. */
export async function flowIn(capture: Uint8Array, options: Partial<FlowOptions> = {}): Promise<Flow> {
  const source = memorySource(capture);
  const reader = await openCapture(source);
  assert.ok(reader);
  const tracker = new ConnectionTracker();
  const life = new ConnectionLife();
  const segments: (FlowSegment & { readonly seconds: number })[] = [];
  await walkCapture(source, reader, {
    tracker,
    onPacket: ({ number, packet, place }) => {
      const segment = lastSegment(packet);
      if (!segment || place?.stream !== 0) return;
      life.add(wireSegmentOf(number, segment, place));
      segments.push({ frame: number, segment, place, seconds: (place.sinceFirst || 0) / 1e9 });
    },
  });
  const [connection] = tracker.connections;
  const lived = life.result(connection.client);
  assert.ok(lived);
  return flowOf(0, connection, lived, segments, { notation: "wireshark", words: wordsFor("en"), folds: true, ...options });
}
