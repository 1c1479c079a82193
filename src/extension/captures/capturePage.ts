import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** A page without inline script or style; everything in it is drawn by the script, which begins with what `fresh` says. */
export function capturePage(webview: vscode.Webview, root: vscode.Uri, fresh: object): string {
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
<body data-fresh="${escaped(JSON.stringify(fresh))}">
  <wirenote-editor></wirenote-editor>
  <script type="module" nonce="${nonce}" src="${file("captureEditor.js")}"></script>
</body>
</html>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
