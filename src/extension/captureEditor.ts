import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Engine, EngineEvents } from "../engine/contract";
import { emitter, type Port, serve } from "../engine/rpc";
import { CaptureDocument } from "./captureDocument";

/** Shows captures: gives each view its page and passes its calls on to the engine. */
export class CaptureEditorProvider implements vscode.CustomReadonlyEditorProvider<CaptureDocument> {
  /** The second is offered only, for endings that other programs use too. */
  static readonly viewTypes = ["wirenote.capture", "wirenote.capture.optional"];

  constructor(private readonly extensionUri: vscode.Uri) {}

  openCustomDocument(uri: vscode.Uri): CaptureDocument {
    return new CaptureDocument(uri, vscode.Uri.joinPath(this.extensionUri, "dist", "engineWorker.js").fsPath);
  }

  resolveCustomEditor(document: CaptureDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const root = vscode.Uri.joinPath(this.extensionUri, "dist", "webview");
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    const port = webviewPort(webview);
    const emit = emitter<EngineEvents>(port);
    const { engine, close } = document.open({ progress: (summary) => emit("progress", summary) });
    serve<Engine>(port, engine);
    panel.onDidDispose(close);
    webview.html = page(webview, root);
  }
}

function webviewPort(webview: vscode.Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => void webview.onDidReceiveMessage(listener),
  };
}

/** A page without inline script or style; everything in it is drawn by the script. */
function page(webview: vscode.Webview, root: vscode.Uri): string {
  const file = (name: string) => String(webview.asWebviewUri(vscode.Uri.joinPath(root, name)));
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <link rel="stylesheet" href="${file("page.css")}" id="vscode-codicon-stylesheet">
  <title>Wirenote</title>
</head>
<body>
  <wirenote-editor></wirenote-editor>
  <script type="module" nonce="${nonce}" src="${file("captureEditor.js")}"></script>
</body>
</html>`;
}
