import { html, type TemplateResult } from "lit";
import { type SentencePart, sentenceParts } from "../../view/onScreen/sentenceParts";

/** An explanation with its emphasis; every part is text of its own, never HTML. */
export function sentenceOf(text: string): TemplateResult {
  return html`${sentenceParts(text).map(drawn)}`;
}

function drawn({ kind, text, href }: SentencePart) {
  switch (kind) {
    case "strong":
      return html`<strong>${text}</strong>`;
    case "code":
      return html`<code>${text}</code>`;
    case "link":
      return html`<a href=${href!}>${text}</a>`;
    default:
      return text;
  }
}
