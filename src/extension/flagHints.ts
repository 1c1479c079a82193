import * as vscode from "vscode";
import { flagHints } from "../view/flagHints";
import type { DumpDocuments } from "./dumpDocument";
import type { StartLayers } from "./startLayers";

const setting = "wirenote.dumps.flagHints";

/** Says behind a flags word which flags it sets: `8010 ◂ ACK`. */
export class FlagHintsProvider implements vscode.InlayHintsProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(
    private readonly dumps: DumpDocuments,
    startLayers: StartLayers,
    subscriptions: vscode.Disposable[],
  ) {
    subscriptions.push(
      startLayers.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(setting) && this.changed.fire()),
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    if (!vscode.workspace.getConfiguration(undefined, document).get(setting)) return [];
    return this.dumps.within(document, range).flatMap(({ dump, packet }) =>
      flagHints(dump, packet).map(({ line, column, text }) => {
        const hint = new vscode.InlayHint(new vscode.Position(line, column), text);
        hint.paddingLeft = true;
        return hint;
      }),
    );
  }
}
