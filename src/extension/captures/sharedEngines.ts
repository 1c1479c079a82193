import * as vscode from "vscode";
import { type RunningEngine, startEngine } from "../../engine/startWorker.node";
import { type FileVersion, versionOf } from "./fileVersion";

/** Milliseconds for which an engine stays after its last view has closed: whoever closes a capture by mistake opens it again at once. */
const usualLingering = 5000;

interface Running {
  /** It may wait for the bytes that it is given. */
  readonly running: Promise<RunningEngine>;
  users: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

export interface SharedEngine {
  readonly running: RunningEngine;
  /** Which state of the file it reads. */
  readonly version: FileVersion;
  /** It is not needed any more. */
  release(): void;
}

/** One engine for each file, however often it is open; a file that was written since has another. */
export class SharedEngines implements vscode.Disposable {
  private readonly shared = new Map<string, Running>();

  constructor(
    private readonly workerFile: string,
    private readonly lingering = usualLingering,
  ) {}

  async open(file: vscode.Uri): Promise<SharedEngine> {
    const version = await versionOf(file);
    const key = keyOf(file, version);
    return this.share(key, this.shared.get(key) ?? this.start(key, file), version);
  }

  /** Another engine than the one that there is, which may have been stopped before the end of the file. */
  async openAnew(file: vscode.Uri): Promise<SharedEngine> {
    const version = await versionOf(file);
    const key = keyOf(file, version);
    return this.share(key, this.start(key, file), version);
  }

  private async share(key: string, known: Running, version: FileVersion): Promise<SharedEngine> {
    known.users += 1;
    clearTimeout(known.leaving);
    return { running: await known.running, version, release: () => this.release(key, known) };
  }

  dispose(): void {
    for (const { running, leaving } of this.shared.values()) {
      clearTimeout(leaving);
      void stop(running);
    }
    this.shared.clear();
  }

  private start(key: string, file: vscode.Uri): Running {
    const started: Running = { running: this.startFor(file), users: 0, leaving: undefined };
    this.shared.set(key, started);
    return started;
  }

  /** A file of another system than this machine's has no path: it is read whole. */
  private async startFor(file: vscode.Uri): Promise<RunningEngine> {
    const { language } = vscode.env;
    if (file.scheme === "file") return startEngine(this.workerFile, { path: file.fsPath, language });
    return startEngine(this.workerFile, { bytes: new Uint8Array(await vscode.workspace.fs.readFile(file)), language });
  }

  private release(key: string, known: Running): void {
    known.users -= 1;
    if (known.users > 0) return;
    known.leaving = setTimeout(() => {
      if (this.shared.get(key) === known) this.shared.delete(key);
      void stop(known.running);
    }, this.lingering);
  }
}

const keyOf = (file: vscode.Uri, version: FileVersion): string => `${file} ${version}`;

const stop = async (running: Promise<RunningEngine>) => (await running.catch(() => undefined))?.stop();
