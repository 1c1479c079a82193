import * as vscode from "vscode";
import { captureEnding } from "../../notes/captureEnding";
import type { CapturePlace } from "../../notes/capturePlace";
import { linksInLine, type WrittenLink } from "../../notes/linksInLine";

/** A link of a document to a capture that is there. */
export interface NoteLink {
  readonly range: vscode.Range;
  readonly capture: vscode.Uri;
  readonly place?: CapturePlace;
}

/** Finds the captures that documents speak of: beside the document, or from a folder of the workspace on. */
export class NoteLinks {
  async within(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<NoteLink[]> {
    const text = document.getText();
    const lines = new Set(
      Array.from(text.matchAll(new RegExp(captureEnding, "gi")), ({ index }) => document.positionAt(index).line),
    );
    const links: NoteLink[] = [];
    const disk = new Disk(document);
    for (const line of lines) {
      if (token.isCancellationRequested) return [];
      links.push(...(await disk.links(line)));
    }
    return links;
  }

  async at(document: vscode.TextDocument, position: vscode.Position): Promise<NoteLink | undefined> {
    const links = await new Disk(document).links(position.line);
    return links.find(({ range }) => range.contains(position));
  }
}

/** What is there of the captures that a document speaks of; each is looked for once. */
class Disk {
  private readonly known = new Map<string, Promise<vscode.Uri | undefined>>();

  constructor(private readonly document: vscode.TextDocument) {}

  /** Of links that may begin at several columns the first that leads somewhere. */
  async links(line: number): Promise<NoteLink[]> {
    const links: NoteLink[] = [];
    let end = -1;
    for (const written of linksInLine(this.document.lineAt(line).text)) {
      if (written.start < end) continue;
      const capture = await this.find(written);
      if (!capture) continue;
      end = written.end;
      const range = new vscode.Range(line, written.start, line, written.end);
      links.push({ range, capture, ...(written.place && { place: written.place }) });
    }
    return links;
  }

  private find(link: WrittenLink): Promise<vscode.Uri | undefined> {
    const key = `${link.path}${link.isAnywhere ? "/" : ""}`;
    const known = this.known.get(key) ?? this.firstThere(link);
    this.known.set(key, known);
    return known;
  }

  private async firstThere({ path, isAnywhere }: WrittenLink): Promise<vscode.Uri | undefined> {
    for (const place of placesOf(this.document.uri, path)) if (await isFile(place)) return place;
    if (!isAnywhere) return undefined;
    const [found] = await vscode.workspace.findFiles(`**/${path.replace(/[*?[\]{}]/g, "[$&]")}`, undefined, 1);
    return found;
  }
}

export const fileName = ({ path }: vscode.Uri): string => path.replace(/^.*\//, "");

/** Where a path may lead that stands in a note: from the note's folder on, or from one of the workspace. */
export function placesOf(note: vscode.Uri, path: string): vscode.Uri[] {
  if (/^(?:[a-z]:)?\//i.test(path)) return [note.with({ path })];
  const own = note.scheme === "untitled" ? [] : [vscode.Uri.joinPath(note, "..")];
  const folders = [...own, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  return folders.map((folder) => vscode.Uri.joinPath(folder, path));
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
