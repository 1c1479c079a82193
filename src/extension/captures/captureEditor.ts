import * as vscode from "vscode";
import { type Engine, type EngineEvents, standIn } from "../../engine/contract/engine";
import type { EditorCommands, EditorHost, HostEvents } from "../../engine/pageContract";
import { emitter, type Port, serve } from "../../engine/rpc";
import { isNote } from "../notes/notesBeside";
import { CaptureDocument } from "./captureDocument";
import type { CaptureOpening } from "./captureOpening";
import { capturePage } from "./capturePage";
import type { CaptureStates } from "./captureStates";
import type { CaptureView, CaptureViews } from "./captureViews";
import { type EditorMemory, editorHost } from "./editorHost";
import { freshState } from "./freshState";
import type { SharedEngines } from "./sharedEngines";

/** Shows captures: gives each view its page and passes its calls on to the engine. */
export class CaptureEditorProvider implements vscode.CustomReadonlyEditorProvider<CaptureDocument> {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly views: CaptureViews,
    private readonly opening: CaptureOpening,
    private readonly memory: EditorMemory,
    private readonly states: CaptureStates,
    private readonly engines: SharedEngines,
  ) {}

  openCustomDocument(uri: vscode.Uri): Promise<CaptureDocument> {
    return CaptureDocument.open(uri, this.engines);
  }

  resolveCustomEditor(document: CaptureDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const root = vscode.Uri.joinPath(this.extensionUri, "dist", "webview");
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    const port = webviewPort(webview);
    const emit = emitter<EngineEvents & EditorCommands & HostEvents>(port);
    const open = () =>
      document.open({
        progress: (summary) => emit("progress", summary),
        working: (task, share) => emit("working", task, share),
        marked: (marked) => emit("marked", marked),
      });
    let opened = open();
    const engine = standIn(() => opened.engine);
    const view: CaptureView = { document, panel, engine, command: emit };
    this.views.add(view);
    serve<Engine & EditorHost>(port, { ...engine, ...editorHost(view, this.views, this.memory, this.states) });
    const show = () => {
      const known = { last: this.states.of(document.uri), place: this.opening.take(document.uri) };
      webview.html = capturePage(webview, root, freshState(document.uri, this.memory, known));
    };
    const listening = vscode.Disposable.from(
      document.onDidChangeFate((fate) => emit("fileIs", fate)),
      vscode.workspace.onDidSaveTextDocument((saved) => isNote(saved) && emit("notesChanged")),
      document.onDidLoadAgain(() => {
        opened.close();
        opened = open();
        show();
      }),
    );
    panel.onDidDispose(() => {
      listening.dispose();
      opened.close();
      void this.states.store();
    });
    show();
  }
}

function webviewPort(webview: vscode.Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => void webview.onDidReceiveMessage(listener),
  };
}
