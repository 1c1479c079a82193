import * as vscode from "vscode";
import type { Commands } from "../commands";
import { captureCommands } from "./captureCommands";
import { CaptureEditorProvider } from "./captureEditor";
import { CaptureOpening } from "./captureOpening";
import { CaptureStates } from "./captureStates";
import { CaptureStatus } from "./captureStatus";
import { CaptureViews } from "./captureViews";
import type { EditorMemory } from "./editorHost";
import { resetLayout } from "./resetLayout";
import { discardUnfinished } from "./save/pieceSinks";
import { SharedEngines } from "./sharedEngines";

/** All that has to do with open captures, and the way to open one. */
export class Captures {
  readonly opening: CaptureOpening;
  readonly states: CaptureStates;
  readonly engines: SharedEngines;
  readonly editors: CaptureEditorProvider;
  readonly commands: Commands;

  constructor({ extensionUri, subscriptions, workspaceState, globalState }: vscode.ExtensionContext) {
    const views = new CaptureViews();
    this.engines = new SharedEngines(vscode.Uri.joinPath(extensionUri, "dist", "engineWorker.js").fsPath);
    const memory: EditorMemory = { columns: workspaceState, panes: workspaceState, flow: workspaceState, filters: globalState };
    this.opening = new CaptureOpening(views);
    this.states = new CaptureStates(workspaceState);
    this.editors = new CaptureEditorProvider(extensionUri, views, this.opening, memory, this.states, this.engines);
    this.commands = { ...captureCommands(views), "wirenote.resetLayout": () => resetLayout(views, memory) };
    subscriptions.push(this.engines, new CaptureStatus(views), { dispose: discardUnfinished });
  }
}
