import * as vscode from "vscode";
import { lastSegment } from "../decode/packet";
import { byteAt, byteAtMark, type Dump } from "../dump/dump";
import { findDumpAt } from "../dump/findDumps";
import { surroundingsOf } from "../explain/surroundings";
import { mentionAt } from "../prose/mentionAt";
import { wordsFor } from "../text/languages";
import { type MessageId, say } from "../text/words";
import { hoverAt } from "../view/hover";
import { mentionHover } from "../view/mentionHover";
import { rowHoverAt } from "../view/rowHover";
import { mayBeCaptured } from "../view/textCapture";
import { openDumpCommand, showDumpFlowCommand } from "./dumpCaptures";
import { type DumpDocuments, type DumpInDocument, linesOfDocument } from "./dumpDocument";
import type { NoteLinks } from "./notes/noteLinks";
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
    const byte = found && byteOrMarkAt(found.dump, document, position);
    if (found && byte !== undefined) return this.hoverOnByte(document, found, byte, position.line);
    return (found && this.hoverOnOffset(document, found, position)) ?? hoverOnWords(document, position);
  }

  private hoverOnByte(
    document: vscode.TextDocument,
    found: DumpInDocument,
    byte: number,
    line: number,
  ): vscode.Hover | undefined {
    const around = surroundingsOf(linesOfDocument(document), found.dump);
    const hover = hoverAt(found.packet, byte, wordsFor(vscode.env.language), around, captureLinks(document, found));
    if (!hover) return undefined;
    return new vscode.Hover(
      this.text([hover.markdown], document, found),
      rangeOnLine(found.dump, hover.start, hover.length, line),
    );
  }

  private hoverOnOffset(
    document: vscode.TextDocument,
    found: DumpInDocument,
    { line, character }: vscode.Position,
  ): vscode.Hover | undefined {
    const { dump, packet } = found;
    const hover = rowHoverAt(dump, packet, line, character, document.lineAt(line).text, wordsFor(vscode.env.language));
    if (!hover) return undefined;
    const { markdown, startColumn, endColumn } = hover;
    const links = captureLinks(document, found).join(" · ");
    return new vscode.Hover(this.text([markdown, links], document, found), new vscode.Range(line, startColumn, line, endColumn));
  }

  /** What is said, and below it where the bytes begin, with the way to say otherwise. */
  private text(paragraphs: readonly string[], document: vscode.TextDocument, { dump }: DumpInDocument): vscode.MarkdownString {
    const words = wordsFor(vscode.env.language);
    const layer = words.fields[dump.startLayer]?.label ?? dump.startLayer;
    const start = say(words, this.startLayers.chosen(dump.bytes) ? "hover.startChosen" : "hover.start", { layer });
    const elsewhere = commandLink("hover.changeStart", chooseStartCommand, document, dump);
    const text = new vscode.MarkdownString([...paragraphs, `${start} ${elsewhere}`].filter(Boolean).join("\n\n"));
    text.supportHtml = true;
    text.isTrusted = { enabledCommands: [chooseStartCommand, openDumpCommand, showDumpFlowCommand] };
    return text;
  }
}

/** The packet in a capture, with the others of its text; and the flow of its connection. */
function captureLinks(document: vscode.TextDocument, { dump, packet }: DumpInDocument): string[] {
  if (!mayBeCaptured(dump)) return [];
  const open = commandLink("hover.openCapture", openDumpCommand, document, dump);
  return lastSegment(packet) ? [open, commandLink("hover.showFlow", showDumpFlowCommand, document, dump)] : [open];
}

function commandLink(id: MessageId, command: string, { uri }: vscode.TextDocument, dump: Dump): string {
  const place = encodeURIComponent(JSON.stringify([uri.toString(), dump.lines[0], dump.columns[0]]));
  return `[${wordsFor(vscode.env.language).messages[id]}](command:${command}?${place})`;
}

function byteOrMarkAt(dump: Dump, document: vscode.TextDocument, { line, character }: vscode.Position): number | undefined {
  return byteAt(dump, line, character) ?? byteAtMark(dump, document.lineAt(line).text, line, character);
}

/** What a note says of segments in words: a summary line, a state, flags. */
function hoverOnWords(document: vscode.TextDocument, { line, character }: vscode.Position): vscode.Hover | undefined {
  const mention = mentionAt(linesOfDocument(document), line, character);
  if (!mention) return undefined;
  const { markdown, startColumn, endColumn } = mentionHover(mention, wordsFor(vscode.env.language));
  return new vscode.Hover(new vscode.MarkdownString(markdown), new vscode.Range(line, startColumn, line, endColumn));
}

/** The command: the same explanation at the cursor, by keyboard. */
export async function explainAtCursor(links: NoteLinks): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor && (await hasExplanation(editor.document, editor.selection.active, links)))
    await vscode.commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  else void vscode.window.showInformationMessage(say(wordsFor(vscode.env.language), "hover.none", {}));
}

async function hasExplanation(document: vscode.TextDocument, position: vscode.Position, links: NoteLinks): Promise<boolean> {
  const { line, character } = position;
  const lines = linesOfDocument(document);
  if (findDumpAt(lines, line) || mentionAt(lines, line, character)) return true;
  return (await links.at(document, position)) !== undefined;
}

/** A field may go on in the next row, but a range across rows would mark the ASCII column too. */
function rangeOnLine({ lines, columns, widths }: Dump, start: number, length: number, line: number): vscode.Range {
  const first = lines.indexOf(line, start);
  let last = first;
  while (last + 1 < start + length && lines[last + 1] === line) last += 1;
  return new vscode.Range(line, columns[first], line, columns[last] + widths[last]);
}
