import { Flows } from "../../src/engine/flows";
import { wordsFor } from "../../src/text/languages";
import type { Flow } from "../../src/view/flow/flow";
import type { FlowView } from "../../src/view/flow/flowWindow";
import { plainView } from "./flowWindow";
import { indexedPackets } from "./indexed";

type Options = Partial<FlowView> & { readonly words?: ReturnType<typeof wordsFor> };

/** The first connection of a capture, drawn out. */
export async function flowIn(capture: Uint8Array, { words = wordsFor("en"), ...view }: Options = {}): Promise<Flow> {
  const packets = await indexedPackets(capture);
  return new Flows(packets, words).of(0).whole({ ...plainView, folds: true, ...view }, Number.POSITIVE_INFINITY);
}
