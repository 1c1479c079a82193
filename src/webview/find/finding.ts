import "./findBar";
import { html, type LitElement, type ReactiveController } from "lit";
import type { FindAnswer, Search, Step } from "../../engine/contract/list";
import type { FindBar } from "./findBar";

interface FindActs {
  find(search: Search, step: Step): void;
  /** Gives the focus back to the list. */
  end(): void;
}

/** The bar above a list that asks what is to be found, while it is open. */
export class Finding implements ReactiveController {
  private isOpen = false;

  constructor(
    private readonly list: LitElement,
    /** Where a person can search. */
    private readonly kinds: readonly Search["kind"][],
    private readonly act: FindActs,
  ) {
    list.addController(this);
  }

  hostConnected(): void {}

  bar(answer: FindAnswer | undefined) {
    if (!this.isOpen) return html`<span></span>`;
    return html`<wirenote-find-bar .kinds=${this.kinds} .answer=${answer} @searched=${this.onSearched} @left=${this.end}></wirenote-find-bar>`;
  }

  async begin(): Promise<void> {
    this.isOpen = true;
    this.list.requestUpdate();
    await this.list.updateComplete;
    await this.element?.begin();
  }

  /** Goes to the next or previous find; if nothing was searched for yet, asks what for. */
  goOn(step: Step): void {
    if (this.element) this.element.go(step);
    else void this.begin();
  }

  private get element(): FindBar | null {
    return this.list.renderRoot.querySelector("wirenote-find-bar");
  }

  private readonly end = (): void => {
    this.isOpen = false;
    this.list.requestUpdate();
    this.act.end();
  };

  private readonly onSearched = ({ detail: { search, step } }: CustomEvent<{ search: Search; step: Step }>): void =>
    this.act.find(search, step);
}
