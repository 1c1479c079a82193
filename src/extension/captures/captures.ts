import * as vscode from "vscode";
import { registerCaptureCommands } from "./captureCommands";
import { CaptureEditorProvider } from "./captureEditor";
import { CaptureOpening } from "./captureOpening";
import { CaptureStates } from "./captureStates";
import { CaptureStatus } from "./captureStatus";
import { CaptureViews } from "./captureViews";
import type { EditorMemory } from "./editorHost";
import { SharedEngines } from "./sharedEngines";

/** The second is offered only, for endings that other programs use too. */
const viewTypes = ["wirenote.capture", "wirenote.capture.optional"];

/** All that has to do with open captures, and the way to open one. */
export function registerCaptures({
  extensionUri,
  subscriptions,
  workspaceState,
  globalState,
}: vscode.ExtensionContext): CaptureOpening {
  const views = new CaptureViews();
  const opening = new CaptureOpening(views);
  const engines = new SharedEngines(vscode.Uri.joinPath(extensionUri, "dist", "engineWorker.js").fsPath);
  const memory: EditorMemory = { columns: workspaceState, panes: workspaceState, flow: workspaceState, filters: globalState };
  const states = new CaptureStates(workspaceState);
  const editors = new CaptureEditorProvider(extensionUri, views, opening, memory, states, engines);
  subscriptions.push(
    // before it is done, since VS Code then opens the editor anew
    vscode.workspace.onWillRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) states.rename(oldUri, newUri);
    }),
    engines,
    new CaptureStatus(views),
    registerCaptureCommands(views),
    ...viewTypes.map((viewType) =>
      vscode.window.registerCustomEditorProvider(viewType, editors, { supportsMultipleEditorsPerDocument: true }),
    ),
  );
  return opening;
}
