/** Between two looks at what else there is to do: rows of a screen do not wait longer. */
const mostAtOnce = 10;

/** Something that takes long, done in pieces: between them messages are heard, such as one that cancels it. */
export class LongWork {
  private since = performance.now();

  constructor(
    private readonly signal: AbortSignal,
    private readonly onProgress: (share: number) => void,
  ) {}

  /** To be called often; says at times how much is done, and throws where the work was given up. */
  async pause(share: number): Promise<void> {
    if (performance.now() - this.since < mostAtOnce) return;
    this.onProgress(Math.min(1, share));
    await new Promise((resolve) => setTimeout(resolve));
    this.signal.throwIfAborted();
    this.since = performance.now();
  }
}
