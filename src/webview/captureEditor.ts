import "@vscode-elements/elements/dist/vscode-icon/index.js";
import "@vscode-elements/elements/dist/vscode-progress-bar/index.js";
import "./flow/flowPane";
import "./packetList";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { CaptureSummary } from "../engine/contract";
import { say } from "../text/words";
import type { PacketRow } from "../view/packetRow";
import { engine, onProgress } from "./host";
import { words } from "./language";

/** The editor: the packet list at the left, the selected connection's flow at the right. */
@customElement("wirenote-editor")
export class CaptureEditor extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family);
      color: var(--vscode-foreground);
      background: var(--vscode-editor-background);
    }
    .panes {
      display: grid;
      grid-template-columns: minmax(0, 1.5fr) minmax(360px, 1fr);
      min-height: 0;
    }
    section {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-width: 0;
      min-height: 0;
    }
    section + section {
      border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    h2 {
      display: flex;
      align-items: center;
      gap: 8px;
      height: 35px;
      margin: 0;
      padding: 0 12px;
      font-size: 11px;
      font-weight: 600;
      text-transform: uppercase;
      color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
      border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    h2 small {
      font-size: inherit;
      font-weight: normal;
      text-transform: none;
      color: var(--vscode-descriptionForeground);
    }
    .notice {
      display: flex;
      gap: 6px;
      align-items: center;
      margin: 0;
      padding: 6px 12px;
      border: 1px solid var(--vscode-inputValidation-warningBorder);
      color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
      background: var(--vscode-inputValidation-warningBackground);
    }
    .empty {
      padding: 12px;
      color: var(--vscode-descriptionForeground);
    }
    @media (max-width: 760px) {
      .panes {
        grid-template: minmax(0, 1fr) minmax(0, 1.2fr) / minmax(0, 1fr);
      }
      section + section {
        border-left: none;
        border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
      }
    }
  `;

  @state() private summary: CaptureSummary | undefined;
  @state() private selected: PacketRow | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    onProgress((summary) => this.take(summary));
    void engine.summary().then((summary) => this.take(summary));
  }

  override render() {
    const { summary } = this;
    return html`
      <div role="status">
        ${summary && !summary.complete ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}
        ${summary?.problem ? html`<p class="notice"><vscode-icon name="warning" aria-hidden="true"></vscode-icon> ${summary.problem}</p>` : nothing}
      </div>
      <main class="panes">
        <section aria-label=${words.messages["editor.packets"]}>
          <h2>${words.messages["editor.packets"]} <small>${this.countText()}</small></h2>
          ${this.renderPackets()}
        </section>
        <section aria-label=${words.messages["editor.flow"]}>
          <h2>${words.messages["editor.flow"]}</h2>
          ${this.renderFlow()}
        </section>
      </main>
    `;
  }

  private renderPackets() {
    if (this.summary?.complete && this.summary.packets === 0) return html`<p class="empty">${words.messages["editor.empty"]}</p>`;
    return html`<wirenote-packet-list
      .count=${this.summary?.packets ?? 0}
      .selected=${this.selected?.number ?? 0}
      .stream=${this.selected?.stream ?? -1}
      @packet-selected=${(event: CustomEvent<PacketRow>) => this.select(event.detail)}
    ></wirenote-packet-list>`;
  }

  private renderFlow() {
    if (!this.selected) return nothing;
    if (this.selected.stream === undefined) return html`<p class="empty">${words.messages["editor.noConnection"]}</p>`;
    return html`<wirenote-flow
      .stream=${this.selected.stream}
      .selected=${this.selected.number}
      .version=${this.summary?.complete ? 1 : 0}
      @packet-chosen=${(event: CustomEvent<number>) => void this.selectNumber(event.detail)}
    ></wirenote-flow>`;
  }

  private countText(): string {
    const { summary } = this;
    if (!summary) return "";
    if (!summary.complete) return say(words, "editor.loading", { percent: Math.floor(summary.read * 100) });
    return say(words, "editor.count", { packets: summary.packets });
  }

  private take(summary: CaptureSummary): void {
    this.summary = summary;
    if (!this.selected && summary.packets > 0) void this.selectNumber(1);
  }

  private async selectNumber(number: number): Promise<void> {
    const [row] = await engine.rows(number - 1, 1);
    if (row) this.select(row);
  }

  private select(row: PacketRow): void {
    this.selected = row;
  }
}
