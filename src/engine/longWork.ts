/** Milliseconds of work after which others get their turn: rows for a screen wait no longer than that. */
const mostAtOnce = 10;

export interface WorkOptions {
  /** Told from time to time how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Aborted where nobody waits for the work any more. */
  readonly signal?: AbortSignal;
}

/** Work that takes long and is done in pieces: between them messages are handled, such as one that gives it up. */
export class LongWork {
  private since = performance.now();

  constructor(private readonly options: WorkOptions) {}

  /** Whether a pause is due. Loops with very short turns ask this first, since even a pause that does nothing costs more than a turn. */
  get isDue(): boolean {
    return performance.now() - this.since >= mostAtOnce;
  }

  /** To be called often; throws where the work was given up. */
  async pause(share: number): Promise<void> {
    const { onProgress, signal } = this.options;
    signal?.throwIfAborted();
    if (!this.isDue) return;
    onProgress?.(Math.min(1, share));
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    this.since = performance.now();
  }
}
