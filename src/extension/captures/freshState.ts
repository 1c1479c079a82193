import * as vscode from "vscode";
import { paneNames } from "../../view/onScreen/editorState";
import { type EditorMemory, recall } from "./editorHost";

/** What a capture that was never looked at begins with: the settings, and the panes as they were left last in this workspace. */
export function freshState(capture: vscode.Uri, memory: EditorMemory): object {
  const settings = vscode.workspace.getConfiguration("wirenote.capture", capture);
  const shown = settings.get<readonly string[]>("panes", paneNames);
  return {
    numbers: settings.get("numbers"),
    hidden: paneNames.filter((name) => !shown.includes(name)),
    ...Object(recall(memory, "panes")),
  };
}
