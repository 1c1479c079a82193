import type * as vscode from "vscode";

/** So many captures are remembered, those that were looked at last. */
const most = 100;
const storedAs = "wirenote.states";

/** How captures were looked at last in this workspace: another view of one begins there, and so does one that is opened again. */
export class CaptureStates {
  private readonly states: Map<string, object>;

  constructor(private readonly memory: vscode.Memento) {
    this.states = new Map(memory.get<readonly (readonly [string, object])[]>(storedAs, []));
  }

  of(capture: vscode.Uri): object | undefined {
    return this.states.get(capture.toString());
  }

  keep(capture: vscode.Uri, state: object): void {
    const key = capture.toString();
    // the last one that was looked at stands last
    this.states.delete(key);
    this.states.set(key, state);
  }

  /** Files, or folders with all that is in them, get other names. */
  rename(files: vscode.FileWillRenameEvent["files"]): void {
    for (const { oldUri, newUri } of files) {
      const before = oldUri.toString();
      for (const [key, state] of [...this.states])
        if (key === before || key.startsWith(`${before}/`)) this.states.set(`${newUri}${key.slice(before.length)}`, state);
    }
  }

  /** Writes down what was kept: once for each view that closes, not for each step in it. */
  async store(): Promise<void> {
    await this.memory.update(storedAs, [...this.states].slice(-most));
  }
}
