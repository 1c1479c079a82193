import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { EditorHost, FileFate, HostEvents } from "../engine/pageContract";
import { words } from "./language";

/** What became of the file since it was opened. */
export class FateOfFile implements ReactiveController {
  fate: FileFate = "same";

  constructor(
    private readonly editor: ReactiveControllerHost,
    private readonly host: Pick<EditorHost, "fileFate">,
    onFate: (told: HostEvents["fileIs"]) => void,
  ) {
    editor.addController(this);
    onFate((fate) => this.take(fate));
  }

  hostConnected(): void {
    // it may have happened while nobody looked
    void this.host.fileFate().then((fate) => this.take(fate));
  }

  private take(fate: FileFate): void {
    this.fate = fate;
    this.editor.requestUpdate();
  }
}

/** What has to be known of the file beside its packets: where it is damaged, and whether it is still as it is shown. */
export function notices(problem: string | undefined, fate: FileFate, loadAgain: () => void) {
  const { messages } = words;
  const button = html`<button class="button" @click=${loadAgain}>${messages["editor.loadAgain"]}</button>`;
  return html`<div role="status">
    ${problem === undefined ? nothing : notice("warning", problem)}
    ${fate === "same" ? nothing : notice("info", messages[`editor.file.${fate}`], fate === "changed" ? button : nothing)}
  </div>`;
}

const notice = (kind: "warning" | "info", text: string, act: unknown = nothing) =>
  html`<p class="notice ${kind}"><vscode-icon name=${kind} aria-hidden="true"></vscode-icon><span>${text}</span>${act}</p>`;
