import * as vscode from "vscode";
import type { CaptureSummary, Engine, EngineEvents } from "../../engine/contract";
import { type OpenEngine, type RunningEngine, startEngine } from "../../engine/startWorker.node";

/** One open capture, shared by all views of the same file. */
export class CaptureDocument implements vscode.CustomDocument {
  private readonly progressed = new vscode.EventEmitter<CaptureSummary>();
  readonly onProgress = this.progressed.event;
  private readonly running: RunningEngine;
  private readonly own: OpenEngine;

  constructor(
    readonly uri: vscode.Uri,
    workerFile: string,
  ) {
    this.running = startEngine(workerFile, { path: uri.fsPath, language: vscode.env.language });
    this.own = this.open({ progress: (summary) => this.progressed.fire(summary), working: () => {} });
  }

  /** For what the host itself asks. */
  get engine(): Engine {
    return this.own.engine;
  }

  /** For one view: what it has filtered and sorted is its own. */
  open(events: EngineEvents): OpenEngine {
    return this.running.open(events);
  }

  dispose(): void {
    this.running.stop();
    this.progressed.dispose();
  }
}
