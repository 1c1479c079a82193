import { readSync } from "node:fs";
import { open } from "node:fs/promises";
import { clear } from "./clear.node";
import type { ByteSource } from "./source";

/** A file on this machine, read in ranges. */
export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, into) => {
      let done = 0;
      while (done < into.length) {
        const { bytesRead } = await file.read(into, done, into.length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    readNow: (offset, into) => readFileNow(file.fd, offset, into),
    nextTurn,
    clear,
    close: () => file.close(),
  };
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Fills `into` from a file's `offset` on and says how many bytes there were. */
export function readFileNow(file: number, offset: number, into: Uint8Array): number {
  let done = 0;
  while (done < into.length) {
    const count = readSync(file, into, done, into.length - done, offset + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
