import * as vscode from "vscode";
import type { FlowExport } from "../../engine/pageContract";
import { wordsFor } from "../../text/languages";
import type { Words } from "../../text/words";

const files = ["svg", "png", "mermaid", "text", "markdown", "html"] as const;
const texts = ["mermaid", "text", "markdown", "svg"] as const;

/** Asks in VS Code's own list, which the keyboard and screen readers know. */
export async function chooseFlowExport(): Promise<FlowExport | undefined> {
  const words = wordsFor(vscode.env.language);
  const { messages } = words;
  const heading = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, choice: undefined });
  const items = [
    heading(messages["export.toFile"]),
    ...files.map((format) => item(words, { format, to: "file" })),
    heading(messages["export.toClipboard"]),
    ...texts.map((format) => item(words, { format, to: "clipboard" })),
  ];
  return (await vscode.window.showQuickPick(items, { title: messages["export.title"], matchOnDescription: true }))?.choice;
}

function item({ messages }: Words, choice: FlowExport) {
  const label = messages[`export.${choice.format}`];
  return { label, description: messages[choice.to === "file" ? "export.save" : "export.copy"], choice };
}
