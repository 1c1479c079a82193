import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";

/** An engine that has read a capture, packed or not, to its end. */
export async function engineOf(capture: Uint8Array, language: Language = "en"): Promise<CaptureEngine> {
  const engine = captureEngine(async () => inflated(memorySource(capture)), wordsFor(language));
  await engine.index(() => {});
  return engine;
}
