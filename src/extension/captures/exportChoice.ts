import * as vscode from "vscode";
import type { ChartExport, FlowExport } from "../../engine/pageContract";
import { wordsFor } from "../../text/languages";

/** What can be written into a file, and what is of use on the clipboard. */
interface Offered<Format> {
  readonly files: readonly Format[];
  readonly texts: readonly Format[];
}

const ofFlow: Offered<FlowExport["format"]> = {
  files: ["svg", "png", "mermaid", "text", "markdown", "html"],
  texts: ["mermaid", "text", "markdown", "svg"],
};
const ofChart: Offered<ChartExport["format"]> = { files: ["svg", "png", "csv"], texts: ["csv", "svg"] };

export const chooseFlowExport = (): Promise<FlowExport | undefined> => choose(ofFlow, "export.title");
export const chooseChartExport = (): Promise<ChartExport | undefined> => choose(ofChart, "export.chart.title");

/** Asks in VS Code's own list, which the keyboard and screen readers know. */
async function choose<Format extends FlowExport["format"] | ChartExport["format"]>(
  { files, texts }: Offered<Format>,
  title: "export.title" | "export.chart.title",
): Promise<{ readonly format: Format; readonly to: "file" | "clipboard" } | undefined> {
  const { messages } = wordsFor(vscode.env.language);
  const heading = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, choice: undefined });
  const item = (format: Format, to: "file" | "clipboard") => ({
    label: messages[`export.${format}`],
    description: messages[to === "file" ? "export.save" : "export.copy"],
    choice: { format, to },
  });
  const items = [
    heading(messages["export.toFile"]),
    ...files.map((format) => item(format, "file")),
    heading(messages["export.toClipboard"]),
    ...texts.map((format) => item(format, "clipboard")),
  ];
  return (await vscode.window.showQuickPick(items, { title: messages[title], matchOnDescription: true }))?.choice;
}
