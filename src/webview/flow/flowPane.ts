import "./ladder";
import "./stateDiagram";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowView, FlowWindow } from "../../view/flow/flowWindow";
import type { FlowSum } from "../../view/flow/sum";
import { engine } from "../host";
import { words } from "../language";

const choices = {
  notation: ["wireshark", "tcpdump", "stevens"],
  numbers: ["relative", "raw"],
  time: ["even", "proportional"],
} as const;

const tabs = ["ladder", "diagram"] as const;

/** The selected connection: its ladder, with how it is drawn, and what is said of it. */
@customElement("wirenote-flow")
export class FlowPane extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) fit-content(30%);
      min-height: 0;
      overflow: hidden;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
      padding: 4px 10px;
      font-size: 11px;
      border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    .panel {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      min-height: 0;
    }
    .tabs {
      display: flex;
      gap: 10px;
      margin-right: auto;
    }
    [role="tab"] {
      padding: 3px 0;
      font: inherit;
      color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
      background: none;
      border: none;
      border-bottom: 1px solid transparent;
      cursor: pointer;
    }
    [role="tab"][aria-selected="true"] {
      color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
      border-bottom-color: var(--vscode-panelTitle-activeBorder, currentcolor);
    }
    [role="tab"]:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    select {
      max-width: 14ch;
      padding: 1px 2px;
      font: inherit;
      color: var(--vscode-dropdown-foreground);
      background: var(--vscode-dropdown-background);
      border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
      border-radius: 2px;
    }
    select:focus-visible,
    input:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    label {
      display: flex;
      gap: 4px;
      align-items: center;
      white-space: nowrap;
    }
    .told {
      min-height: 0;
      overflow: auto;
      padding: 6px 12px;
      font-size: 12px;
      line-height: 1.45;
      border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    .told p {
      margin: 0 0 3px;
    }
    .sum {
      margin-bottom: 6px;
      padding-left: 9px;
      border-left: 3px solid var(--vscode-charts-blue);
    }
    h3 {
      margin: 0 0 2px;
      font-size: inherit;
    }
    .told b {
      font-weight: 600;
    }
    .told .path {
      color: var(--vscode-descriptionForeground);
    }
  `;

  @property({ type: Number }) stream = -1;
  @property({ type: Number }) selected = 0;
  /** Whatever changes with what is known of the capture. */
  @property({ type: Number }) version = 0;
  @state() private view: FlowView = { notation: "wireshark", numbers: "relative", time: "even", folds: true, unfolded: [] };
  @state() private tab: (typeof tabs)[number] = "ladder";
  @state() private whole: FlowWindow | undefined;
  @state() private sum: FlowSum | undefined;

  override render() {
    return html`
      <div class="tools">
        ${this.tabs()}
        ${this.tab === "ladder" ? this.drawingChoices() : nothing}
      </div>
      <div class="panel" role="tabpanel" aria-label=${words.messages[`flowPane.${this.tab}`]}>${this.panel()}</div>
      <div class="told" role="region" tabindex="0" aria-label=${words.messages["flowPane.story"]}>${this.told()}</div>
    `;
  }

  private panel() {
    const { stream, selected, version } = this;
    if (this.tab === "diagram")
      return html`<wirenote-state-diagram .stream=${stream} .selected=${selected} .version=${version}></wirenote-state-diagram>`;
    return html`<wirenote-ladder
        .stream=${this.stream}
        .view=${this.view}
        .selected=${this.selected}
        .version=${this.version}
        @run-toggled=${(event: CustomEvent<number>) => this.toggle(event.detail)}
      ></wirenote-ladder>`;
  }

  private drawingChoices() {
    return html`${this.choice("notation")} ${this.choice("numbers")} ${this.choice("time")}
        <label>
          <input type="checkbox" .checked=${this.view.folds} @change=${this.onFolds} />
          ${words.messages["flowPane.folds"]}
        </label>`;
  }

  private tabs() {
    const choose = (tab: (typeof tabs)[number]) => {
      this.tab = tab;
    };
    const onKey = async (event: KeyboardEvent) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      choose(tabs[(tabs.indexOf(this.tab) + 1) % tabs.length]);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
    };
    return html`<div class="tabs" role="tablist" aria-label=${words.messages["flowPane.tabs"]} @keydown=${onKey}>
      ${tabs.map((tab) => {
        const isOn = tab === this.tab;
        return html`<button role="tab" aria-selected=${isOn} tabindex=${isOn ? 0 : -1} @click=${() => choose(tab)}>
          ${words.messages[`flowPane.${tab}`]}
        </button>`;
      })}
    </div>`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("selected") || changed.has("view") || changed.has("version")) void this.addUp();
    if (changed.has("stream")) this.view = { ...this.view, unfolded: [] };
    if (changed.has("stream") || changed.has("version")) void this.learn();
  }

  /** What is said of the connection as a whole. */
  private async learn(): Promise<void> {
    const { stream, view } = this;
    if (stream < 0) return;
    const whole = await engine.flow(stream, view, 0, 0);
    if (stream === this.stream) this.whole = whole;
  }

  private async addUp(): Promise<void> {
    const { stream, selected, view } = this;
    if (stream < 0 || selected === 0) return;
    const sum = await engine.sum(stream, view.numbers, selected);
    if (stream === this.stream && selected === this.selected) this.sum = sum;
  }

  private choice<Name extends keyof typeof choices>(name: Name) {
    const choose = (event: Event) => {
      this.view = { ...this.view, [name]: (event.target as HTMLSelectElement).value };
    };
    const options: readonly (typeof choices)[Name][number][] = choices[name];
    return html`<select aria-label=${words.messages[`flowPane.${name}`]} title=${words.messages[`flowPane.${name}`]} @change=${choose}>
      ${options.map((option) => {
        const text = words.messages[`flowPane.${name}.${option}` as "flowPane.time.even"];
        return html`<option value=${option} ?selected=${this.view[name] === option}>${text}</option>`;
      })}
    </select>`;
  }

  private readonly onFolds = (event: Event): void => {
    this.view = { ...this.view, folds: (event.target as HTMLInputElement).checked, unfolded: [] };
  };

  private toggle(frame: number): void {
    const { unfolded } = this.view;
    const others = unfolded.filter((each) => each !== frame);
    this.view = { ...this.view, unfolded: others.length < unfolded.length ? others : [...unfolded, frame] };
  }

  private told() {
    const { whole } = this;
    if (!whole) return "";
    const { oneWay, captured } = whole.path;
    const delay =
      oneWay === undefined
        ? words.messages["ladder.delay.unknown"]
        : say(words, "ladder.delay", { span: formatDuration(oneWay) });
    const { sum } = this;
    return html`
      ${
        sum &&
        html`<div class="sum" aria-live="polite">
          <h3>${say(words, "sum.of", { frame: sum.frame })}</h3>
          ${sum.lines.map(({ kind, text }) => html`<p class=${kind}>${text}</p>`)}
        </div>`
      }
      ${whole.parts.map(({ kind, text }) => html`<p class="part"><b>${words.messages[`flow.part.${kind}`]}</b> ${text}</p>`)}
      <p class="path">${delay} ${words.messages[`ladder.captured.${captured?.at ?? "unknown"}`]}${whole.hasAssumed ? ` ${words.messages["flow.assumed"]}` : ""}</p>
    `;
  }
}
