import { Decompress } from "fzstd";
import { ChecksumError, type Inflater, type Out } from "./compression";
import { XxHash64 } from "./xxHash64";
import { ZstdFrames } from "./zstdFrames";

/** Zstandard (RFC 8878), by fzstd: Node 20 has none of its own. */
export class ZstdInflater implements Inflater {
  private readonly stream: Decompress;
  private readonly frames = new ZstdFrames();
  private hash = new XxHash64();

  constructor(out: Out) {
    this.stream = new Decompress((bytes) => {
      if (this.frames.hasChecksum) this.hash.add(bytes);
      out(bytes);
    });
  }

  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      const { end, frameEnds, checksum } = this.frames.follow(piece, at);
      this.stream.push(piece.slice(at, end));
      at = end;
      if (!frameEnds) continue;
      if (checksum !== undefined && checksum !== this.hash.digestLow()) throw new ChecksumError();
      this.hash = new XxHash64();
    }
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
