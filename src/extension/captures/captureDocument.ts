import * as vscode from "vscode";
import { type Engine, type EngineEvents, standIn, unheard } from "../../engine/contract/engine";
import type { FileFate } from "../../engine/pageContract";
import type { OpenEngine } from "../../engine/startWorker.node";
import { fateOf, watchFile } from "./fileVersion";
import type { SharedEngine, SharedEngines } from "./sharedEngines";

/** One open capture, shared by all views of the same file. */
export class CaptureDocument implements vscode.CustomDocument {
  static async open(uri: vscode.Uri, engines: SharedEngines): Promise<CaptureDocument> {
    return new CaptureDocument(uri, engines, await engines.open(uri));
  }

  /** For what the host itself asks. */
  readonly engine: Engine = standIn(() => this.own.engine);
  private readonly fated = new vscode.EventEmitter<FileFate>();
  /** Fires when the file has changed or is gone. */
  readonly onDidChangeFate = this.fated.event;
  private readonly loaded = new vscode.EventEmitter<void>();
  /** Fires when the file was read anew: views open their engines again. */
  readonly onDidLoadAgain = this.loaded.event;
  private fate: FileFate = "same";
  private own: OpenEngine;
  private readonly watching: vscode.Disposable;

  private constructor(
    readonly uri: vscode.Uri,
    private readonly engines: SharedEngines,
    private shared: SharedEngine,
  ) {
    this.own = this.openQuietly();
    this.watching = watchFile(uri, () => void this.fileFate());
  }

  /** For one view: what it has filtered and sorted is its own. */
  open(events: EngineEvents): OpenEngine {
    return this.shared.running.open(events);
  }

  async fileFate(): Promise<FileFate> {
    const fate = await fateOf(this.uri, this.shared.version);
    if (fate !== this.fate) {
      this.fate = fate;
      this.fated.fire(fate);
    }
    return fate;
  }

  async loadAgain(): Promise<void> {
    const before = { own: this.own, shared: this.shared };
    this.shared = await this.engines.openAnew(this.uri);
    this.own = this.openQuietly();
    this.fate = "same";
    this.loaded.fire();
    before.own.close();
    before.shared.release();
  }

  dispose(): void {
    this.watching.dispose();
    this.fated.dispose();
    this.loaded.dispose();
    this.own.close();
    this.shared.release();
  }

  private openQuietly(): OpenEngine {
    return this.open(unheard);
  }
}
