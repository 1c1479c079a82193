import { fileSource } from "../bytes/fileSource.node";
import { type ByteSource, memorySource, readRange } from "../bytes/source";
import { openCapture } from "../capture/readCapture";
import type { CaptureReader } from "../capture/record";
import { say, type Words } from "../text/words";
import { refusalHeadLength, refusalText } from "../view/captureProblems";
import { CliError } from "./arguments";

/** Exit codes that scripts rely on. */
export const exitCode = { fine: 0, nothingRead: 1, damaged: 2 } as const;

/** A file by its name, or what comes in on `-`. */
export async function openInput(name: string | undefined, words: Words): Promise<ByteSource> {
  if (name === undefined) throw new CliError(say(words, "cli.usage", {}));
  return name === "-" ? memorySource(await readStandardInput()) : fileSource(name);
}

export async function openCaptureInput(
  name: string | undefined,
  words: Words,
): Promise<{ source: ByteSource; reader: CaptureReader }> {
  const source = await openInput(name, words);
  const reader = await openCapture(source);
  if (!reader) throw new CliError(refusalText(words, await readRange(source, 0, refusalHeadLength)));
  return { source, reader };
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
