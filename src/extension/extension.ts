import * as vscode from "vscode";
import { CaptureEditorProvider } from "./captureEditor";
import { DumpHoverProvider, explainDump } from "./dumpHover";

export function activate(context: vscode.ExtensionContext): void {
  const captureEditors = new CaptureEditorProvider(context.extensionUri);
  context.subscriptions.push(
    ...CaptureEditorProvider.viewTypes.map((viewType) =>
      vscode.window.registerCustomEditorProvider(viewType, captureEditors, { supportsMultipleEditorsPerDocument: true }),
    ),
    vscode.languages.registerHoverProvider({ pattern: "**" }, new DumpHoverProvider()),
    vscode.commands.registerCommand("wirenote.explainDump", explainDump),
  );
}
