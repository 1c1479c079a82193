import { type CaptureSummary, type Engine, type EngineEvents, engineMethods } from "../engine/contract";
import { connect, listen, type Port } from "../engine/rpc";

interface VsCodeApi {
  postMessage(message: unknown): void;
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
