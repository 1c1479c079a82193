import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { fileSource } from "../bytes/fileSource.node";
import { inflated } from "../bytes/inflate.node";
import { type ByteSource, readRange } from "../bytes/source";
import { spooled } from "../bytes/spool.node";
import { openCapture } from "../capture/readCapture";
import type { CaptureReader } from "../capture/record";
import { say, type Words } from "../text/words";
import { damageText, refusalHeadLength, refusalText } from "../view/captureProblems";
import { CliError } from "./arguments";

/** Exit codes that scripts rely on. */
export const exitCode = { fine: 0, nothingRead: 1, damaged: 2 } as const;

/** A file by its name, or standard input for `-`. */
export async function openInput(name: string | undefined, words: Words): Promise<ByteSource> {
  if (name === undefined) throw new CliError(say(words, "cli.usage", {}));
  if (name === "-") return spooled(process.stdin);
  try {
    const kind = await stat(name);
    if (kind.isDirectory()) throw new CliError(say(words, "cli.isFolder", { name }));
    // the length of a pipe, such as a shell makes for `<(…)`, is not known
    return kind.isFile() ? await fileSource(name) : await spooled(createReadStream(name));
  } catch (error) {
    const problem = problems[(error as NodeJS.ErrnoException).code ?? ""];
    throw problem ? new CliError(say(words, problem, { name })) : error;
  }
}

const problems: Readonly<Record<string, "cli.noFile" | "cli.noAccess" | undefined>> = {
  ENOENT: "cli.noFile",
  ENOTDIR: "cli.noFile",
  EACCES: "cli.noAccess",
  EPERM: "cli.noAccess",
};

/** A capture, unpacked where it is compressed. */
export async function openCaptureInput(
  name: string | undefined,
  words: Words,
): Promise<{ source: ByteSource; reader: CaptureReader }> {
  const source = await inflated(await openInput(name, words));
  const reader = await openCapture(source);
  if (reader) return { source, reader };
  const head = await readRange(source, 0, refusalHeadLength);
  await source.close();
  throw new CliError(source.damage ? damageText(words, source.damage) : refusalText(words, head));
}
