import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Hindered } from "./hindrance";

/** Takes the pieces of a file, one after another; the file is there once all are. */
export interface PieceSink {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Files that are being written. */
const unfinishedFiles = new Set<string>();

/** For an end that waits for nothing, such as that of a window: no half-written file is left behind. */
export function discardUnfinished(): void {
  for (const path of unfinishedFiles) rmSync(path, { force: true });
  unfinishedFiles.clear();
}

/** A file of this machine. What was there before stays until the new one is whole: it is written beside it, under another name. */
export async function fileSink(path: string): Promise<PieceSink> {
  // a link stays one
  const place = await realpath(path).catch(() => path);
  if (await isWriteProtected(place)) throw new Hindered("protected");
  const unfinished = join(dirname(place), `.${basename(place)}.${randomUUID().slice(0, 8)}.part`);
  const file = await open(unfinished, "wx");
  unfinishedFiles.add(unfinished);
  return {
    async write(bytes) {
      await file.writeFile(bytes);
      // its folder was deleted: what is written goes nowhere
      if ((await file.stat()).nlink === 0) throw new Hindered("gone");
    },
    async finish() {
      await file.close();
      await rename(unfinished, place);
      unfinishedFiles.delete(unfinished);
    },
    async discard() {
      await file.close().catch(() => {});
      await rm(unfinished, { force: true });
      unfinishedFiles.delete(unfinished);
    },
  };
}

/** Its folder would let another file take its place all the same. */
async function isWriteProtected(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => undefined);
  return found !== undefined && (found.mode & 0o200) === 0;
}

/** Half a gigabyte: so much is kept in memory for a place that takes a file only as a whole. */
export const mostAtOnce = 2 ** 29;

/** A file of another system, which is written when all of it is there. */
export function memorySink(writeWhole: (bytes: Uint8Array) => Thenable<void>): PieceSink {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return {
    write: async (bytes) => {
      size += bytes.length;
      if (size > mostAtOnce) throw new Hindered("tooLarge");
      pieces.push(bytes);
    },
    finish: async () => writeWhole(Buffer.concat(pieces)),
    discard: async () => {
      pieces = [];
    },
  };
}
