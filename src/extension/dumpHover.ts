import * as vscode from "vscode";
import { byteAt, type Dump } from "../dump/dump";
import { findDumpAt } from "../dump/findDumps";
import { say, wordsFor } from "../text/words";
import { hoverAt } from "../view/hover";
import { type DumpDocuments, type DumpInDocument, linesOfDocument } from "./dumpDocument";
import type { StartLayers } from "./startLayers";

export const chooseStartCommand = "wirenote.chooseStartLayer";

/** Explains the byte under the pointer, in any text document. */
export class DumpHoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly dumps: DumpDocuments,
    private readonly startLayers: StartLayers,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const found = this.dumps.at(document, position);
    const byte = found && byteAt(found.dump, position.line, position.character);
    if (found === undefined || byte === undefined) return undefined;
    const hover = hoverAt(found.packet, byte, wordsFor(vscode.env.language));
    if (!hover) return undefined;
    const text = new vscode.MarkdownString(`${hover.markdown}\n\n${this.startLine(document, found)}`);
    text.supportHtml = true;
    text.isTrusted = { enabledCommands: [chooseStartCommand] };
    return new vscode.Hover(text, rangeOnLine(found.dump, hover.start, hover.length, position.line));
  }

  /** Where the bytes begin, and the way to say otherwise. */
  private startLine({ uri }: vscode.TextDocument, { dump }: DumpInDocument): string {
    const words = wordsFor(vscode.env.language);
    const layer = words.fields[dump.startLayer]?.label ?? dump.startLayer;
    const said = say(words, this.startLayers.chosen(dump.bytes) ? "hover.startChosen" : "hover.start", { layer });
    const place = encodeURIComponent(JSON.stringify([uri.toString(), dump.startLine]));
    return `${said} [${words.messages["hover.changeStart"]}](command:${chooseStartCommand}?${place})`;
  }
}

/** The command: the same explanation at the cursor, by keyboard. */
export async function explainDump(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const dump = editor && findDumpAt(linesOfDocument(editor.document), editor.selection.active.line);
  if (dump) await vscode.commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  else void vscode.window.showInformationMessage(say(wordsFor(vscode.env.language), "hover.none", {}));
}

/** A field may go on in the next row, but a range across rows would mark the ASCII column too. */
function rangeOnLine({ lines, columns, widths }: Dump, start: number, length: number, line: number): vscode.Range {
  const first = lines.indexOf(line, start);
  let last = first;
  while (last + 1 < start + length && lines[last + 1] === line) last += 1;
  return new vscode.Range(line, columns[first], line, columns[last] + widths[last]);
}
