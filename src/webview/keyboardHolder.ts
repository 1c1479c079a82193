import { keyboardPath } from "./keyboardPath";

/** Knows which element of the page had the focus last. VS Code gives it back to the page as a whole; from there it goes on to that element. */
export class KeyboardHolder {
  private last: HTMLElement | undefined;

  /** `usual` gets the focus at first, and again when the element that had it is gone. */
  constructor(
    private readonly page: HTMLElement,
    private readonly usual: () => HTMLElement | null,
  ) {
    // a move from one pane to another may not be heard here, but the element that had the focus last is heard when it loses it
    for (const name of ["focusin", "focusout"] as const) page.addEventListener(name, (event) => this.note(event));
  }

  connect(): void {
    window.addEventListener("focus", this.afterFocus);
  }

  disconnect(): void {
    window.removeEventListener("focus", this.afterFocus);
  }

  /** To be called after drawing: gives the focus to an element as soon as there is one, and again when the one that has it is gone. */
  settle(): void {
    if (!this.last?.checkVisibility()) this.giveBack();
  }

  private note(event: FocusEvent): void {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) this.last = target;
  }

  /** Waits a turn: a click gives the focus to what was clicked, and that comes first. */
  private readonly afterFocus = (): void => void setTimeout(() => this.giveBack());

  private giveBack(): void {
    if (!document.hasFocus() || isHeld()) return;
    const holder = this.last?.checkVisibility() && this.page.isConnected ? this.last : this.usual();
    holder?.focus({ preventScroll: true });
  }
}

/** Whether a visible element has the focus: one that has just been hidden still counts as focused until the page is drawn. */
function isHeld(): boolean {
  const holder = keyboardPath().at(-1);
  return holder !== undefined && holder !== document.body && holder.checkVisibility();
}
