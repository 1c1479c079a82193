import { html } from "lit";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowWindow } from "../../view/flow/flowWindow";
import type { FlowSum } from "../../view/flow/sum";
import { words } from "../language";

/** The arithmetic of the selected segment. */
export const sumTold = ({ frame, lines }: FlowSum) =>
  html`<div class="sum" aria-live="polite">
    <h3>${say(words, "sum.of", { frame })}</h3>
    ${lines.map(({ kind, text }) => html`<p class=${kind}>${text}</p>`)}
  </div>`;

/** What happened to its connection, and what the capture tells of the way that segments went. */
export function storyTold({ parts, path: { oneWay, captured }, hasAssumed }: FlowWindow) {
  const { messages } = words;
  const delay =
    oneWay === undefined ? messages["ladder.delay.unknown"] : say(words, "ladder.delay", { span: formatDuration(oneWay) });
  return html`
    ${parts.map(({ kind, text }) => html`<p class="part"><b>${messages[`flow.part.${kind}`]}</b> ${text}</p>`)}
    <p class="path">${delay} ${messages[`ladder.captured.${captured?.at ?? "unknown"}`]}${hasAssumed ? ` ${messages["flow.assumed"]}` : ""}</p>
  `;
}
