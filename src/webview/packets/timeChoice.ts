import { html, type TemplateResult } from "lit";
import type { ListState } from "../../view/onScreen/listState";
import { type TimeKind, timeKinds } from "../../view/onScreen/rowLook";
import { words } from "../language";

/** A choice in the toolbar of which times the list shows. */
export function timeChoice({ time, references }: ListState, choose: (time: TimeKind) => void): TemplateResult {
  const { messages } = words;
  const isCountedAnew = time === "relative" && references.length > 0;
  return html`<select
    class="times"
    aria-label=${messages["list.time"]}
    title=${messages[`list.time.${isCountedAnew ? "anew" : time}`]}
    @change=${(event: Event) => choose(timeKinds[(event.currentTarget as HTMLSelectElement).selectedIndex])}
  >
    ${timeKinds.map((kind) => html`<option ?selected=${kind === time}>${messages[`list.time.${kind}.head`]}</option>`)}
  </select>`;
}
