/** Does something whenever it is wanted, but with a pause after each time; if it is wanted meanwhile, it is done once after the pause. */
export class Paced {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;
  private isWanted = false;

  constructor(
    private readonly act: () => unknown,
    /** Milliseconds from the end of one time to the next. */
    private readonly rest: number,
  ) {}

  want(): void {
    this.isWanted = true;
    if (!this.isBusy && this.pause === undefined) void this.go();
  }

  /** Drops what was wanted. */
  stop(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.isWanted = false;
  }

  private async go(): Promise<void> {
    this.isWanted = false;
    this.isBusy = true;
    try {
      await this.act();
    } catch {
      // a failure is ignored: the next time may go well
    }
    this.isBusy = false;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.isWanted) void this.go();
    }, this.rest);
  }
}
