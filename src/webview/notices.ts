import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { CaptureSummary } from "../engine/contract/reading";
import type { EditorHost, FileFate, HostEvents } from "../engine/pageContract";
import { formatCount } from "../text/value";
import { say } from "../text/words";
import { host } from "./host";
import { words } from "./language";

/** What has become of the file since it was opened. */
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
    // something may have happened while the page was not there to be told
    void this.host.fileFate().then((fate) => this.take(fate));
  }

  private take(fate: FileFate): void {
    this.fate = fate;
    this.editor.requestUpdate();
  }
}

/** What has to be said of the file besides its packets: where it is damaged, whether all of it is shown, and whether it has changed. */
export function notices(summary: CaptureSummary | undefined, fate: FileFate) {
  const { messages } = words;
  const stopped = summary?.complete && summary.stopped;
  return html`<div role="status">
    ${summary?.problem === undefined ? nothing : notice("warning", summary.problem)}
    ${stopped ? notice("info", stoppedText(summary), loadAgainButton()) : nothing}
    ${fate === "same" ? nothing : notice("info", messages[`editor.file.${fate}`], fate === "changed" && !stopped ? loadAgainButton() : nothing)}
  </div>`;
}

export const stoppedText = ({ packets }: CaptureSummary): string =>
  say(words, "editor.stopped", { packets: formatCount(packets) });

/** Loads the file again, in all pages that show it. */
export const loadAgainButton = () =>
  html`<button class="button" @click=${() => void host.loadAgain()}>${words.messages["editor.loadAgain"]}</button>`;

const notice = (kind: "warning" | "info", text: string, act: unknown = nothing) =>
  html`<p class="notice ${kind}"><vscode-icon name=${kind} aria-hidden="true"></vscode-icon><span>${text}</span>${act}</p>`;
