import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import type { FlowView } from "../../src/view/flow/flowWindow";

/** A flow as it is looked at first, but for the folding. */
export const plainView: FlowView = { notation: "wireshark", numbers: "relative", time: "even", folds: false, unfolded: [] };

/** The engine of a capture that is all read. */
export async function engineOf(capture: Uint8Array): Promise<CaptureEngine> {
  const engine = captureEngine(async () => memorySource(capture), wordsFor("en"));
  await engine.index(() => {});
  return engine;
}
