import { randomUUID } from "node:crypto";
import { closeSync, openSync, read, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { clear } from "./clear.node";
import { nextTurn, readFileNow } from "./fileSource.node";
import { type ByteSource, memorySource, type SourceDamage } from "./source";

const readAt = promisify(read);

/** A temporary file may grow to 16 GiB. */
const usualSpoolLimit = 2 ** 34;
/** Of the free space that much is left to others. */
const shareOfFreeSpace = 0.9;

/** A temporary file that nobody else sees: written once from its start, then read in ranges, gone when it is closed. */
export class Spool {
  size = 0;
  /** Why no more was kept. */
  full: Extract<SourceDamage["kind"], "compressed-limit" | "compressed-space"> | undefined;

  private readonly path = join(tmpdir(), `wirenote-${randomUUID()}`);
  private readonly file: number;
  private readonly space: number;
  private isOpen = true;

  constructor(private readonly limit = usualSpoolLimit) {
    // for its owner only: it holds what somebody captured
    this.file = openSync(this.path, "wx+", 0o600);
    process.once("exit", this.remove);
    try {
      // without a name it goes with its last handle, whatever becomes of us
      rmSync(this.path);
    } catch {
      // some systems keep the name of an open file: then `remove` does it
    }
    const { bavail, bsize } = statfsSync(tmpdir());
    this.space = bavail * bsize * shareOfFreeSpace;
  }

  write(bytes: Uint8Array): void {
    if (this.full) return;
    const room = Math.min(this.limit, this.space) - this.size;
    if (bytes.length > room) this.full = this.limit <= this.space ? "compressed-limit" : "compressed-space";
    const kept = bytes.subarray(0, Math.max(0, room));
    try {
      for (let done = 0; done < kept.length; ) {
        const count = writeSync(this.file, kept, done, kept.length - done, this.size);
        done += count;
        this.size += count;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      this.full = "compressed-space";
    }
  }

  source(damage?: SourceDamage): ByteSource {
    return {
      size: this.size,
      ...(damage && { damage }),
      read: async (offset, into) => {
        let done = 0;
        while (done < into.length) {
          const { bytesRead } = await readAt(this.file, into, done, into.length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return done;
      },
      readNow: (offset, into) => readFileNow(this.file, offset, into),
      nextTurn,
      clear,
      close: async () => this.close(),
    };
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    closeSync(this.file);
    process.off("exit", this.remove);
    this.remove();
  }

  private readonly remove = (): void => rmSync(this.path, { force: true });
}

/** What may stay in memory. */
const mostInMemory = 1 << 24;

/** A stream, which can be read once only, as a source: in memory while it is small. */
export async function spooled(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let spool: Spool | undefined;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      chunks.push(chunk);
      if (!spool && size <= mostInMemory) continue;
      spool ??= new Spool();
      for (const each of chunks) spool.write(each);
      if (spool.full) throw Object.assign(new Error(`ENOSPC: no space left, write '${tmpdir()}'`), { code: "ENOSPC" });
      chunks = [];
    }
  } catch (error) {
    spool?.close();
    throw error;
  }
  return spool?.source() ?? memorySource(Buffer.concat(chunks));
}
