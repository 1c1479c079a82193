import type { LitElement } from "lit";
import type { Step } from "../../engine/contract/list";
import type { EditorCommands } from "../../engine/pageContract";
import { keyboardPath } from "../keyboardPath";
import { PaneInUse } from "../paneInUse";

/** A pane that can be searched, with a bar that asks what for. */
export interface Findable {
  beginFind(): void;
  /** Goes to the next or previous find; if nothing was searched for yet, asks what for. */
  findOn(step: Step): void;
}

const isFindable = (target: EventTarget): target is EventTarget & Findable & Element => "beginFind" in target;

/** Searches the pane that had the focus last if it can be searched and is visible; otherwise the packet list. */
export class FindingPanes {
  private readonly panes: PaneInUse<Findable & Element>;

  constructor(
    private readonly page: LitElement,
    private readonly usual: () => (Findable & Element) | null,
    /** Brings the packet list to the front. */
    private readonly showUsual: () => void,
  ) {
    this.panes = new PaneInUse(page, isFindable);
  }

  get commands(): Pick<EditorCommands, "find" | "findNext" | "findPrevious"> {
    return {
      find: () => void this.pane().then((pane) => pane?.beginFind()),
      findNext: () => void this.pane().then((pane) => pane?.findOn(1)),
      findPrevious: () => void this.pane().then((pane) => pane?.findOn(-1)),
    };
  }

  private async pane(): Promise<Findable | null> {
    // a move of the focus within the flow is not heard outside of it
    const last = keyboardPath().find(isFindable) ?? this.panes.last;
    if (last && last !== this.usual() && last.isConnected && last.checkVisibility()) return last;
    this.showUsual();
    await this.page.updateComplete;
    return this.usual();
  }
}
