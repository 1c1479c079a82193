import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds after which a place that is scrolled to counts as one that is looked at. */
const rest = 250;

/** What is at the top of the list: it is told once it rests there, and returned to when the list comes back. */
export class RestingTop implements ReactiveController {
  /** Where the list is still on its way back to; missing once it is there, or somebody has gone elsewhere. */
  private returning: number | undefined;
  private told = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly tell: (place: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** The list comes back: it was last looked at from this place on; -1 where it never was. */
  returnTo(place: number): void {
    this.told = place;
    this.returning = place < 0 ? undefined : place;
  }

  /** Where to go back to, as far as the list has that place. */
  wanted(count: number): number | undefined {
    return this.returning !== undefined && this.returning < count ? this.returning : undefined;
  }

  get isReturning(): boolean {
    return this.returning !== undefined;
  }

  /** Everything is as it was, or somebody goes elsewhere. */
  stay(): void {
    this.returning = undefined;
  }

  /** This place is at the top now. */
  isAt(place: number): void {
    if (this.isReturning) return;
    clearTimeout(this.timer);
    if (place === this.told) return;
    this.timer = setTimeout(() => {
      this.told = place;
      this.tell(place);
    }, rest);
  }
}
