import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { say } from "../../text/words";
import type { SendWindow } from "../../view/flow/sendWindow";
import type { NumberKind } from "../../view/onScreen/editorState";
import { engine } from "../host";
import { words } from "../language";
import { styled } from "../styled";
import { sendWindowsStyles } from "./sendWindowsStyles";

/** Percent of the bar for what is acknowledged, and for what must wait: both go on beyond the bar's ends. */
const margin = 14;

/** The sliding window of each end after the selected packet: what is acknowledged, in flight, may follow and must wait. */
@customElement("wirenote-send-windows")
export class SendWindows extends LitElement {
  static override readonly styles = sendWindowsStyles;

  @property({ type: Number }) stream = -1;
  @property({ type: Number }) selected = 0;
  @property({ type: Number }) version = 0;
  @property() numbers: NumberKind = "relative";
  @state() private windows: readonly SendWindow[] | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (["stream", "selected", "version", "numbers"].some((name) => changed.has(name))) void this.learn();
  }

  override render() {
    const { windows } = this;
    if (!windows) return nothing;
    if (windows.length === 0) return html`<p class="unknown">${words.messages["window.unknown"]}</p>`;
    return html`<div class="windows" role="group" tabindex="0" aria-label=${words.messages["flowPane.window"]}>
      ${windows.map(told)}
      <p class="congestion">${words.messages["window.congestion"]}</p>
    </div>`;
  }

  private async learn(): Promise<void> {
    const { stream, selected, numbers } = this;
    if (stream < 0 || selected === 0) return;
    const windows = await engine.sendWindows(stream, numbers, selected);
    if (stream === this.stream && selected === this.selected && numbers === this.numbers) this.windows = windows;
  }
}

const roleOf = (end: SendWindow["sender"]): string => words.messages[`ladder.${end}`];

function told(window: SendWindow) {
  const sender = roleOf(window.sender);
  const peer = roleOf(window.sender === "client" ? "server" : "client");
  const { window: bytes, toldBy, isScaled } = window;
  const remark = remarkOn(window, { sender, peer });
  return html`<section>
    <h3>${say(words, "window.of", { sender, peer })}</h3>
    <p class="told">
      ${say(words, "window.told", { peer, window: bytes, frame: toldBy })}${isScaled ? nothing : html`<br />${words.messages["window.unscaled"]}`}
    </p>
    ${drawn(window)} ${listed(window)} ${remark ? html`<p class="remark">${remark}</p>` : nothing}
  </section>`;
}

function remarkOn({ window, usable, beyond }: SendWindow, ends: { sender: string; peer: string }): string | undefined {
  const closed = window === 0 ? say(words, "window.closed", ends) : undefined;
  if (beyond > 0) return [closed, say(words, "window.beyond", { bytes: beyond })].filter(Boolean).join(" ");
  return closed ?? (usable === 0 ? say(words, "window.full", ends) : undefined);
}

/**
 * The bar of a window, in proportion except for its two ends, and relative to the largest window so far, so that a window that has partly
 * closed is shorter. The list below says the same in words.
 */
function drawn({ acked, next, edge, widest }: SendWindow) {
  const sent = (next - acked) >>> 0;
  // the distance is negative if the window ends before what was acknowledged
  const open = Math.max(0, (edge - acked) | 0);
  const all = Math.max(sent, open, widest);
  const share = (bytes: number) => `${all === 0 ? 0 : (bytes / all) * (100 - 2 * margin)}%`;
  const usable = Math.max(0, open - sent);
  return html`<div class="drawing" aria-hidden="true">
    <div class="edges">
      <div class="bracket" ${styled({ left: `${margin}%`, width: share(open) })}></div>
    </div>
    <div class="bar">
      <span class="acked" ${styled({ width: `${margin}%` })}></span>
      ${sent === 0 && open === 0 ? html`<span class="shut"></span>` : nothing}
      ${sent > 0 ? html`<span class="flight" ${styled({ width: share(sent) })}></span>` : nothing}
      ${usable > 0 ? html`<span class="usable" ${styled({ width: share(usable) })}></span>` : nothing}
      <span class="waits" ${styled({ flex: "1" })}></span>
    </div>
  </div>`;
}

function listed({ acked, next, edge, inFlight, usable }: SendWindow) {
  const row = (name: "acked" | "flight" | "usable" | "waits", text: string) =>
    html`<span class="sign ${name}" aria-hidden="true"></span><dt>${words.messages[`window.${name}`]}</dt><dd>${text}</dd>`;
  return html`<dl>
    ${row("acked", say(words, "window.upTo", { number: acked }))}
    ${row("flight", say(words, "window.bytesUpTo", { bytes: inFlight, number: next }))}
    ${row("usable", say(words, "window.bytesUpTo", { bytes: usable, number: usable > 0 ? edge : next }))}
    ${row("waits", say(words, "window.from", { number: usable > 0 ? edge : next }))}
  </dl>`;
}
