import type * as vscode from "vscode";
import type { Engine, EngineEvents } from "../../engine/contract";
import type { OpenEngine, RunningEngine } from "../../engine/startWorker.node";

/** One open capture, shared by all views of the same file. */
export class CaptureDocument implements vscode.CustomDocument {
  private readonly own: OpenEngine;

  constructor(
    readonly uri: vscode.Uri,
    private readonly running: RunningEngine,
    private readonly release: () => void,
  ) {
    this.own = this.open({ progress: () => {}, working: () => {} });
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
    this.own.close();
    this.release();
  }
}
