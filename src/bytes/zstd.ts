import { Decompress } from "fzstd";
import type { Inflater, Out } from "./compression";
import { ZstdWindowGuard } from "./zstdWindow";

/** Zstandard (RFC 8878), by fzstd: Node 20 has none of its own. */
export class ZstdInflater implements Inflater {
  private readonly stream: Decompress;
  private readonly guard = new ZstdWindowGuard();

  constructor(out: Out) {
    this.stream = new Decompress((bytes) => out(bytes));
  }

  push(piece: Uint8Array): void {
    this.guard.push(piece);
    this.stream.push(piece);
  }

  end(): boolean {
    try {
      this.stream.push(new Uint8Array(0), true);
      return true;
    } catch {
      return false;
    }
  }
}
