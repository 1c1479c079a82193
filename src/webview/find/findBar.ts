import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FindAnswer, Search, Step } from "../../engine/contract/list";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { words } from "../language";

/** What is searched for in a list, as VS Code's own find widget asks for it. */
@customElement("wirenote-find-bar")
export class FindBar extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      align-items: center;
      padding: 4px 8px 4px 12px;
      font-family: var(--vscode-font-family);
      font-size: var(--vscode-font-size);
      color: var(--vscode-editorWidget-foreground);
      background: var(--vscode-editorWidget-background);
      border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent));
    }
    input,
    select {
      box-sizing: border-box;
      height: 24px;
      padding: 0 6px;
      font: inherit;
      border-radius: 2px;
    }
    input {
      flex: 1;
      min-width: 100px;
      color: var(--vscode-input-foreground);
      background: var(--vscode-input-background);
      border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    }
    input::placeholder {
      color: var(--vscode-input-placeholderForeground);
    }
    input[aria-invalid="true"] {
      border-color: var(--vscode-inputValidation-errorBorder);
    }
    select {
      color: var(--vscode-dropdown-foreground);
      background: var(--vscode-dropdown-background);
      border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
    }
    :is(input, select):focus {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -1px;
    }
    .told {
      min-width: 9em;
      font-size: 11px;
    }
    .told.nothing {
      /* VS Code's red is hard to read in its light themes */
      font-weight: 600;
      color: var(--vscode-foreground);
    }
  `;

  @property({ attribute: false }) kinds: readonly Search["kind"][] = [];
  @property({ attribute: false }) answer: FindAnswer | undefined;
  @state() private asked: Partial<Search> = {};
  @query("input") private input!: HTMLInputElement;

  override render() {
    const { messages } = words;
    const isWrong = this.answer !== undefined && "unreadable" in this.answer;
    return html`
      <input
        aria-label=${messages["find.what"]}
        placeholder=${messages[`find.hint.${this.search.kind}`]}
        aria-invalid=${isWrong}
        aria-describedby="told"
        spellcheck="false"
        .value=${this.search.text}
        @input=${() => this.change({ text: this.input.value })}
        @keydown=${this.onKey}
      />
      <select
        aria-label=${messages["find.where"]}
        @change=${(event: Event) => this.change({ kind: this.kinds[(event.currentTarget as HTMLSelectElement).selectedIndex] })}
        @keydown=${this.onKey}
      >
        ${this.kinds.map((kind) => html`<option ?selected=${kind === this.search.kind}>${messages[`find.${kind}`]}</option>`)}
      </select>
      <vscode-toolbar-button icon="arrow-up" label=${messages["find.previous"]} title=${messages["find.previous"]} @click=${() => this.go(-1)}></vscode-toolbar-button>
      <vscode-toolbar-button icon="arrow-down" label=${messages["find.next"]} title=${messages["find.next"]} @click=${() => this.go(1)}></vscode-toolbar-button>
      <vscode-toolbar-button icon="close" label=${messages["find.close"]} title=${messages["find.close"]} @click=${this.leave}></vscode-toolbar-button>
      <span id="told" role="status" class=${this.isVain ? "told nothing" : "told"}>${this.told()}</span>
    `;
  }

  /** Takes the focus, with the text selected, ready to be replaced. */
  async begin(): Promise<void> {
    await this.updateComplete;
    this.input.select();
    this.input.focus();
  }

  /** Goes on with what was searched for last. */
  go(step: Step): void {
    if (this.search.text.trim() === "") return;
    this.dispatchEvent(new CustomEvent("searched", { detail: { search: this.search, step } }));
  }

  private get search(): Search {
    return { kind: this.kinds[0], text: "", ...this.asked };
  }

  private get isVain(): boolean {
    const { answer } = this;
    return answer !== undefined && !("cancelled" in answer) && ("unreadable" in answer || answer.found === undefined);
  }

  private told() {
    const { answer } = this;
    const { messages } = words;
    if (!answer) return nothing;
    if ("cancelled" in answer) return messages["find.cancelled"];
    if ("unreadable" in answer) return messages["find.unreadable"];
    if (answer.found === undefined) return this.toldOfNothing(answer.within);
    if (!answer.wrapped) return nothing;
    return answer.within === undefined ? messages["find.wrapped"] : this.toldWithin("find.wrappedWithin", answer.within);
  }

  private toldOfNothing(within: number | undefined): string {
    if (within === undefined) return words.messages["find.nothing"];
    return this.toldWithin("find.nothingWithin", within);
  }

  private toldWithin(message: "find.nothingWithin" | "find.wrappedWithin", within: number): string {
    return say(words, message, { bytes: formatCount(within) });
  }

  private change(change: Partial<Search>): void {
    this.asked = { ...this.asked, ...change };
    this.answer = undefined;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Enter") this.go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent("left"));
  };
}
