import * as vscode from "vscode";
import { registerCaptures } from "./captures/captures";
import { DumpDecorations, DumpTokensProvider, tokenLanguages, tokenLegend } from "./dumpColours";
import { DumpDocuments } from "./dumpDocument";
import { chooseStartCommand, DumpHoverProvider, explainDump } from "./dumpHover";
import { DumpOutlineProvider } from "./dumpOutline";
import { FlagHintsProvider } from "./flagHints";
import { StartLayers } from "./startLayers";

const everywhere: vscode.DocumentSelector = { pattern: "**" };

export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, workspaceState } = context;
  subscriptions.push(registerCaptures(context));
  const startLayers = new StartLayers(workspaceState);
  const dumps = new DumpDocuments(startLayers);
  const outline = new DumpOutlineProvider();
  const tokens = new DumpTokensProvider(dumps, startLayers);
  const { languages, commands } = vscode;
  subscriptions.push(
    languages.registerHoverProvider(everywhere, new DumpHoverProvider(dumps, startLayers)),
    languages.registerDocumentRangeSemanticTokensProvider(tokenLanguages, tokens, tokenLegend),
    new DumpDecorations(dumps, startLayers),
    languages.registerInlayHintsProvider(everywhere, new FlagHintsProvider(dumps, startLayers, subscriptions)),
    languages.registerFoldingRangeProvider("tcpdump", outline),
    languages.registerDocumentSymbolProvider("tcpdump", outline),
    commands.registerCommand("wirenote.explainDump", explainDump),
    commands.registerCommand(chooseStartCommand, (uri?: string, line?: number) => startLayers.choose(uri, line)),
  );
}
