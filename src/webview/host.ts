import { type Engine, type EngineEvents, engineMethods } from "../engine/contract/engine";
import type { CaptureSummary } from "../engine/contract/reading";
import { type EditorHost, editorHostMethods, type HostEvents, type Look } from "../engine/pageContract";
import { connect, listen, type Port } from "../engine/rpc";
import { type EditorState, readFreshState, readState } from "../view/onScreen/editorState";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

export const port: Port = {
  post: (message) => vscode.postMessage(message),
  onMessage: (listener) => window.addEventListener("message", ({ data }) => listener(data)),
};

// one connection for both: answers are told apart by the number of their call
const { remote } = connect<Engine & EditorHost>(port, [...engineMethods, ...editorHostMethods]);
/** The capture's engine, by way of the extension host. */
export const engine: Engine = remote;
/** What only VS Code can do. */
export const host: EditorHost = remote;

export function onProgress(progress: (summary: CaptureSummary) => void): void {
  listen<Pick<EngineEvents, "progress">>(port, { progress });
}

/** Listens for how much of long tasks is done. */
export function onWorking(working: EngineEvents["working"]): void {
  listen<Pick<EngineEvents, "working">>(port, { working });
}

/** Listens for changes of marks by hand, whoever made them. */
export function onMarked(marked: EngineEvents["marked"]): void {
  listen<Pick<EngineEvents, "marked">>(port, { marked });
}

/** Listens for what becomes of the file. */
export function onFate(fileIs: HostEvents["fileIs"]): void {
  listen<Pick<HostEvents, "fileIs">>(port, { fileIs });
}

/** Listens for changes of notes. */
export function onNotes(notesChanged: HostEvents["notesChanged"]): void {
  listen<Pick<HostEvents, "notesChanged">>(port, { notesChanged });
}

let lastLook = "";
/** Tells VS Code what the page shows, whenever that changes. */
export function tellLook(look: Look): void {
  const text = JSON.stringify(look);
  if (text === lastLook) return;
  lastLook = text;
  void host.looksAt(look);
}

/** What this editor looked like when it was last seen; VS Code keeps it through hiding, reloading and starting again. */
export const keptState = (): EditorState =>
  readState(vscode.getState(), readFreshState(JSON.parse(document.body.dataset["fresh"] ?? "{}")));
export function keepState(state: EditorState): void {
  vscode.setState(state);
  void host.keepState(state);
}
