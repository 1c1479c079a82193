import { css, html, nothing } from "lit";
import type { CaptureSummary } from "../engine/contract/reading";
import type { Instead } from "../engine/pageContract";
import { host } from "./host";
import { words } from "./language";
import { loadAgainButton, stoppedText } from "./notices";

export const isEmpty = ({ complete, packets }: CaptureSummary): boolean => complete && packets === 0;

/** What replaces the panes for a file without packets: why there are none, and as what else it can be opened. */
export function nothingToShow(summary: CaptureSummary) {
  const { problem, stopped } = summary;
  return html`<div class="nothing-to-show">
    <vscode-icon name=${problem ? "warning" : "info"} size="40" aria-hidden="true"></vscode-icon>
    <p role="status">${problem ?? (stopped ? stoppedText(summary) : words.messages["editor.empty"])}</p>
    ${problem ? html`<div>${waysOf(summary).map(button)}</div>` : stopped ? loadAgainButton() : nothing}
  </div>`;
}

const waysOf = ({ isText }: CaptureSummary): readonly Instead[] => (isText ? ["textPackets", "text"] : ["other"]);

/** A button for another way to open the file; the first is most likely meant. */
const button = (way: Instead, index: number) =>
  html`<button class="button ${index === 0 ? "primary" : ""}" @click=${() => void host.openInstead(way)}>${words.messages[`editor.instead.${way}`]}</button>`;

/** Looks like VS Code's own editors when they cannot show a file. */
export const nothingToShowStyles = css`
  .nothing-to-show {
    display: grid;
    grid-row: 1 / -1;
    gap: 12px;
    align-content: center;
    justify-items: center;
    min-height: 0;
    padding: 12px;
    overflow: auto;
    text-align: center;
  }
  .nothing-to-show vscode-icon {
    color: var(--vscode-descriptionForeground);
  }
  .nothing-to-show p {
    max-width: 64ch;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .nothing-to-show div {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }
  .nothing-to-show .button {
    padding: 4px 12px;
  }
`;
