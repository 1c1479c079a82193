import "@vscode-elements/elements/dist/vscode-icon/index.js";
import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FilterAnswer, FilterCompletion } from "../../engine/contract";
import { say } from "../../text/words";
import { forget, type KeptFilters, readKeptFilters, save, unsave, used } from "../../view/onScreen/keptFilters";
import { onCommands } from "../commands";
import { engine, host, onWorking } from "../host";
import { words } from "../language";
import { filterStyles } from "./filterStyles";
import { type Offer, renderOffers } from "./offers";

/** In milliseconds: after so long it is said that a filter runs. */
const longWait = 200;

type Problem = Extract<FilterAnswer, { problem: unknown }>["problem"];
const { messages } = words;

/**
 * The display filter: what may be written is offered, what is written is told in words, what is wrong is shown at its place, and what
 * was used before or saved is at hand.
 */
@customElement("wirenote-filter-box")
export class FilterBox extends LitElement {
  static override readonly styles = filterStyles;

  /** The filter that is in force. */
  @property() expression = "";
  /** Before the whole file is read there is nothing to filter. */
  @property({ type: Boolean }) isReady = false;
  @property({ type: Number }) packets = 0;
  /** What is in the box. */
  @state() private typed = "";
  /** What is wrong with it. Only once it is asked for that is said in words: who still types knows. */
  @state() private problem: Problem | undefined;
  @state() private isProblemTold = false;
  /** What it asks for, in words. */
  @state() private says = "";
  @state() private completion: FilterCompletion | undefined;
  /** The text that it is for: what is typed meanwhile moves its places. */
  private completed = "";
  @state() private isHistoryOpen = false;
  @state() private choice = -1;
  @state() private shown: number | undefined;
  /** The share of a filter that takes long; missing where none does. */
  @state() private done: number | undefined;
  @state() private kept: KeptFilters = readKeptFilters(undefined);
  @query("input") private readonly input!: HTMLInputElement;
  @query(".under") private readonly under!: HTMLElement;
  /** Counts what was asked: only the last answer counts. */
  private asked = 0;
  private checked = 0;
  private completing = 0;
  private stopCommands: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCommands = onCommands({ focusFilter: () => this.input.select(), clearFilter: () => void this.clear() });
    onWorking((task, share) => {
      if (task === "filter" && this.done !== undefined) this.done = share;
    });
    void this.recall();
  }

  override disconnectedCallback(): void {
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  /** Writes a filter from elsewhere into the box, and takes it at once or leaves it to be gone on with. */
  async propose(expression: string, isTaken: boolean): Promise<void> {
    this.write(expression);
    if (isTaken) return this.apply();
    this.input.focus();
    this.input.setSelectionRange(expression.length, expression.length);
    void this.check();
  }

  override render() {
    const offers = this.offers();
    const active = this.choice >= 0 ? `item-${this.choice}` : "";
    return html`
      <div class="line">
        <div class="box">
          ${this.renderUnder()}
          <input
            type="text"
            role="combobox"
            spellcheck="false"
            autocomplete="off"
            aria-label=${messages["editor.filter"]}
            aria-autocomplete="list"
            aria-expanded=${offers.length > 0}
            aria-controls="items"
            aria-activedescendant=${active}
            aria-invalid=${this.isProblemTold}
            aria-describedby="says"
            placeholder=${messages["editor.filter.hint"]}
            @input=${this.onInput}
            @scroll=${this.follow}
            @keyup=${this.follow}
            @keydown=${this.onKey}
            @blur=${() => this.close()}
          />
          ${this.done === undefined ? nothing : html`<progress max="1" .value=${this.done} aria-label=${messages["editor.filter.running"]}></progress>`}
          ${
            offers.length > 0
              ? renderOffers(
                  offers,
                  this.choice,
                  this.isHistoryOpen ? messages["editor.filter.history"] : messages["editor.filter"],
                  (index) => this.accept(index),
                )
              : this.renderProblem()
          }
        </div>
        ${this.renderButtons()}
        <span class="count" role="status">${this.countText()}</span>
      </div>
      ${this.says ? html`<div class="says" id="says" title=${this.says}>${this.says}</div>` : nothing}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    this.follow();
    if (changed.has("isReady") && this.isReady && this.expression) {
      this.write(this.expression);
      void this.apply();
    }
  }

  /** Takes the text as the filter. */
  async apply(): Promise<void> {
    const expression = this.input.value.trim();
    this.asked += 1;
    const { asked } = this;
    this.close();
    // what is quick is not worth a word
    const patience = setTimeout(() => {
      this.done ??= 0;
    }, longWait);
    const answer = await engine.filter(expression);
    clearTimeout(patience);
    if (asked !== this.asked) return;
    this.done = undefined;
    if ("cancelled" in answer) return;
    if ("problem" in answer) {
      this.problem = answer.problem;
      this.isProblemTold = true;
      this.says = "";
      this.input.setSelectionRange(answer.problem.start, answer.problem.end);
      return;
    }
    this.shown = expression ? answer.shown : undefined;
    this.dispatchEvent(new CustomEvent("filtered", { detail: { expression, shown: this.shown } }));
    void this.check();
    await this.keep((kept) => used(kept, expression));
  }

  /** The text again, unseen, with a line under what is wrong. */
  private renderUnder() {
    const { problem, typed } = this;
    if (!problem) return html`<div class="under" aria-hidden="true"></div>`;
    // a problem at the very end has no character of its own
    const place = typed.slice(problem.start, problem.end) || " ";
    return html`<div class="under" aria-hidden="true">${typed.slice(0, problem.start)}<mark>${place}</mark>${typed.slice(problem.end)}</div>`;
  }

  private renderProblem() {
    const { problem } = this;
    if (!problem || !this.isProblemTold) return nothing;
    const { text, instead } = problem;
    const [complaint, ...help] = text.split("\n");
    if (instead === undefined) return html`<div class="popup problem" role="alert">${text}</div>`;
    const take = (event: Event) => {
      event.preventDefault();
      void this.propose(instead, true);
    };
    return html`<div class="popup problem" role="alert">${complaint}<button title=${help.join("\n")} @pointerdown=${take}>${say(words, "filter.instead", { expression: instead })}<kbd aria-hidden="true">⏎</kbd></button></div>`;
  }

  private renderButtons() {
    const { typed, kept } = this;
    const isSaved = kept.saved.includes(typed.trim());
    const button = (icon: string, label: string, act: () => void) =>
      html`<vscode-toolbar-button icon=${icon} label=${label} title=${label} @pointerdown=${(event: Event) => event.preventDefault()} @click=${act}></vscode-toolbar-button>`;
    if (this.done !== undefined) return button("stop-circle", messages["editor.filter.cancel"], () => void this.cancel());
    return html`${
      typed.trim() === "" || this.problem
        ? nothing
        : button(
            isSaved ? "star-full" : "star-empty",
            messages[isSaved ? "editor.filter.unsave" : "editor.filter.save"],
            () => void this.keep((all) => (isSaved ? unsave : save)(all, typed.trim())),
          )
    }${button("history", messages["editor.filter.history"], () => this.openHistory())}${
      this.expression || typed ? button("clear-all", messages["editor.filter.clear"], () => void this.clear()) : nothing
    }`;
  }

  private countText(): string {
    if (this.done !== undefined)
      return this.done > 0
        ? say(words, "editor.filter.done", { percent: Math.floor(this.done * 100) })
        : messages["editor.filter.running"];
    return this.shown === undefined ? "" : say(words, "editor.filter.shown", { shown: this.shown, packets: this.packets });
  }

  /** What can be chosen now. */
  private offers(): readonly Offer[] {
    if (this.isHistoryOpen) {
      const { saved, recent } = this.kept;
      return [
        ...saved.map((text): Offer => ({ text, icon: "star-full", label: messages["editor.filter.saved"] })),
        ...recent.map((text): Offer => ({ text, icon: "history" })),
      ];
    }
    return this.completion?.items ?? [];
  }

  private onInput(): void {
    this.write(this.input.value);
    void this.check();
    void this.complete();
  }

  /** What lies under the text moves along with it. */
  private follow(): void {
    this.under.scrollLeft = this.input.scrollLeft;
  }

  private write(text: string): void {
    if (this.input.value !== text) this.input.value = text;
    this.typed = text;
    this.problem = undefined;
    this.isProblemTold = false;
    this.isHistoryOpen = false;
  }

  /** Says what the text asks for, or marks what is wrong in it unless that is still being typed. */
  private async check(): Promise<void> {
    const { value } = this.input;
    this.checked += 1;
    const { checked } = this;
    const reading = value.trim() === "" ? { says: "" } : await engine.readFilter(value);
    if (checked !== this.checked) return;
    this.says = "says" in reading ? reading.says : "";
    if ("says" in reading) this.problem = undefined;
    else if (!this.isProblemTold) this.problem = reading.problem.end < value.trimEnd().length ? reading.problem : undefined;
  }

  private async complete(): Promise<void> {
    const { value, selectionStart } = this.input;
    const cursor = selectionStart ?? value.length;
    this.completing += 1;
    const { completing } = this;
    const completion = value.trim() === "" ? undefined : await engine.completeFilter(value, cursor);
    if (completing !== this.completing) return;
    const chosen = this.completion?.items[this.choice]?.text;
    const isDone = completion?.items.length === 1 && completion.items[0].text === value.slice(completion.start, completion.end);
    this.completion = isDone ? undefined : completion;
    this.completed = value;
    // who was choosing goes on with the same word
    this.choice = chosen === undefined ? -1 : (this.completion?.items.findIndex(({ text }) => text === chosen) ?? -1);
  }

  private accept(index: number): void {
    if (this.isHistoryOpen) {
      const { text } = this.offers()[index];
      this.close();
      void this.propose(text, true);
      return;
    }
    const { completion, input } = this;
    if (!completion) return;
    const { start, items } = completion;
    const { text } = items[index];
    // the word may have grown since
    const end = input.value === this.completed ? completion.end : (input.selectionStart ?? completion.end);
    this.close();
    input.setRangeText(text.endsWith("(") ? text : `${text} `, start, end, "end");
    this.onInput();
  }

  private onKey(event: KeyboardEvent): void {
    const action = this.actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  private actionOf({ key, altKey, isComposing }: KeyboardEvent): (() => void) | undefined {
    // a word of Chinese is still being put together
    if (isComposing) return undefined;
    const { length } = this.offers();
    const isChosen = length > 0 && this.choice >= 0;
    switch (key) {
      case "ArrowDown":
        if (length > 0) return () => this.choose((this.choice + 1) % length);
        return altKey || this.typed === "" ? () => this.openHistory() : undefined;
      case "ArrowUp":
        return length > 0 ? () => this.choose((this.choice - 1 + length) % length) : undefined;
      case "Escape":
        if (length > 0) return () => this.close();
        return this.done === undefined ? undefined : () => void this.cancel();
      case "Tab":
        return isChosen ? () => this.accept(this.choice) : undefined;
      case "Delete":
        return isChosen && this.isHistoryOpen ? () => void this.forget(this.offers()[this.choice].text) : undefined;
      case "Enter": {
        if (isChosen) return () => this.accept(this.choice);
        const instead = this.isProblemTold ? this.problem?.instead : undefined;
        return () => void (instead === undefined ? this.apply() : this.propose(instead, true));
      }
      default:
        return undefined;
    }
  }

  private choose(index: number): void {
    this.choice = index;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  private openHistory(): void {
    const isOpen = this.isHistoryOpen;
    this.close();
    this.input.focus();
    this.isHistoryOpen = !isOpen;
    void this.recall();
  }

  private close(): void {
    this.completing += 1;
    this.completion = undefined;
    this.isHistoryOpen = false;
    this.choice = -1;
  }

  private async cancel(): Promise<void> {
    await engine.cancel("filter");
    this.input.focus();
  }

  private async clear(): Promise<void> {
    this.write("");
    await this.apply();
    this.input.focus();
  }

  private async recall(): Promise<void> {
    this.kept = readKeptFilters(await host.recall("filters"));
  }

  /** Another editor may have kept something meanwhile. */
  private async keep(change: (kept: KeptFilters) => KeptFilters): Promise<void> {
    await this.recall();
    this.kept = change(this.kept);
    await host.remember("filters", this.kept);
  }

  private async forget(expression: string): Promise<void> {
    await this.keep((kept) => forget(kept, expression));
    this.choice = Math.min(this.choice, this.offers().length - 1);
  }
}
