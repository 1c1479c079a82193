import * as vscode from "vscode";
import type { Engine } from "../../../engine/contract/engine";
import type { BegunFile } from "../../../engine/save/packetFiles";
import type { SaveChoice } from "../../../engine/save/saveChoices";
import { savedName } from "../../../engine/save/savedName";
import { wordsFor } from "../../../text/languages";
import { formatCount } from "../../../text/value";
import { say } from "../../../text/words";
import type { CaptureView, CaptureViews } from "../captureViews";
import { fileSink, memorySink, type PieceSink } from "./pieceSinks";
import { chooseSaved } from "./saveChoice";
import { failureOf } from "./saveFailure";
import { chooseTarget, nameOf, type SaveTarget } from "./saveTarget";
import { writePieces } from "./writePieces";

/** Saves packets of a view as a capture of their own: which, where to, and as what a person is asked. */
export async function savePackets(view: CaptureView, views: CaptureViews, selected: number): Promise<void> {
  const { messages } = wordsFor(vscode.env.language);
  const { engine } = view;
  try {
    if (!(await hasBeenRead(engine))) return;
    const offered = await engine.saveChoices(selected);
    if (offered.length === 0) return void vscode.window.showInformationMessage(messages["save.nothing"]);
    const choice = await chooseSaved(offered);
    if (choice) await saveChosen(view, choice, savedName(nameOf(view.document.uri), choice.which));
  } catch (error) {
    void vscode.window.showErrorMessage(await failureOf(error, view, views));
  }
}

/** Counts are those of the whole capture: what is still being read is waited for, unless somebody does not want to. */
async function hasBeenRead(engine: Engine): Promise<boolean> {
  if ((await engine.summary()).complete) return true;
  const title = wordsFor(vscode.env.language).messages["save.waiting"];
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_, token) => {
    const cancelled = new Promise<false>((resolve) => token.onCancellationRequested(() => resolve(false)));
    return Promise.race([cancelled, engine.wholeSummary().then(() => true)]);
  });
}

async function saveChosen(view: CaptureView, choice: SaveChoice, name: string): Promise<void> {
  const words = wordsFor(vscode.env.language);
  const target = await chooseTarget(view.document.uri, name);
  if (!target) return;
  const begun = await view.engine.beginFile(choice.which, target.format);
  if ("obstacle" in begun) {
    const { kind, count } = begun.obstacle;
    const instead = words.messages["save.asPcapng"];
    const told = say(words, `save.obstacle.${kind}`, { count });
    const answer = await vscode.window.showWarningMessage(told, instead);
    // whether a file is there already under that name, the dialog asks
    if (answer === instead) await saveChosen(view, choice, nameOf(target.file).replace(/\.\w*$/, ".pcapng"));
    return;
  }
  if (await write(view.engine, begun, target)) void tellSaved(begun, target);
}

/** False where somebody gave it up. */
function write(engine: Engine, { file, packets }: BegunFile, target: SaveTarget): Thenable<boolean> {
  const words = wordsFor(vscode.env.language);
  const title = say(words, "save.saving", { packets: formatCount(packets), file: nameOf(target.file) });
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    let told = 0;
    const onShare = (share: number) => {
      progress.report({ increment: (share - told) * 100 });
      told = share;
    };
    try {
      return await writePieces(engine, file, await sinkFor(target.file), onShare, () => token.isCancellationRequested);
    } finally {
      await engine.endFile(file).catch(() => {});
    }
  });
}

async function sinkFor(file: vscode.Uri): Promise<PieceSink> {
  if (file.scheme === "file") return fileSink(file.fsPath);
  return memorySink((bytes) => vscode.workspace.fs.writeFile(file, bytes));
}

async function tellSaved({ packets, commentsLost }: BegunFile, { file }: SaveTarget): Promise<void> {
  const words = wordsFor(vscode.env.language);
  const saved = say(words, "save.done", { packets: formatCount(packets), file: nameOf(file) });
  const lost = commentsLost > 0 ? [say(words, "save.commentsLost", { packets: formatCount(commentsLost) })] : [];
  const open = words.messages["save.open"];
  const answer = await vscode.window.showInformationMessage([saved, ...lost].join(" "), open);
  if (answer === open) await vscode.commands.executeCommand("vscode.openWith", file, "wirenote.capture");
}
