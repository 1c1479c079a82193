import { html, nothing } from "lit";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowWindow } from "../../view/flow/flowWindow";
import type { FlowSum } from "../../view/flow/sum";
import { lookOf } from "../../view/onScreen/markLooks";
import { words } from "../language";
import { sentenceOf } from "../packet/sentence";

/** What is remarkable about the selected segment, and its arithmetic. */
export const sumTold = ({ frame, marks, lines }: FlowSum) =>
  html`<div aria-live="polite">
    ${marks.length > 0 ? html`<div class="marks">${marks.map(markTold)}</div>` : nothing}
    <div class="sum">
      <h3>${say(words, "sum.of", { frame })}</h3>
      ${lines.map(({ kind, text }) => html`<p class=${kind}>${text}</p>`)}
    </div>
  </div>`;

const markTold = ({ mark, text }: FlowSum["marks"][number]) =>
  html`<p><b>${lookOf(mark).icon} ${words.messages[`markName.${mark}`]}</b> ${sentenceOf(text)}</p>`;

/** What happened to the connection, and what the capture tells about the path of its segments. */
export function storyTold({ parts, path: { oneWay, captured }, hasAssumed }: FlowWindow) {
  const { messages } = words;
  const delay =
    oneWay === undefined ? messages["ladder.delay.unknown"] : say(words, "ladder.delay", { span: formatDuration(oneWay) });
  return html`
    ${parts.map(({ kind, text }) => html`<p class="part"><b>${messages[`flow.part.${kind}`]}</b> ${sentenceOf(text)}</p>`)}
    <p class="path">${delay} ${messages[`ladder.captured.${captured ?? "unknown"}`]}${hasAssumed ? ` ${messages["flow.assumed"]}` : ""}</p>
  `;
}
