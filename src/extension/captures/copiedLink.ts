import * as vscode from "vscode";
import { type CapturePlace, linkTo } from "../../notes/capturePlace";
import { pathBetween } from "../../notes/pathBetween";
import { withoutClocks } from "../../view/glimpse";
import { codeSpan } from "../../view/markdown";
import { fileName } from "../notes/noteLinks";
import type { CaptureView } from "./captureViews";

/** Puts a link to a packet where a note can be given it: in Markdown, with what the packet list says of it. */
export async function copyPacketLink({ document, engine }: CaptureView, packet: number): Promise<void> {
  const [row] = await engine.rows(packet - 1, 1);
  if (row) await copyLink(document.uri, withoutClocks(row.info), { packet });
}

/** The same to what the filter shows: to the whole capture where there is none. */
export const copyFilterLink = ({ document: { uri } }: CaptureView, filter: string | undefined): Promise<void> =>
  filter === undefined ? copyLink(uri, fileName(uri)) : copyLink(uri, filter, { filter });

async function copyLink(capture: vscode.Uri, text: string, place?: CapturePlace): Promise<void> {
  await vscode.env.clipboard.writeText(`[${codeSpan(text)}](${linkTo(pathFromNote(capture), place)})`);
}

/** From the note that is in view, as far as there is one; else as the workspace has it. */
function pathFromNote(capture: vscode.Uri): string {
  const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
  const beside = documents.filter(({ uri }) => uri.scheme === capture.scheme);
  const note = beside.find(({ languageId }) => languageId === "markdown") ?? beside[0];
  return note ? pathBetween(note.uri.path, capture.path) : vscode.workspace.asRelativePath(capture, false);
}
