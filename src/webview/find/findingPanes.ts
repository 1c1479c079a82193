import type { LitElement } from "lit";
import type { Step } from "../../engine/contract/list";
import type { EditorCommands } from "../../engine/pageContract";
import { keyboardPath } from "../keyboardPath";
import { PaneInUse } from "../paneInUse";

/** A pane with a bar that asks what is to be found in it. */
export interface Findable {
  beginFind(): void;
  /** To the next or the one before; asks what for, where nothing was asked for yet. */
  findOn(step: Step): void;
}

const isFindable = (target: EventTarget): target is EventTarget & Findable & Element => "beginFind" in target;

/** Finds in the pane that had the keyboard last, where that can be searched and is seen; in the packet list otherwise. */
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
    // of a move within the flow nobody outside of it hears
    const last = keyboardPath().find(isFindable) ?? this.panes.last;
    if (last && last !== this.usual() && last.isConnected && last.checkVisibility()) return last;
    this.showUsual();
    await this.page.updateComplete;
    return this.usual();
  }
}
