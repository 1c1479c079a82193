import * as vscode from "vscode";
import type { EditorHost, MemoryKey } from "../../engine/pageContract";
import { notesBeside } from "../notes/notesBeside";
import { openNote } from "../notes/openNote";
import type { CaptureStates } from "./captureStates";
import type { CaptureView, CaptureViews } from "./captureViews";
import { chooseChartExport, chooseFlowExport } from "./exportChoice";
import { chooseField } from "./fieldChoice";
import { chooseFlowScope } from "./flowScopeChoice";
import { openInstead } from "./openInstead";
import { savePackets } from "./save/savePackets";

/** Where each thing is kept that outlives an editor. */
export type EditorMemory = Readonly<Record<MemoryKey, vscode.Memento>>;

const storedAs = (key: MemoryKey) => `wirenote.${key}`;
export const recall = (memory: EditorMemory, key: MemoryKey): unknown => memory[key].get(storedAs(key));
export const remember = (memory: EditorMemory, key: MemoryKey, value: unknown) => memory[key].update(storedAs(key), value);

/** Does for a page what only VS Code can do. */
export function editorHost(view: CaptureView, views: CaptureViews, memory: EditorMemory, states: CaptureStates): EditorHost {
  return {
    focused: async (hasFocus) => views.setFocus(view, hasFocus),
    looksAt: async (look) => views.setLook(view, look),
    copyText: async (text) => vscode.env.clipboard.writeText(text),
    saveText: async (name, text) => (await save(view, name, new TextEncoder().encode(text))) !== undefined,
    saveBytes: async (name, bytes) => (await save(view, name, bytes)) !== undefined,
    savePage: (name, page) => savePage(view, name, page),
    savePackets: (packet) => savePackets(view, views, packet),
    chooseFlowExport,
    chooseChartExport,
    chooseFlowScope: (offered, current) => chooseFlowScope(view.document.engine, offered, current),
    chooseField,
    packetNotes: () => notesBeside(view.document.uri),
    openNote: (note) => openNote(note),
    fileFate: () => view.document.fileFate(),
    loadAgain: () => view.document.loadAgain(),
    keepState: async (state) => states.keep(view.document.uri, state),
    openInstead: (choice) => openInstead(view, choice),
    recall: async (key) => recall(memory, key),
    remember: async (key, value) => remember(memory, key, value),
  };
}

/** Beside the capture, unless another place is chosen. */
async function save({ document }: CaptureView, name: string, bytes: Uint8Array): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(document.uri, "..", name) });
  if (chosen) await vscode.workspace.fs.writeFile(chosen, bytes);
  return chosen;
}

async function savePage(view: CaptureView, name: string, page: string): Promise<boolean> {
  const saved = await save(view, name, new TextEncoder().encode(page));
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (saved && isHere) await vscode.env.openExternal(saved);
  return saved !== undefined;
}
