import type * as vscode from "vscode";
import { decodeFrom } from "../decode/decodePacket";
import type { Packet } from "../decode/packet";
import { type Dump, type Lines, linesOf } from "../dump/dump";
import { findDumpAt, findDumpsBetween } from "../dump/findDumps";
import type { TextPacket } from "../view/textCapture";
import type { StartLayers } from "./startLayers";

/** Lines read before others may have their turn. */
const atOnce = 2000;

/** A packet that stands in a document, and what it says. */
export interface DumpInDocument {
  readonly dump: Dump;
  readonly packet: Packet;
}

/** Dumps of documents, read from the layer on that the reader chose. Only the lines asked for are read, and those around them. */
export class DumpDocuments {
  constructor(private readonly startLayers: StartLayers) {}

  at(document: vscode.TextDocument, { line, character }: vscode.Position): DumpInDocument | undefined {
    const dump = findDumpAt(linesOfDocument(document), line, character);
    return dump && this.read(dump);
  }

  within(document: vscode.TextDocument, { start, end }: vscode.Range): DumpInDocument[] {
    return findDumpsBetween(linesOfDocument(document), start.line, end.line).map((dump) => this.read(dump));
  }

  /** All of them, read in pieces so that typing goes on; nothing when nobody waits for it any more. */
  async all(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<TextPacket[] | undefined> {
    const { version } = document;
    const lines = linesOf(document.getText());
    const packets: TextPacket[] = [];
    for (let first = 0; first < lines.count; first += atOnce) {
      if (token.isCancellationRequested || document.version !== version) return undefined;
      for (const dump of findDumpsBetween(lines, first, first + atOnce - 1)) {
        // one that began in the piece before is known already
        if (dump.startLine >= first) packets.push({ lines, ...this.read(dump) });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return packets;
  }

  private read(found: Dump): DumpInDocument {
    const dump = { ...found, startLayer: this.startLayers.chosen(found.bytes) ?? found.startLayer };
    return { dump, packet: decodeFrom(dump.startLayer, dump.bytes) };
  }
}

/** One for each version: what was read of its lines is remembered with it. */
const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly lines: Lines }>();

export function linesOfDocument(document: vscode.TextDocument): Lines {
  const before = known.get(document);
  if (before?.version === document.version) return before.lines;
  const lines: Lines = { count: document.lineCount, at: (line) => document.lineAt(line).text };
  known.set(document, { version: document.version, lines });
  return lines;
}
