import type * as vscode from "vscode";
import { decodeFrom } from "../decode/decodePacket";
import type { Packet } from "../decode/packet";
import type { Dump, Lines } from "../dump/dump";
import { findDumpAt, findDumpsBetween } from "../dump/findDumps";
import type { StartLayers } from "./startLayers";

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
