import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import { html } from "lit";

/** A button above a pane: `name` tells it from the others. */
export function toolButton(name: string, icon: string, label: string, onClick: () => void) {
  return html`<vscode-toolbar-button class=${name} icon=${icon} label=${label} title=${label} @click=${onClick}></vscode-toolbar-button>`;
}
