import * as vscode from "vscode";
import { type RunningEngine, startEngine } from "../../engine/startWorker.node";

/** In milliseconds: an engine stays so long after its last view has closed. Who closes a capture by mistake opens it again at once. */
const usualLingering = 5000;

interface Shared {
  readonly running: RunningEngine;
  users: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

/** One engine for each file, however often it is open; a file that was written since has another. */
export class SharedEngines implements vscode.Disposable {
  private readonly shared = new Map<string, Shared>();

  constructor(
    private readonly workerFile: string,
    private readonly lingering = usualLingering,
  ) {}

  /** The engine, and the way to say that it is not needed any more. */
  async open(uri: vscode.Uri): Promise<{ readonly running: RunningEngine; release(): void }> {
    const key = await versionOf(uri);
    const known = this.shared.get(key) ?? this.start(key, uri);
    known.users += 1;
    clearTimeout(known.leaving);
    return { running: known.running, release: () => this.release(key, known) };
  }

  dispose(): void {
    for (const { running, leaving } of this.shared.values()) {
      clearTimeout(leaving);
      running.stop();
    }
    this.shared.clear();
  }

  private start(key: string, { fsPath }: vscode.Uri): Shared {
    const running = startEngine(this.workerFile, { path: fsPath, language: vscode.env.language });
    const started: Shared = { running, users: 0, leaving: undefined };
    this.shared.set(key, started);
    return started;
  }

  private release(key: string, known: Shared): void {
    known.users -= 1;
    if (known.users > 0) return;
    known.leaving = setTimeout(() => {
      this.shared.delete(key);
      known.running.stop();
    }, this.lingering);
  }
}

/** Of a file that cannot be looked at the engine says why not. */
async function versionOf(uri: vscode.Uri): Promise<string> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return `${uri.fsPath} ${size} ${mtime}`;
  } catch {
    return uri.fsPath;
  }
}
