/** Milliseconds between two looks at what else there is to do: rows of a screen do not wait longer. */
const mostAtOnce = 10;

export interface WorkOptions {
  /** Told at times how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Aborted where nobody waits for the work any more. */
  readonly signal?: AbortSignal;
}

/** Something that takes long, done in pieces: between them messages are heard, such as one that gives it up. */
export class LongWork {
  private since = performance.now();

  constructor(private readonly options: WorkOptions) {}

  /** Whether others have waited long enough: asked first in loops whose turns cost less than a pause that does nothing. */
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
