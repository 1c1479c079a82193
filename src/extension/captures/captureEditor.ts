import * as vscode from "vscode";
import type { Engine, EngineEvents } from "../../engine/contract";
import type { EditorCommands, EditorHost } from "../../engine/pageContract";
import { emitter, type Port, serve } from "../../engine/rpc";
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

  async openCustomDocument(uri: vscode.Uri): Promise<CaptureDocument> {
    const { running, release } = await this.engines.open(uri);
    return new CaptureDocument(uri, running, release);
  }

  resolveCustomEditor(document: CaptureDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const root = vscode.Uri.joinPath(this.extensionUri, "dist", "webview");
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    const port = webviewPort(webview);
    const emit = emitter<EngineEvents & EditorCommands>(port);
    const view: CaptureView = { document, panel, command: emit };
    this.views.add(view);
    const { engine, close } = document.open({
      progress: (summary) => emit("progress", summary),
      working: (task, share) => emit("working", task, share),
    });
    serve<Engine & EditorHost>(port, { ...engine, ...editorHost(view, this.views, this.memory, this.states) });
    panel.onDidDispose(() => {
      close();
      void this.states.store();
    });
    const known = { last: this.states.of(document.uri), place: this.opening.take(document.uri) };
    webview.html = capturePage(webview, root, freshState(document.uri, this.memory, known));
  }
}

function webviewPort(webview: vscode.Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => void webview.onDidReceiveMessage(listener),
  };
}
