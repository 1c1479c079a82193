import { html, type TemplateResult } from "lit";
import { type NumberKind, numberKinds } from "../view/onScreen/editorState";
import { words } from "./language";

/** Whether sequence numbers are counted from a connection's first, or are those on the wire. */
export function numberChoice(chosen: NumberKind, choose: (kind: NumberKind) => void): TemplateResult {
  const label = words.messages["editor.numbers"];
  return html`<div class="choice" role="group" aria-label=${label} title=${label}>
    ${numberKinds.map(
      (kind) =>
        html`<button aria-pressed=${kind === chosen} @click=${() => choose(kind)}>${words.messages[`editor.numbers.${kind}`]}</button>`,
    )}
  </div>`;
}
