import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { forget, save, unsave, used } from "../../view/onScreen/keptFilters";
import { buttonStyles } from "../buttons";
import { onCommands } from "../commands";
import { engine, host, onWorking } from "../host";
import { words } from "../language";
import { filterButtons } from "./filterButtons";
import { keyAction } from "./filterKeys";
import { FilterMemory } from "./filterMemory";
import { FilterRun } from "./filterRun";
import { filterStyles } from "./filterStyles";
import { type Offer, renderOffers } from "./offers";
import { TypedFilter } from "./typedFilter";
import { WordOffers } from "./wordOffers";

const { messages } = words;

/**
 * The display filter: it offers what may be written, says in words what is written, shows what is wrong at its place, and has the filters
 * at hand that were used before or saved.
 */
@customElement("wirenote-filter-box")
export class FilterBox extends LitElement {
  static override readonly styles = [buttonStyles, filterStyles];

  /** The filter that is in force. */
  @property() expression = "";
  /** Whether there is something to filter: not before the whole file has been read. */
  @property({ type: Boolean }) isReady = false;
  @property({ type: Number }) packets = 0;
  @state() private isHistoryOpen = false;
  @state() private choice = -1;
  @query("input") private readonly input!: HTMLInputElement;
  @query(".under") private readonly under!: HTMLElement;
  private readonly typed = new TypedFilter(this, engine);
  private readonly run = new FilterRun(this, engine, onWorking);
  private readonly memory = new FilterMemory(this, host);
  private readonly offered = new WordOffers(this, engine);
  private stopCommands: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCommands = onCommands({ focusFilter: () => this.input.select(), clearFilter: () => void this.clear() });
  }

  override disconnectedCallback(): void {
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  /** Takes a filter from elsewhere. */
  take(expression: string): Promise<void> {
    this.write(expression);
    return this.apply();
  }

  /** Writes a filter from elsewhere into the box, for a person to go on with. */
  prepare(expression: string): void {
    this.write(expression);
    this.input.focus();
    this.input.setSelectionRange(expression.length, expression.length);
    void this.typed.check();
  }

  override render() {
    const offers = this.offers();
    const active = this.choice >= 0 ? `item-${this.choice}` : "";
    const { typed, run } = this;
    return html`
      <div class="line">
        <div class="box">
          ${typed.marks()}
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
            aria-invalid=${typed.isRefused}
            aria-describedby="says"
            placeholder=${messages["editor.filter.hint"]}
            @input=${this.onInput}
            @scroll=${this.follow}
            @keyup=${this.follow}
            @keydown=${this.onKey}
            @blur=${() => this.close()}
          />
          ${run.progress()}
          ${
            offers.length > 0
              ? renderOffers(
                  offers,
                  this.choice,
                  this.isHistoryOpen ? messages["editor.filter.history"] : messages["editor.filter"],
                  (index) => this.accept(index),
                )
              : typed.complaint((instead) => void this.take(instead))
          }
        </div>
        ${this.renderButtons()}
        <span class="count" role="status">${run.countText(this.packets)}</span>
      </div>
      ${typed.says ? html`<div class="says" id="says" title=${typed.says}>${typed.says}</div>` : nothing}
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
    const { ready } = this.offered;
    this.close();
    const answer = await this.run.start(expression);
    if (!answer) return;
    if ("problem" in answer) {
      // the text is no filter, but perhaps words for which just one filter is offered
      if (ready !== undefined) return this.take(ready);
      this.typed.refuse(answer.problem);
      this.input.setSelectionRange(answer.problem.start, answer.problem.end);
      return;
    }
    this.tellFiltered(expression);
    void this.typed.check();
    await this.memory.keep((kept) => used(kept, expression));
  }

  /** Runs the filter in force again, since it may show other packets now. */
  async applyAgain(): Promise<void> {
    const { expression } = this;
    if (await this.run.start(expression)) this.tellFiltered(expression);
  }

  private tellFiltered(expression: string): void {
    this.dispatchEvent(new CustomEvent("filtered", { detail: { expression, shown: this.run.shown } }));
  }

  private renderButtons() {
    const { typed, run } = this;
    const text = typed.text.trim();
    const isSaved = this.memory.kept.saved.includes(text);
    return filterButtons({
      isRunning: run.isRunning,
      canBeSaved: text !== "" && !typed.problem,
      isSaved,
      canBeCleared: this.expression !== "" || typed.text !== "",
      cancel: () => void this.cancel(),
      toggleSaved: () => void this.memory.keep((kept) => (isSaved ? unsave : save)(kept, text)),
      openHistory: () => this.openHistory(),
      clear: () => void this.clear(),
    });
  }

  /** What can be chosen now. */
  private offers(): readonly Offer[] {
    if (this.isHistoryOpen) {
      const { saved, recent } = this.memory.kept;
      return [
        ...saved.map((text): Offer => ({ text, icon: "star-full", label: messages["editor.filter.saved"] })),
        ...recent.map((text): Offer => ({ text, icon: "history" })),
      ];
    }
    return this.offered.items;
  }

  private onInput(): void {
    this.write(this.input.value);
    void this.typed.check();
    void this.complete();
  }

  /** Moves the marks along with the text. */
  private follow(): void {
    this.under.scrollLeft = this.input.scrollLeft;
  }

  private write(text: string): void {
    if (this.input.value !== text) this.input.value = text;
    this.typed.write(text);
    this.isHistoryOpen = false;
  }

  private async complete(): Promise<void> {
    const { value, selectionStart } = this.input;
    const before = await this.offered.ask(value, selectionStart ?? value.length);
    if (!before) return;
    // whoever was choosing goes on with the same word
    const chosen = before[this.choice]?.text;
    this.choice = chosen === undefined ? -1 : this.offered.items.findIndex(({ text }) => text === chosen);
  }

  private accept(index: number): void {
    if (this.isHistoryOpen) {
      const { text } = this.offers()[index];
      this.close();
      void this.take(text);
      return;
    }
    const { input } = this;
    const written = this.offered.writes(index, input.value, input.selectionStart ?? input.value.length);
    if (!written) return;
    this.close();
    input.setRangeText(written.text, written.start, written.end, "end");
    this.onInput();
  }

  private onKey(event: KeyboardEvent): void {
    const action = keyAction(event, {
      offers: this.offers().length,
      choice: this.choice,
      isEmpty: this.typed.text === "",
      isRunning: this.run.isRunning,
      choose: (index) => this.choose(index),
      accept: () => this.accept(this.choice),
      forget: this.isHistoryOpen ? () => void this.forget(this.offers()[this.choice].text) : undefined,
      openHistory: () => this.openHistory(),
      close: () => this.close(),
      cancel: () => void this.cancel(),
      enter: () => this.enter(),
    });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  /** Takes what is written; or what was probably meant, if that is shown already. */
  private enter(): void {
    const { meant } = this.typed;
    void (meant === undefined ? this.apply() : this.take(meant));
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
    void this.memory.recall();
  }

  private close(): void {
    this.offered.close();
    this.isHistoryOpen = false;
    this.choice = -1;
  }

  private async cancel(): Promise<void> {
    await this.run.cancel();
    this.input.focus();
  }

  private async clear(): Promise<void> {
    this.write("");
    await this.apply();
    this.input.focus();
  }

  private async forget(expression: string): Promise<void> {
    await this.memory.keep((kept) => forget(kept, expression));
    this.choice = Math.min(this.choice, this.offers().length - 1);
  }
}
