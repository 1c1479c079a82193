import { html } from "lit";
import type { FilterRefusal } from "../../engine/contract/filter";
import { say } from "../../text/words";
import { words } from "../language";

export type Problem = FilterRefusal["problem"];

/** The text again, invisible, with a line under what is wrong. */
export function underlined(typed: string, problem: Problem | undefined) {
  if (!problem) return html`<div class="under" aria-hidden="true"></div>`;
  // a problem at the very end has no character of its own
  const place = typed.slice(problem.start, problem.end) || " ";
  return html`<div class="under" aria-hidden="true">${typed.slice(0, problem.start)}<mark>${place}</mark>${typed.slice(problem.end)}</div>`;
}

/** What is wrong, in words, and what was probably meant, which a click takes. */
export function toldProblem({ text, instead }: Problem, take: (expression: string) => void) {
  const [complaint, ...help] = text.split("\n");
  if (instead === undefined) return html`<div class="popup problem" role="alert">${text}</div>`;
  const onDown = (event: Event) => {
    event.preventDefault();
    take(instead);
  };
  return html`<div class="popup problem" role="alert">${complaint}<button class="button" title=${help.join("\n")} @pointerdown=${onDown}>${say(words, "filter.instead", { expression: instead })}<kbd aria-hidden="true">⏎</kbd></button></div>`;
}
