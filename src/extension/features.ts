import * as vscode from "vscode";
import type { CapturePlace } from "../notes/capturePlace";
import { Captures } from "./captures/captures";
import type { Commands } from "./commands";
import { DumpCaptures, openDumpCommand, showDumpFlowCommand } from "./dumpCaptures";
import { DumpDecorations, DumpTokensProvider, tokenLanguages, tokenLegend } from "./dumpColours";
import { DumpDocuments } from "./dumpDocument";
import { chooseStartCommand, DumpHoverProvider, explainAtCursor } from "./dumpHover";
import { DumpOutlineProvider } from "./dumpOutline";
import { FlagHintsProvider } from "./flagHints";
import { NoteHoverProvider } from "./notes/noteHover";
import { NoteLinkProvider, openLinkCommand } from "./notes/noteLinkProvider";
import { NoteLinks } from "./notes/noteLinks";
import { StartLayers } from "./startLayers";

/** Of a packet, as links in hovers give it, and where its capture is to be shown. */
type Place = [uri?: string, line?: number, character?: number, column?: vscode.ViewColumn];

const everywhere: vscode.DocumentSelector = { pattern: "**" };

/** All that the extension does: texts are served from now on, captures and commands when somebody asks for them. */
export class Features {
  readonly editors;
  readonly states;
  private readonly commands: Commands;

  constructor(context: vscode.ExtensionContext) {
    const { subscriptions, workspaceState, globalStorageUri } = context;
    const startLayers = new StartLayers(workspaceState);
    const dumps = new DumpDocuments(startLayers);
    const { editors, states, engines, opening, commands } = new Captures(context);
    const textCaptures = new DumpCaptures(dumps, vscode.Uri.joinPath(globalStorageUri, "texts"), opening);
    this.editors = editors;
    this.states = states;
    const links = new NoteLinks();
    this.commands = {
      ...commands,
      "wirenote.explainDump": () => explainAtCursor(links),
      [chooseStartCommand]: (uri?: string, line?: number) => startLayers.choose(uri, line),
      [openDumpCommand]: (...place: Place) => textCaptures.open(false, ...place),
      [showDumpFlowCommand]: (...place: Place) => textCaptures.open(true, ...place),
      [openLinkCommand]: (capture: string, place?: CapturePlace, flow = false) =>
        opening.open(vscode.Uri.parse(capture), { ...place, flow }),
    };
    const { languages } = vscode;
    subscriptions.push(
      languages.registerHoverProvider(everywhere, new DumpHoverProvider(dumps, startLayers)),
      languages.registerHoverProvider(everywhere, new NoteHoverProvider(links, engines)),
      languages.registerDocumentLinkProvider(everywhere, new NoteLinkProvider(links)),
      languages.registerDocumentRangeSemanticTokensProvider(
        tokenLanguages,
        new DumpTokensProvider(dumps, startLayers),
        tokenLegend,
      ),
      new DumpDecorations(dumps, startLayers),
      languages.registerInlayHintsProvider(everywhere, new FlagHintsProvider(dumps, startLayers, subscriptions)),
      new DumpOutlineProvider(dumps).register(startLayers),
    );
  }

  run(command: string, given: readonly unknown[]): unknown {
    return this.commands[command](...(given as readonly never[]));
  }
}
