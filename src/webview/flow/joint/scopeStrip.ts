import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatCount } from "../../../text/value";
import { say } from "../../../text/words";
import type { JointSummary } from "../../../view/flow/joint/jointFlow";
import type { SeveralScope } from "../../../view/onScreen/flowScope";
import { buttonStyles } from "../../buttons";
import { words } from "../../language";

/** Says which connections the flow shows and how many, and leads to others, or from several back to one. */
@customElement("wirenote-flow-scope")
export class ScopeStrip extends LitElement {
  static override readonly styles = [
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        align-items: center;
        font-size: 11px;
        color: var(--vscode-descriptionForeground);
      }
      .button {
        min-height: 24px;
      }
      .extent {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .beyond {
        flex-basis: 100%;
        margin: 0;
      }
    `,
  ];

  /** The connection of the selected packet; -1 where it has none. */
  @property({ type: Number }) stream = -1;
  @property({ type: Boolean }) isSeveral = false;
  /** The several connections that were shown before the single one. */
  @property({ attribute: false }) shownBefore: SeveralScope | undefined;
  /** The summary of several connections, once it is known. */
  @property({ attribute: false }) joint: JointSummary | undefined;

  override render() {
    const { stream, isSeveral } = this;
    const joint = isSeveral ? this.joint : undefined;
    return html`
      ${this.choice()}
      <span class="extent" role="status">
        ${joint ? say(words, "joint.extent", { hosts: joint.lifelines.length, segments: formatCount(joint.segments) }) : ""}
      </span>
      ${
        isSeveral && stream >= 0
          ? html`<button class="button only" title=${say(words, "joint.only.title", { stream })} @click=${() => this.tell("one-wanted")}>
            ${say(words, "joint.only", { stream })}
          </button>`
          : nothing
      }
      ${!isSeveral && this.shownBefore ? this.wayBack(this.shownBefore) : nothing}
      ${joint && joint.beyond > 0 ? html`<p class="beyond">${say(words, "joint.beyond", { connections: joint.beyond })}</p>` : nothing}
    `;
  }

  private choice() {
    const one = words.messages[this.stream < 0 ? "scope.none" : "scope.one"];
    const scope = this.isSeveral ? say(words, "scope.several", { connections: this.joint?.connections ?? 0 }) : one;
    const label = say(words, "scope.button", { scope });
    return html`<button class="button scope" aria-haspopup="dialog" aria-label=${label} title=${label} @click=${() => this.tell("others-wanted")}>
      ${scope} <span aria-hidden="true">▾</span>
    </button>`;
  }

  private wayBack(before: SeveralScope) {
    const back = () => this.dispatchEvent(new CustomEvent<SeveralScope>("scope-wanted", { detail: before }));
    return html`<button class="button way-back" @click=${back}>${words.messages["scope.back"]}</button>`;
  }

  private tell(name: "one-wanted" | "others-wanted"): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
