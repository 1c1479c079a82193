import * as vscode from "vscode";
import type { SaveChoice } from "../../../engine/save/saveChoices";
import { wordsFor } from "../../../text/languages";
import { formatCount } from "../../../text/value";
import { say } from "../../../text/words";

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: SaveChoice;
}

/** Asks which packets are to be saved, of those that are offered. */
export async function chooseSaved(offered: readonly SaveChoice[]): Promise<SaveChoice | undefined> {
  const { messages } = wordsFor(vscode.env.language);
  const items = offered.map(itemOf);
  return (await vscode.window.showQuickPick(items, { title: messages["save.title"], placeHolder: messages["save.prompt"] }))
    ?.choice;
}

function itemOf(choice: SaveChoice): ChoiceItem {
  const words = wordsFor(vscode.env.language);
  const { which, ends, filter } = choice;
  const label =
    which.kind === "connection"
      ? say(words, "save.connection", { stream: which.stream })
      : which.kind === "packet"
        ? say(words, "save.packet", { number: formatCount(which.number) })
        : words.messages[`save.${which.kind}`];
  const detail = ends?.join(" → ") ?? filter;
  return { label, description: countOf(choice), ...(detail && { detail }), choice };
}

/** One packet needs no count. */
function countOf({ which, packets, fragments }: SaveChoice): string {
  const words = wordsFor(vscode.env.language);
  const told = [
    which.kind === "packet" ? "" : say(words, "editor.count", { packets: formatCount(packets) }),
    fragments > 0 ? say(words, "save.fragments", { fragments: formatCount(fragments) }) : "",
  ];
  return told.filter(Boolean).join(" ");
}
