import { createHash } from "node:crypto";
import * as vscode from "vscode";
import { wordsFor } from "../text/languages";
import { captureOfText, type TextPacket } from "../view/textCapture";
import type { CaptureOpening } from "./captures/captureOpening";
import type { DumpDocuments } from "./dumpDocument";

export const openDumpCommand = "wirenote.openDumpAsCapture";
export const showDumpFlowCommand = "wirenote.showDumpFlow";

/** So many captures of texts are kept, since editors are opened again when VS Code starts. */
const most = 50;

/** Makes a capture of the packets that stand in a text, and opens it at one of them. */
export class DumpCaptures {
  constructor(
    private readonly dumps: DumpDocuments,
    private readonly folder: vscode.Uri,
    private readonly opening: CaptureOpening,
  ) {}

  /** The packet at a place of a document, or at the cursor; whether there is one. */
  async open(flow: boolean, uri?: string, line?: number, character?: number, column?: vscode.ViewColumn): Promise<boolean> {
    const editor = vscode.window.activeTextEditor;
    const document = uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : editor?.document;
    if (!document) return sayNone();
    const cursor = line === undefined ? editor?.selection.active : undefined;
    const at = cursor ?? new vscode.Position(line ?? 0, character ?? 0);
    const packets = await this.packetsOf(document);
    if (!packets) return false;
    const { file, numbers } = captureOfText(packets);
    if (numbers.every((number) => number === undefined)) return sayNone();
    const packet = numbers[indexAt(packets, document, at)] ?? 1;
    await this.opening.open(await this.write(document, file), { packet, flow, ...(column && { column }) });
    return true;
  }

  /** Of all cells, where it is a notebook's. */
  private async packetsOf(document: vscode.TextDocument): Promise<PacketOfDocument[] | undefined> {
    const title = wordsFor(vscode.env.language).messages["textCapture.reading"];
    const options = { location: vscode.ProgressLocation.Window, title };
    return vscode.window.withProgress(options, async (_, token) => {
      const packets: PacketOfDocument[] = [];
      for (const part of partsOf(document)) {
        const found = await this.dumps.all(part, token);
        if (!found) return undefined;
        packets.push(...found.map((each) => ({ ...each, document: part })));
      }
      return packets;
    });
  }

  /** The same packets are the same file, which is open perhaps; others are another. */
  private async write(document: vscode.TextDocument, file: Uint8Array): Promise<vscode.Uri> {
    const key = createHash("sha256").update(file).digest("hex").slice(0, 16);
    const name = document.uri.path.replace(/^.*\//, "").replace(/\.\w+$/, "") || "text";
    const capture = vscode.Uri.joinPath(this.folder, key, `${name}.pcapng`);
    if (!(await exists(capture))) {
      await this.forgetOldest();
      await vscode.workspace.fs.writeFile(capture, file);
    }
    return capture;
  }

  private async forgetOldest(): Promise<void> {
    const { fs } = vscode.workspace;
    const names = (await exists(this.folder)) ? (await fs.readDirectory(this.folder)).map(([name]) => name) : [];
    if (names.length < most) return;
    const folders = names.map((name) => vscode.Uri.joinPath(this.folder, name));
    const written = await Promise.all(folders.map(async (uri) => ({ uri, time: (await fs.stat(uri)).mtime })));
    written.sort((one, other) => one.time - other.time);
    for (const { uri } of written.slice(0, names.length - most + 1)) await fs.delete(uri, { recursive: true });
  }
}

type PacketOfDocument = TextPacket & { readonly document: vscode.TextDocument };

function partsOf(document: vscode.TextDocument): vscode.TextDocument[] {
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.getCells().some((cell) => cell.document === document));
  return notebook ? notebook.getCells().map((cell) => cell.document) : [document];
}

/** The packet around a place, else the next one below it, else the last. */
function indexAt(packets: readonly PacketOfDocument[], document: vscode.TextDocument, at: vscode.Position): number {
  const isAt = ({ dump }: TextPacket) => dump.lines[0] === at.line && dump.columns[0] === at.character;
  const exact = packets.findIndex((each) => each.document === document && isAt(each));
  if (exact >= 0) return exact;
  const next = packets.findIndex((each) => each.document === document && each.dump.endLine >= at.line);
  return next >= 0 ? next : packets.length - 1;
}

function sayNone(): false {
  void vscode.window.showInformationMessage(wordsFor(vscode.env.language).messages["textCapture.none"]);
  return false;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
