import * as vscode from "vscode";
import { registerCaptureCommands } from "./captureCommands";
import { CaptureEditorProvider } from "./captureEditor";
import { CaptureStatus } from "./captureStatus";
import { CaptureViews } from "./captureViews";
import type { EditorMemory } from "./editorHost";
import { SharedEngines } from "./sharedEngines";

/** The second is offered only, for endings that other programs use too. */
const viewTypes = ["wirenote.capture", "wirenote.capture.optional"];

/** All that has to do with open captures. */
export function registerCaptures({ extensionUri, workspaceState, globalState }: vscode.ExtensionContext): vscode.Disposable {
  const views = new CaptureViews();
  const engines = new SharedEngines(vscode.Uri.joinPath(extensionUri, "dist", "engineWorker.js").fsPath);
  const memory: EditorMemory = { columns: workspaceState, panes: workspaceState, filters: globalState };
  const editors = new CaptureEditorProvider(extensionUri, views, memory, engines);
  return vscode.Disposable.from(
    engines,
    new CaptureStatus(views),
    registerCaptureCommands(views),
    ...viewTypes.map((viewType) =>
      vscode.window.registerCustomEditorProvider(viewType, editors, { supportsMultipleEditorsPerDocument: true }),
    ),
  );
}
