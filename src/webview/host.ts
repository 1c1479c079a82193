import { type CaptureSummary, type Engine, type EngineEvents, engineMethods } from "../engine/contract";
import { connect, listen, type Port } from "../engine/rpc";
import { type EditorState, readState } from "../view/onScreen/editorState";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

const port: Port = {
  post: (message) => vscode.postMessage(message),
  onMessage: (listener) => window.addEventListener("message", ({ data }) => listener(data)),
};

/** The capture's engine, by way of the extension host. */
export const engine: Engine = connect<Engine>(port, engineMethods).remote;

export function onProgress(progress: (summary: CaptureSummary) => void): void {
  listen<EngineEvents>(port, { progress });
}

/** What this editor looked like when it was last seen; VS Code keeps it through hiding, reloading and starting again. */
export const keptState = (): EditorState => readState(vscode.getState());
export const keepState = (state: EditorState): void => vscode.setState(state);
