import * as vscode from "vscode";
import type { Instead } from "../../engine/pageContract";
import type { CaptureView } from "./captureViews";

/** Shows the file of a view that has no packets as something else, in the view's place. */
export async function openInstead({ document: { uri }, panel }: CaptureView, choice: Instead): Promise<void> {
  const { executeCommand } = vscode.commands;
  const { viewColumn } = panel;
  if (choice === "other") return executeCommand("workbench.action.reopenWithEditor");
  const isOpen =
    choice === "text"
      ? await executeCommand("vscode.openWith", uri, "default", viewColumn).then(() => true)
      : await executeCommand<boolean>("wirenote.openDumpAsCapture", uri.toString(), 0, 0, viewColumn);
  if (isOpen) panel.dispose();
}
