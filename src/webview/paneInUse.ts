/** The pane of some kind that had the keyboard last. */
export class PaneInUse<Pane> {
  last: (Pane & EventTarget) | undefined;

  constructor(page: HTMLElement, isOne: (target: EventTarget) => target is Pane & EventTarget) {
    // a move from one pane to another may not be heard here, but the pane that had the keyboard last is heard when it loses it
    for (const name of ["focusin", "focusout"] as const)
      page.addEventListener(name, (event) => {
        this.last = event.composedPath().find(isOne) ?? this.last;
      });
  }
}
