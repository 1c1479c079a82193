import { keyboardPath } from "./keyboardPath";

/** Who has the keyboard of the page. VS Code gives it back to the page as a whole, which has no use for it: then it goes to whoever had it. */
export class KeyboardHolder {
  private last: HTMLElement | undefined;

  /** `usual` gets it at first, and again when the one that had it is gone. */
  constructor(
    private readonly page: HTMLElement,
    private readonly usual: () => HTMLElement | null,
  ) {
    // of a move from one pane to another nobody outside of them hears: who had it in the end tells by losing it
    for (const name of ["focusin", "focusout"] as const) page.addEventListener(name, (event) => this.note(event));
  }

  connect(): void {
    window.addEventListener("focus", this.afterFocus);
  }

  disconnect(): void {
    window.removeEventListener("focus", this.afterFocus);
  }

  /** After drawing: gives it to somebody as soon as there is one, and again when the one that has it is gone. */
  settle(): void {
    if (!this.last?.checkVisibility()) this.giveBack();
  }

  private note(event: FocusEvent): void {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) this.last = target;
  }

  /** A click gives it to what was clicked: that comes first. */
  private readonly afterFocus = (): void => void setTimeout(() => this.giveBack());

  private giveBack(): void {
    if (!document.hasFocus() || isHeld()) return;
    const holder = this.last?.checkVisibility() && this.page.isConnected ? this.last : this.usual();
    holder?.focus({ preventScroll: true });
  }
}

/** Somebody has it who is seen: what has just been hidden is still said to have it until the page is drawn. */
function isHeld(): boolean {
  const holder = keyboardPath().at(-1);
  return holder !== undefined && holder !== document.body && holder.checkVisibility();
}
