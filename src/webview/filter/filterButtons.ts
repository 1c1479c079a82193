import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import { html, nothing } from "lit";
import { words } from "../language";

/** What the buttons beside the filter box can do. */
export interface FilterButtons {
  readonly isRunning: boolean;
  readonly canBeSaved: boolean;
  readonly isSaved: boolean;
  readonly canBeCleared: boolean;
  cancel(): void;
  toggleSaved(): void;
  openHistory(): void;
  clear(): void;
}

const { messages } = words;

export function filterButtons({ isRunning, canBeSaved, isSaved, canBeCleared, ...acts }: FilterButtons) {
  if (isRunning) return button("stop-circle", messages["editor.filter.cancel"], acts.cancel);
  const star = button(
    isSaved ? "star-full" : "star-empty",
    messages[isSaved ? "editor.filter.unsave" : "editor.filter.save"],
    acts.toggleSaved,
  );
  const clear = button("clear-all", messages["editor.filter.clear"], acts.clear);
  return html`${canBeSaved ? star : nothing}${button("history", messages["editor.filter.history"], acts.openHistory)}${canBeCleared ? clear : nothing}`;
}

/** A button that leaves the focus in the input. */
const button = (icon: string, label: string, act: () => void) =>
  html`<vscode-toolbar-button icon=${icon} label=${label} title=${label} @pointerdown=${(event: Event) => event.preventDefault()} @click=${act}></vscode-toolbar-button>`;
