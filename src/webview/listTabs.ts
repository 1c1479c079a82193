import { html, type TemplateResult } from "lit";
import type { CaptureSummary } from "../engine/contract/reading";
import { formatCount } from "../text/value";
import { say } from "../text/words";
import { type Listed, listedKinds } from "../view/onScreen/editorState";
import { words } from "./language";
import { onTabKey } from "./tabs";

const names = {
  packets: "editor.packets",
  connections: "connectionList.tab",
  trouble: "troubleList.tab",
  overTime: "overTime.tab",
} as const;

/** Tabs for what is listed: packets, connections, trouble or the capture over time; and how many packets or connections there are. */
export function listTabs(listed: Listed, summary: CaptureSummary | undefined, choose: (listed: Listed) => void): TemplateResult {
  return html`<div class="title tabs">
    <div role="tablist" aria-label=${words.messages["connectionList.tabs"]} @keydown=${onTabKey}>
      ${listedKinds.map(
        (kind) =>
          html`<button
            role="tab"
            id=${`list-${kind}`}
            aria-selected=${kind === listed}
            tabindex=${kind === listed ? 0 : -1}
            @click=${() => choose(kind)}
          >
            ${words.messages[names[kind]]}
          </button>`,
      )}
    </div>
    <small>${summary ? countOf(listed, summary) : ""}</small>
  </div>`;
}

const countOf = (listed: Listed, { packets, connections }: CaptureSummary): string =>
  listed === "connections"
    ? say(words, "scope.several", { connections: formatCount(connections) })
    : say(words, "editor.count", { packets: formatCount(packets) });
