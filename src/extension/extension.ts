import * as vscode from "vscode";
import type { CaptureDocument } from "./captures/captureDocument";
import type { Features } from "./features";

/** The second is offered only, for endings that other programs use too. */
const viewTypes = ["wirenote.capture", "wirenote.capture.optional"];

/**
 * VS Code activates the extension in each window that has a text, and most of them show neither a dump nor a capture: all that it
 * does is loaded when it is first asked for.
 */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, extension } = context;
  let loaded: Promise<Features> | undefined;
  const features = () => {
    loaded ??= import("./features").then(({ Features }) => new Features(context));
    return loaded;
  };
  const { window, commands, workspace } = vscode;
  const editors: vscode.CustomReadonlyEditorProvider<CaptureDocument> = {
    openCustomDocument: async (uri) => (await features()).editors.openCustomDocument(uri),
    resolveCustomEditor: async (document, panel) => (await features()).editors.resolveCustomEditor(document, panel),
  };
  const serveTextsInView = () => {
    if (window.visibleTextEditors.length > 0) void features();
  };
  subscriptions.push(
    ...viewTypes.map((viewType) =>
      window.registerCustomEditorProvider(viewType, editors, { supportsMultipleEditorsPerDocument: true }),
    ),
    ...contributedCommands(extension).map((name) =>
      commands.registerCommand(name, async (...given: unknown[]) => (await features()).run(name, given)),
    ),
    // before it is done, since VS Code then opens the editor anew
    workspace.onWillRenameFiles((event) => event.waitUntil(features().then(({ states }) => states.rename(event.files)))),
    window.onDidChangeVisibleTextEditors(serveTextsInView),
  );
  serveTextsInView();
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function contributedCommands({ packageJSON }: vscode.Extension<unknown>): string[] {
  return (packageJSON as Manifest).contributes.commands.map(({ command }) => command);
}
