import * as vscode from "vscode";
import type { CaptureSummary, Engine } from "../engine/contract";
import { type RunningEngine, startEngine } from "../engine/startWorker.node";

/** One open capture, shared by all views of the same file. */
export class CaptureDocument implements vscode.CustomDocument {
  private readonly progressed = new vscode.EventEmitter<CaptureSummary>();
  readonly onProgress = this.progressed.event;
  private readonly running: RunningEngine;

  constructor(
    readonly uri: vscode.Uri,
    workerFile: string,
  ) {
    this.running = startEngine(workerFile, { path: uri.fsPath, language: vscode.env.language }, (summary) =>
      this.progressed.fire(summary),
    );
  }

  get engine(): Engine {
    return this.running.engine;
  }

  dispose(): void {
    this.running.stop();
    this.progressed.dispose();
  }
}
