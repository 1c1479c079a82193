import { fileSource } from "../../src/bytes/fileSource.node";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";

export interface Indexed {
  readonly packets: number;
  readonly connections: number;
}

/** The work itself, as the extension's worker does it: everything that is known of a capture once it is open. */
export async function indexCapture(path: string): Promise<Indexed & { readonly engine: CaptureEngine; close(): Promise<void> }> {
  const source = await fileSource(path);
  const engine = captureEngine(async () => source, wordsFor("en"));
  await engine.index(() => {});
  const { packets, connections } = await engine.summary();
  return { packets, connections, engine, close: () => source.close() };
}
