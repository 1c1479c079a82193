import { host } from "./host";
import { PaneInUse } from "./paneInUse";

/** A pane in which something may be selected that can be copied as text. */
export interface Copyable {
  /** What is selected, as text; empty if nothing is. */
  selectedText(): Promise<string> | string;
}

const isCopyable = (target: EventTarget): target is EventTarget & Copyable => "selectedText" in target;
/** Whether an element has a selection of its own. */
const isTextBox = (target: EventTarget): boolean => target instanceof HTMLInputElement;

/** Copies what is selected in the pane that had the focus last, by command or by VS Code's key. */
export class Copying {
  private readonly panes: PaneInUse<Copyable>;

  constructor(page: HTMLElement) {
    this.panes = new PaneInUse(page, isCopyable);
    page.addEventListener("copy", (event) => this.onCopy(event));
  }

  /** Copies; from `usual` if no pane has had the focus yet. */
  async copy(usual: Copyable | null): Promise<void> {
    const text = await (this.panes.last ?? usual)?.selectedText();
    if (text) await host.copyText(text);
  }

  private onCopy(event: ClipboardEvent): void {
    const path = event.composedPath();
    const pane = path.find(isCopyable);
    if (event.defaultPrevented || !pane || isTextBox(path[0]) || !window.getSelection()?.isCollapsed) return;
    event.preventDefault();
    this.panes.last = pane;
    void this.copy(pane);
  }
}
