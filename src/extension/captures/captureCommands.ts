import * as vscode from "vscode";
import { type EditorCommand, editorCommands, type ListCell } from "../../engine/pageContract";
import { wordsFor } from "../../text/languages";
import { say } from "../../text/words";
import { readColumnId } from "../../view/onScreen/columnId";
import { byteFormats } from "../../view/onScreen/copiedBytes";
import type { Commands } from "../commands";
import type { CaptureView, CaptureViews } from "./captureViews";
import { copyFilterLink, copyPacketLink } from "./copiedLink";

/** Commands that go to the page that is looked at; the palette offers them only while there is one. */
export function captureCommands(views: CaptureViews): Commands {
  const ofView = (name: string, run: (view: CaptureView, menu: unknown) => unknown) =>
    [`wirenote.capture.${name}`, (menu?: unknown) => views.active && run(views.active, menu)] as const;
  const plain = editorCommands.filter((name): name is PlainCommand => !withArguments.has(name));
  return Object.fromEntries([
    ...plain.map((name) => ofView(name, (view) => view.command(name))),
    ...cellCommands.map((name) => ofView(name, (view, menu) => view.command(name, cellOf(menu)))),
    ...packetCommands.map((name) => ofView(name, (view, menu) => view.command(name, packetOf(menu)))),
    ...byteFormats.map((format) => ofView(`copyBytes.${format}`, (view) => view.command("copyBytes", format))),
    ofView("goToPacket", goToPacket),
    ofView("copyLink", (view, menu) => copyPacketLink(view, packetOf(menu) ?? views.look?.selected ?? 0)),
    ofView("copyFilterLink", (view) => copyFilterLink(view, views.look?.filter)),
    ["wirenote.openAsCapture", openAsCapture],
  ]);
}

/** Those that may be about a cell of the packet list. */
const cellCommands = [
  "filterByField",
  "filterByNotField",
  "filterByAlsoField",
  "filterByOrField",
  "prepareFilter",
  "copyFieldValue",
  "copyAsFilter",
] as const satisfies readonly EditorCommand[];
/** Those that may be about another packet than the selected one. */
const packetCommands = ["savePackets", "toggleMark", "toggleTimeReference"] as const satisfies readonly EditorCommand[];
const withArguments: ReadonlySet<EditorCommand> = new Set([
  "goToPacket",
  "showFlow",
  "showOnly",
  "resetLayout",
  "copyBytes",
  ...cellCommands,
  ...packetCommands,
]);
/** Those that say everything by their names. */
type PlainCommand = Exclude<
  EditorCommand,
  "goToPacket" | "showFlow" | "showOnly" | "resetLayout" | "copyBytes" | (typeof cellCommands | typeof packetCommands)[number]
>;

/** The cell that a menu of the page was opened on: VS Code hands on what the page says of the place. */
function cellOf(menu: unknown): ListCell | undefined {
  const { listColumn } = (menu ?? {}) as { readonly listColumn?: unknown };
  const packet = packetOf(menu);
  const column = readColumnId(listColumn);
  return packet !== undefined && column ? { packet, column } : undefined;
}

function packetOf(menu: unknown): number | undefined {
  const { packet } = (menu ?? {}) as { readonly packet?: unknown };
  return typeof packet === "number" ? packet : undefined;
}

/** Any file, whatever it is called: a rotated capture has no ending that could be known. */
async function openAsCapture(uri?: vscode.Uri): Promise<void> {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  const file = uri ?? (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined);
  const [chosen] = file ? [file] : ((await vscode.window.showOpenDialog()) ?? []);
  if (chosen) await vscode.commands.executeCommand("vscode.openWith", chosen, "wirenote.capture");
}

/** Asks for the number as VS Code's *Go to Line* does. */
async function goToPacket(view: CaptureView): Promise<void> {
  const words = wordsFor(vscode.env.language);
  const { packets } = await view.document.engine.summary();
  const wrong = say(words, "goTo.wrong", { packets });
  const isThere = (text: string) => /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= packets;
  const text = await vscode.window.showInputBox({
    title: words.messages["goTo.title"],
    prompt: say(words, "goTo.prompt", { packets }),
    validateInput: (typed) => (typed.trim() === "" || isThere(typed) ? undefined : wrong),
  });
  if (text !== undefined && isThere(text)) view.command("goToPacket", Number(text));
}
