/** In milliseconds: what came in meanwhile waits no longer. */
const longestTurn = 12;

/** Lets others have a turn during long work, such as messages that give it up. */
export class Pauses {
  private last = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  get isDue(): boolean {
    return performance.now() - this.last > longestTurn;
  }

  /** Throws where the work has been given up. */
  async take(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.signal?.throwIfAborted();
    this.last = performance.now();
  }
}
