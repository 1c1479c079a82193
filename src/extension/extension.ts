import * as vscode from "vscode";
import { CaptureEditorProvider } from "./captureEditor";
import { DumpHoverProvider, explainDump } from "./dumpHover";

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(CaptureEditorProvider.viewType, new CaptureEditorProvider(context.extensionUri), {
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.languages.registerHoverProvider({ pattern: "**" }, new DumpHoverProvider()),
    vscode.commands.registerCommand("wirenote.explainDump", explainDump),
  );
}
