import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FilterAnswer, FilterCompletion } from "../engine/contract";
import { say } from "../text/words";
import { onCommands } from "./commands";
import { engine } from "./host";
import { words } from "./language";

type Problem = Extract<FilterAnswer, { problem: unknown }>["problem"];

/** The display filter: what may be written is offered, what is wrong is shown at its place. */
@customElement("wirenote-filter-box")
export class FilterBox extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .box {
      position: relative;
      flex: 1;
    }
    input {
      box-sizing: border-box;
      width: 100%;
      height: 26px;
      padding: 0 6px;
      font: var(--vscode-editor-font-size) var(--vscode-editor-font-family);
      color: var(--vscode-input-foreground);
      background: var(--vscode-input-background);
      border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
      border-radius: 2px;
    }
    input::placeholder {
      color: var(--vscode-input-placeholderForeground);
    }
    input:focus {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -1px;
    }
    input[aria-invalid="true"] {
      border-color: var(--vscode-inputValidation-errorBorder);
    }
    .popup {
      position: absolute;
      z-index: 10;
      top: 27px;
      left: 0;
      right: 0;
      margin: 0;
      padding: 2px 0;
      max-height: 264px;
      overflow: auto;
      list-style: none;
      color: var(--vscode-editorSuggestWidget-foreground, var(--vscode-foreground));
      background: var(--vscode-editorSuggestWidget-background, var(--vscode-editorWidget-background));
      border: 1px solid var(--vscode-editorSuggestWidget-border, var(--vscode-contrastBorder, transparent));
    }
    .popup li {
      display: flex;
      gap: 12px;
      align-items: center;
      height: 22px;
      padding: 0 7px;
      font-family: var(--vscode-editor-font-family);
      white-space: nowrap;
      cursor: pointer;
    }
    .popup small {
      margin-left: auto;
      font: inherit;
      font-family: var(--vscode-font-family);
      color: var(--vscode-descriptionForeground);
    }
    .popup li[aria-selected="true"],
    .popup li[aria-selected="true"] small {
      color: var(--vscode-editorSuggestWidget-selectedForeground, inherit);
      background: var(--vscode-editorSuggestWidget-selectedBackground, var(--vscode-list-activeSelectionBackground));
      outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -1px;
    }
    .problem {
      padding: 6px 8px;
      white-space: pre-wrap;
      color: var(--vscode-inputValidation-errorForeground, var(--vscode-foreground));
      background: var(--vscode-inputValidation-errorBackground);
      border-color: var(--vscode-inputValidation-errorBorder);
    }
    .problem pre {
      margin: 0 0 4px;
      padding-bottom: 5px;
      overflow: auto;
      font: var(--vscode-editor-font-size) var(--vscode-editor-font-family);
    }
    mark {
      color: inherit;
      background: none;
      text-decoration: underline wavy currentcolor;
      text-underline-offset: 3px;
    }
    .count {
      white-space: nowrap;
      color: var(--vscode-descriptionForeground);
    }
  `;

  /** The filter that is in force. */
  @property() expression = "";
  /** Before the whole file is read there is nothing to filter. */
  @property({ type: Boolean }) isReady = false;
  @property({ type: Number }) packets = 0;
  @state() private problem: Problem | undefined;
  /** What the problem was found in. */
  @state() private wrong = "";
  @state() private completion: FilterCompletion | undefined;
  /** The text that it is for: what is typed meanwhile moves its places. */
  private completed = "";
  @state() private choice = -1;
  @state() private shown: number | undefined;
  @state() private isRunning = false;
  @query("input") private readonly input!: HTMLInputElement;

  private stopCommands: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCommands = onCommands({ focusFilter: () => this.input.select(), clearFilter: () => void this.clear() });
  }

  override disconnectedCallback(): void {
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  /** Writes a filter from elsewhere into the box, and takes it at once or leaves it to be gone on with. */
  async propose(expression: string, isTaken: boolean): Promise<void> {
    this.input.value = expression;
    if (isTaken) return this.apply();
    this.input.focus();
    this.input.setSelectionRange(expression.length, expression.length);
  }

  override render() {
    const items = this.completion?.items ?? [];
    const active = this.choice >= 0 ? `item-${this.choice}` : "";
    return html`
      <div class="box">
        <input
          type="text"
          role="combobox"
          spellcheck="false"
          autocomplete="off"
          aria-label=${words.messages["editor.filter"]}
          aria-autocomplete="list"
          aria-expanded=${items.length > 0}
          aria-controls="items"
          aria-activedescendant=${active}
          aria-invalid=${this.problem !== undefined}
          placeholder=${words.messages["editor.filter.hint"]}
          @input=${() => void this.complete()}
          @keydown=${this.onKey}
          @blur=${() => this.close()}
        />
        ${items.length > 0 ? this.renderItems(items) : this.renderProblem()}
      </div>
      <span class="count" role="status">${this.countText()}</span>
      ${
        this.expression
          ? html`<vscode-toolbar-button icon="clear-all" label=${words.messages["editor.filter.clear"]} title=${words.messages["editor.filter.clear"]} @click=${() => void this.clear()}></vscode-toolbar-button>`
          : nothing
      }
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("isReady") && this.isReady && this.expression) {
      this.input.value = this.expression;
      void this.apply();
    }
  }

  /** Takes the text as the filter. */
  async apply(): Promise<void> {
    const expression = this.input.value.trim();
    this.close();
    this.isRunning = true;
    const answer = await engine.filter(expression);
    if ("cancelled" in answer) return;
    this.isRunning = false;
    if ("problem" in answer) {
      this.problem = answer.problem;
      this.wrong = expression;
      this.input.setSelectionRange(answer.problem.start, answer.problem.end);
      return;
    }
    this.problem = undefined;
    this.shown = expression ? answer.shown : undefined;
    this.dispatchEvent(new CustomEvent("filtered", { detail: { expression, shown: this.shown } }));
  }

  private renderItems(items: FilterCompletion["items"]) {
    return html`<ul class="popup" role="listbox" id="items" aria-label=${words.messages["editor.filter"]}>
      ${items.map(
        ({ text, label }, index) =>
          html`<li id=${`item-${index}`} role="option" aria-selected=${index === this.choice} @pointerdown=${(event: Event) => {
            event.preventDefault();
            this.accept(index);
          }}>
            <span>${text}</span>${label && label !== text ? html`<small>${label}</small>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  private renderProblem() {
    const { problem, wrong } = this;
    if (!problem) return nothing;
    const { start, end, text } = problem;
    // a problem at the very end has no character of its own
    const place = wrong.slice(start, end) || " ";
    return html`<div class="popup problem" role="alert"><pre>${wrong.slice(0, start)}<mark>${place}</mark>${wrong.slice(end)}</pre>${text}</div>`;
  }

  private countText(): string {
    if (this.isRunning) return words.messages["editor.filter.running"];
    return this.shown === undefined ? "" : say(words, "editor.filter.shown", { shown: this.shown, packets: this.packets });
  }

  private async complete(): Promise<void> {
    this.problem = undefined;
    const { value, selectionStart } = this.input;
    const cursor = selectionStart ?? value.length;
    const completion = value.trim() === "" ? undefined : await engine.completeFilter(value, cursor);
    if (this.input.value !== value) return;
    const chosen = this.completion?.items[this.choice]?.text;
    const isDone = completion?.items.length === 1 && completion.items[0].text === value.slice(completion.start, completion.end);
    this.completion = isDone ? undefined : completion;
    this.completed = value;
    // who was choosing goes on with the same word
    this.choice = chosen === undefined ? -1 : (this.completion?.items.findIndex(({ text }) => text === chosen) ?? -1);
  }

  private accept(index: number): void {
    const { completion, input } = this;
    if (!completion) return;
    const { start, items } = completion;
    const { text } = items[index];
    // the word may have grown since
    const end = input.value === this.completed ? completion.end : (input.selectionStart ?? completion.end);
    this.close();
    input.setRangeText(text.endsWith("(") ? text : `${text} `, start, end, "end");
    void this.complete();
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.completion?.items.length ?? 0;
    const actions: Readonly<Record<string, () => void>> = {
      ...(count > 0 && {
        ArrowDown: () => this.choose((this.choice + 1) % count),
        ArrowUp: () => this.choose((this.choice - 1 + count) % count),
        Escape: () => this.close(),
        ...(this.choice >= 0 && { Tab: () => this.accept(this.choice) }),
      }),
      Enter: () => (this.choice >= 0 ? this.accept(this.choice) : void this.apply()),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  private choose(index: number): void {
    this.choice = index;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  private close(): void {
    this.completion = undefined;
    this.choice = -1;
  }

  private async clear(): Promise<void> {
    this.input.value = "";
    await this.apply();
    this.input.focus();
  }
}
