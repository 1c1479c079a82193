import * as vscode from "vscode";
import type { EditorHost, MemoryKey } from "../../engine/pageContract";
import type { CaptureView, CaptureViews } from "./captureViews";

/** Where each thing is kept that outlives an editor. */
export type EditorMemory = Readonly<Record<MemoryKey, vscode.Memento>>;

const storedAs = (key: MemoryKey) => `wirenote.${key}`;
export const recall = (memory: EditorMemory, key: MemoryKey): unknown => memory[key].get(storedAs(key));

/** Does for a page what only VS Code can do. */
export function editorHost(view: CaptureView, views: CaptureViews, memory: EditorMemory): EditorHost {
  return {
    focused: async (hasFocus) => views.setFocus(view, hasFocus),
    looksAt: async (look) => views.setLook(view, look),
    copyText: async (text) => vscode.env.clipboard.writeText(text),
    saveText: (name, text) => saveText(view.document.uri, name, text),
    recall: async (key) => recall(memory, key),
    remember: async (key, value) => memory[key].update(storedAs(key), value),
  };
}

/** Beside the capture, unless another place is chosen. */
async function saveText(capture: vscode.Uri, name: string, text: string): Promise<boolean> {
  const chosen = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(capture, "..", name) });
  if (!chosen) return false;
  await vscode.workspace.fs.writeFile(chosen, new TextEncoder().encode(text));
  return true;
}
