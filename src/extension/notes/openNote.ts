import * as vscode from "vscode";
import type { PacketNote } from "../../engine/pageContract";

/** Shows a note at a line: where it is open already, else beside the capture. */
export async function openNote({ note, line }: Pick<PacketNote, "note" | "line">): Promise<void> {
  const uri = vscode.Uri.parse(note);
  const place = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(uri, { selection: place, viewColumn: columnOf(uri) ?? vscode.ViewColumn.Beside });
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isIt = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isIt))?.viewColumn;
}
