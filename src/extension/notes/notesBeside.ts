import * as vscode from "vscode";
import type { PacketNote } from "../../engine/pageContract";
import type { WrittenLink } from "../../notes/linksInLine";
import { notedPackets } from "../../notes/notedPackets";
import { fileName, placesOf } from "./noteLinks";

/** Larger ones were not written by hand, and more are no notes on one capture. */
const mostBytes = 1_000_000;
const mostNotes = 500;

/** What notes say of a capture's packets: those in its folder, those in the folder above, and those that are open. */
export async function notesBeside(capture: vscode.Uri): Promise<PacketNote[]> {
  const open = vscode.workspace.textDocuments.filter(isNote);
  const folder = vscode.Uri.joinPath(capture, "..");
  const inFolders = await Promise.all([folder, vscode.Uri.joinPath(folder, "..")].map(notesIn));
  const beside = inFolders.flat().slice(0, mostNotes);
  const uris = new Map([...open.map(({ uri }) => uri), ...beside].map((uri) => [uri.toString(), uri]));
  const found = await Promise.all([...uris.values()].map(async (uri) => notesOf(capture, uri, await textOf(uri, open))));
  return found.flat();
}

/** Notes are written in Markdown. */
export const isNote = ({ languageId }: vscode.TextDocument): boolean => languageId === "markdown";

function notesOf(capture: vscode.Uri, note: vscode.Uri, text: string): PacketNote[] {
  const own = capture.toString();
  const leadsHere = ({ path, isAnywhere }: WrittenLink) =>
    placesOf(note, path).some((place) => place.toString() === own) || (isAnywhere === true && path === fileName(capture));
  return notedPackets(text, leadsHere).map((each) => ({ ...each, note: note.toString(), name: fileName(note) }));
}

async function notesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.flatMap(([name, type]) =>
    (type & vscode.FileType.File) !== 0 && /\.(?:md|markdown)$/i.test(name) ? [vscode.Uri.joinPath(folder, name)] : [],
  );
}

/** As it is being written, where somebody does. */
async function textOf(note: vscode.Uri, open: readonly vscode.TextDocument[]): Promise<string> {
  const document = open.find(({ uri }) => uri.toString() === note.toString());
  if (document) return document.getText();
  const { fs } = vscode.workspace;
  try {
    return (await fs.stat(note)).size > mostBytes ? "" : new TextDecoder().decode(await fs.readFile(note));
  } catch {
    // it has gone since
    return "";
  }
}
