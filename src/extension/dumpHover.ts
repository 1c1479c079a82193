import * as vscode from "vscode";
import { decodeFrom } from "../decode/decodePacket";
import { byteAt, type Dump, type Lines } from "../dump/dump";
import { findDumpAt } from "../dump/findDumps";
import { say, wordsFor } from "../text/words";
import { hoverAt } from "../view/hover";

/** Explains the byte under the pointer, in any text document. */
export class DumpHoverProvider implements vscode.HoverProvider {
  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const dump = findDumpAt(documentLines(document), position.line);
    const byte = dump && byteAt(dump, position.line, position.character);
    if (dump === undefined || byte === undefined) return undefined;
    const hover = hoverAt(decodeFrom(dump.startLayer, dump.bytes), byte, wordsFor(vscode.env.language));
    return (
      hover &&
      new vscode.Hover(new vscode.MarkdownString(hover.markdown), rangeOnLine(dump, hover.start, hover.length, position.line))
    );
  }
}

/** The command: the same explanation at the cursor, by keyboard. */
export async function explainDump(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const dump = editor && findDumpAt(documentLines(editor.document), editor.selection.active.line);
  if (dump) await vscode.commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  else void vscode.window.showInformationMessage(say(wordsFor(vscode.env.language), "hover.none", {}));
}

function documentLines(document: vscode.TextDocument): Lines {
  return { count: document.lineCount, at: (line) => document.lineAt(line).text };
}

/** A field may go on in the next row, but a range across rows would mark the ASCII column too. */
function rangeOnLine({ lines, columns, widths }: Dump, start: number, length: number, line: number): vscode.Range {
  const first = lines.indexOf(line, start);
  let last = first;
  while (last + 1 < start + length && lines[last + 1] === line) last += 1;
  return new vscode.Range(line, columns[first], line, columns[last] + widths[last]);
}
