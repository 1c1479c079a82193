/** The pane of some kind that had the keyboard last. */
export class PaneInUse<Pane> {
  last: (Pane & EventTarget) | undefined;

  constructor(page: HTMLElement, isOne: (target: EventTarget) => target is Pane & EventTarget) {
    // a move from one pane to another is not heard here, but who had the keyboard in the end tells by losing it
    for (const name of ["focusin", "focusout"] as const)
      page.addEventListener(name, (event) => {
        this.last = event.composedPath().find(isOne) ?? this.last;
      });
  }
}
