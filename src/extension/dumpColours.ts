import * as vscode from "vscode";
import { type ColouredSpan, colouredSpans } from "../view/colouredBytes";
import { byteColours, themeName } from "../view/onScreen/byteColours";
import type { DumpDocuments } from "./dumpDocument";
import type { StartLayers } from "./startLayers";

/** Languages that have no semantic tokens of their own: VS Code takes one provider's and does not merge. */
export const tokenLanguages = ["markdown", "plaintext", "tcpdump", "log"];

export const tokenLegend = new vscode.SemanticTokensLegend(byteColours.map(themeName));

/** Colours bytes by field where that is possible with tokens, which follow the theme by themselves. Only what is on screen is read. */
export class DumpTokensProvider implements vscode.DocumentRangeSemanticTokensProvider {
  readonly onDidChangeSemanticTokens: vscode.Event<void>;

  constructor(
    private readonly dumps: DumpDocuments,
    startLayers: StartLayers,
  ) {
    this.onDidChangeSemanticTokens = startLayers.onDidChange;
  }

  provideDocumentRangeSemanticTokens(document: vscode.TextDocument, range: vscode.Range): vscode.SemanticTokens {
    const builder = new vscode.SemanticTokensBuilder(tokenLegend);
    for (const span of spansIn(this.dumps, document, range)) builder.push(rangeOf(span), themeName(span.colour));
    return builder.build();
  }
}

/** The same colours by decorations, in all other languages. */
export class DumpDecorations implements vscode.Disposable {
  private readonly types = new Map(
    byteColours.map((colour) => [
      colour,
      vscode.window.createTextEditorDecorationType({ color: new vscode.ThemeColor(`wirenote.${themeName(colour)}`) }),
    ]),
  );
  private readonly subscriptions: vscode.Disposable[];
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly dumps: DumpDocuments,
    startLayers: StartLayers,
  ) {
    const later = () => this.later();
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(later),
      vscode.window.onDidChangeTextEditorVisibleRanges(later),
      vscode.workspace.onDidChangeTextDocument(later),
      startLayers.onDidChange(later),
    ];
    later();
  }

  dispose(): void {
    clearTimeout(this.waiting);
    for (const one of [...this.subscriptions, ...this.types.values()]) one.dispose();
  }

  /** After a pause: nobody reads colours while typing or scrolling. */
  private later(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) this.decorate(editor);
    }, 80);
  }

  private decorate(editor: vscode.TextEditor): void {
    if (tokenLanguages.includes(editor.document.languageId)) return;
    const spans = editor.visibleRanges.flatMap((range) => spansIn(this.dumps, editor.document, range));
    for (const [colour, type] of this.types) {
      editor.setDecorations(type, spans.filter((span) => span.colour === colour).map(rangeOf));
    }
  }
}

function spansIn(dumps: DumpDocuments, document: vscode.TextDocument, range: vscode.Range): ColouredSpan[] {
  const spans = dumps.within(document, range).flatMap(({ dump, packet }) => colouredSpans(dump, packet));
  // several packets may share a line
  return spans.sort((a, b) => a.line - b.line || a.column - b.column);
}

const rangeOf = ({ line, column, length }: ColouredSpan) => new vscode.Range(line, column, line, column + length);
