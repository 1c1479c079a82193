import { ConnectionsFlow } from "../../src/engine/joint/connectionsFlow";
import { wordsFor } from "../../src/text/languages";
import type { FlowView } from "../../src/view/flow/flowWindow";
import type { JointFlow } from "../../src/view/flow/joint/jointFlow";
import { plainView } from "./flowWindow";
import { indexedPackets } from "./indexed";

type Options = Partial<FlowView> & { readonly words?: ReturnType<typeof wordsFor> };

/** All connections of a capture, drawn out together. */
export async function jointFlowIn(capture: Uint8Array, { words = wordsFor("en"), ...view }: Options = {}): Promise<JointFlow> {
  const packets = await indexedPackets(capture);
  const streams = Array.from({ length: packets.tracker.count }, (_, stream) => stream);
  return new ConnectionsFlow(packets, streams, words).whole({ ...plainView, folds: true, ...view }, Number.POSITIVE_INFINITY);
}
