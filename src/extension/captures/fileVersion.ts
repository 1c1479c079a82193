import * as vscode from "vscode";
import type { FileFate } from "../../engine/pageContract";

/** A file as it is at one time; one that cannot be looked at has no version. */
export type FileVersion = string | undefined;

export async function versionOf(file: vscode.Uri): Promise<FileVersion> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(file);
    return `${size} ${mtime}`;
  } catch {
    return undefined;
  }
}

export async function fateOf(file: vscode.Uri, opened: FileVersion): Promise<FileFate> {
  const now = await versionOf(file);
  if (now === opened) return "same";
  return now === undefined ? "gone" : "changed";
}

/** Tells when something may have happened to a file, wherever it lies. */
export function watchFile(file: vscode.Uri, onEvent: () => void): vscode.Disposable {
  // what means something in a pattern stands for itself in brackets
  const name = file.path.replace(/^.*\//, "").replace(/[*?{}[\]]/g, "[$&]");
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(file, ".."), name));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(onEvent),
    watcher.onDidCreate(onEvent),
    watcher.onDidDelete(onEvent),
  );
}
