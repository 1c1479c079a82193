import { createGunzip } from "node:zlib";
import { ChecksumError, type Inflater, type Out } from "./compression";

/** gzip (RFC 1952), with any number of members one after another; zero bytes behind them are padding. */
export class GzipInflater implements Inflater {
  private readonly stream = createGunzip();
  private failure: Error | undefined;
  private isOver = false;
  private onOver: () => void = () => {};

  constructor(out: Out) {
    this.stream.on("data", out);
    this.stream.on("error", (error) => this.over(isOfTrailer(error) ? new ChecksumError() : error));
    this.stream.on("end", () => this.over());
  }

  async push(piece: Uint8Array): Promise<void> {
    await this.settled((done) => this.stream.write(piece, done));
    if (this.failure) throw this.failure;
  }

  async end(): Promise<boolean> {
    await this.settled(() => this.stream.end());
    return this.failure === undefined;
  }

  private over(failure?: Error): void {
    this.isOver = true;
    this.failure ??= failure;
    this.onOver();
  }

  /** Waits until it is done, or all is over: then a stream forgets whom it was to call back. */
  private settled(begin: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.onOver = resolve;
      if (this.isOver) resolve();
      else begin(() => resolve());
    });
  }
}

/** zlib's words for a member's CRC-32 and length, which stand behind its content. */
function isOfTrailer({ message }: Error): boolean {
  return message === "incorrect data check" || message === "incorrect length check";
}
