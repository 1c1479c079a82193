import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds after which a place that was scrolled to counts as looked at. */
const rest = 250;

/** The place at the top of the list: it is reported once it rests there, and returned to when the list comes back. */
export class RestingTop implements ReactiveController {
  /** The place to which the list is still returning; missing once it is there, or a person has gone elsewhere. */
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

  /** The list comes back, and this place was at its top before; -1 if it was never shown. */
  returnTo(place: number): void {
    this.told = place;
    this.returning = place < 0 ? undefined : place;
  }

  /** The place to return to, if the list has it already. */
  wanted(count: number): number | undefined {
    return this.returning !== undefined && this.returning < count ? this.returning : undefined;
  }

  get isReturning(): boolean {
    return this.returning !== undefined;
  }

  /** Ends the return: everything is as it was, or a person goes elsewhere. */
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
