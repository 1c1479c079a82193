import { stat } from "node:fs/promises";
import * as vscode from "vscode";
import type { CaptureFormat } from "../../../engine/save/fileFormat";
import { formatOfName } from "../../../engine/save/savedName";
import { wordsFor } from "../../../text/languages";
import { say } from "../../../text/words";

/** Where packets go, and as what. */
export interface SaveTarget {
  readonly file: vscode.Uri;
  readonly format: CaptureFormat;
}

/** Asks where to, beside the capture unless another place is chosen, until that is a file which can be written. */
export async function chooseTarget(capture: vscode.Uri, name: string): Promise<SaveTarget | undefined> {
  const words = wordsFor(vscode.env.language);
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(capture, "..", name),
    title: words.messages["save.title"],
    filters: { [words.messages["save.format.pcapng"]]: ["pcapng"], [words.messages["save.format.pcap"]]: ["pcap"] },
  });
  if (!file) return undefined;
  const format = formatOfName(file.path);
  const refusal =
    format === "packed"
      ? words.messages["save.packed"]
      : (await isSameFile(file, capture))
        ? say(words, "save.own", { file: nameOf(file) })
        : undefined;
  if (format !== "packed" && refusal === undefined) return { file, format };
  void vscode.window.showWarningMessage(refusal!);
  return undefined;
}

export const nameOf = ({ path }: vscode.Uri): string => path.replace(/^.*\//, "");

/** Under whatever name: a link leads to the same one, and some systems know no upper and lower case. */
async function isSameFile(one: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  if (one.scheme !== "file" || other.scheme !== "file") return false;
  const [first, second] = await Promise.all([one, other].map(({ fsPath }) => stat(fsPath).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
