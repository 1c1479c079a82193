/** Does something as often as it is wanted, but with a pause each time; whatever was wanted meanwhile is done once, behind the pause. */
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

  /** What was wanted is not wanted any more. */
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
      // the next time may go well
    }
    this.isBusy = false;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.isWanted) void this.go();
    }, this.rest);
  }
}
