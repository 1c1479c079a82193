import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Takes the pieces of a file, one after another; the file is there once all are. */
export interface PieceSink {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** A file of this machine. What was there before stays until the new one is whole: it is written beside it, under another name. */
export async function fileSink(path: string): Promise<PieceSink> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  const file = await open(unfinished, "wx");
  const discard = async () => {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
  };
  return {
    write: async (bytes) => void (await file.writeFile(bytes)),
    finish: async () => {
      await file.close();
      await rename(unfinished, path);
    },
    discard,
  };
}

/** More than that is not kept in memory for a place that takes a file only at once: half a gigabyte. */
export const mostAtOnce = 2 ** 29;

export class TooLarge extends Error {}

/** A file of another system, which is written when all of it is there. */
export function memorySink(writeWhole: (bytes: Uint8Array) => Thenable<void>): PieceSink {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return {
    write: async (bytes) => {
      size += bytes.length;
      if (size > mostAtOnce) throw new TooLarge();
      pieces.push(bytes);
    },
    finish: async () => writeWhole(Buffer.concat(pieces)),
    discard: async () => {
      pieces = [];
    },
  };
}
