import * as vscode from "vscode";
import type { EditorHost, MemoryKey } from "../../engine/pageContract";
import type { CaptureView, CaptureViews } from "./captureViews";

/** Where each thing is kept that outlives an editor. */
export type EditorMemory = Readonly<Record<MemoryKey, vscode.Memento>>;

/** Does for a page what only VS Code can do. */
export function editorHost(view: CaptureView, views: CaptureViews, memory: EditorMemory): EditorHost {
  const stored = (key: MemoryKey) => `wirenote.${key}`;
  return {
    focused: async (hasFocus) => views.setFocus(view, hasFocus),
    copyText: async (text) => vscode.env.clipboard.writeText(text),
    saveText: (name, text) => saveText(view.document.uri, name, text),
    recall: async (key) => memory[key].get(stored(key)),
    remember: async (key, value) => memory[key].update(stored(key), value),
  };
}

/** Beside the capture, unless another place is chosen. */
async function saveText(capture: vscode.Uri, name: string, text: string): Promise<boolean> {
  const chosen = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(capture, "..", name) });
  if (!chosen) return false;
  await vscode.workspace.fs.writeFile(chosen, new TextEncoder().encode(text));
  return true;
}
