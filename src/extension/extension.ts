import * as vscode from "vscode";
import { registerCaptures } from "./captures/captures";
import { DumpCaptures, openDumpCommand, showDumpFlowCommand } from "./dumpCaptures";
import { DumpDecorations, DumpTokensProvider, tokenLanguages, tokenLegend } from "./dumpColours";
import { DumpDocuments } from "./dumpDocument";
import { chooseStartCommand, DumpHoverProvider, explainDump } from "./dumpHover";
import { DumpOutlineProvider } from "./dumpOutline";
import { FlagHintsProvider } from "./flagHints";
import { StartLayers } from "./startLayers";

/** Of a packet, as links in hovers give it, and where its capture is to be shown. */
type Place = [uri?: string, line?: number, character?: number, column?: vscode.ViewColumn];

const everywhere: vscode.DocumentSelector = { pattern: "**" };

export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, workspaceState, globalStorageUri } = context;
  const startLayers = new StartLayers(workspaceState);
  const dumps = new DumpDocuments(startLayers);
  const captures = new DumpCaptures(dumps, vscode.Uri.joinPath(globalStorageUri, "texts"), registerCaptures(context));
  const tokens = new DumpTokensProvider(dumps, startLayers);
  const { languages, commands } = vscode;
  subscriptions.push(
    languages.registerHoverProvider(everywhere, new DumpHoverProvider(dumps, startLayers)),
    languages.registerDocumentRangeSemanticTokensProvider(tokenLanguages, tokens, tokenLegend),
    new DumpDecorations(dumps, startLayers),
    languages.registerInlayHintsProvider(everywhere, new FlagHintsProvider(dumps, startLayers, subscriptions)),
    new DumpOutlineProvider(dumps).register(startLayers),
    commands.registerCommand("wirenote.explainDump", explainDump),
    commands.registerCommand(chooseStartCommand, (uri?: string, line?: number) => startLayers.choose(uri, line)),
    commands.registerCommand(openDumpCommand, (...place: Place) => captures.open(false, ...place)),
    commands.registerCommand(showDumpFlowCommand, (...place: Place) => captures.open(true, ...place)),
  );
}
