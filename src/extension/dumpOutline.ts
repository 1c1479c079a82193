import * as vscode from "vscode";
import { type PacketLines, packetLines } from "../view/packetLines";
import type { DumpDocuments } from "./dumpDocument";
import type { StartLayers } from "./startLayers";

const language = "tcpdump";

/** Folding and outline of packets, for the `tcpdump` language alone: elsewhere they would replace what the language has. */
export class DumpOutlineProvider implements vscode.FoldingRangeProvider, vscode.DocumentSymbolProvider {
  private known = new WeakMap<vscode.TextDocument, { version: number; packets: Promise<PacketLines[] | undefined> }>();

  constructor(private readonly dumps: DumpDocuments) {}

  /** An outline is asked for again when its document changes or a provider comes: after a reader's choice this one comes anew. */
  register(startLayers: StartLayers): vscode.Disposable {
    const come = () =>
      vscode.Disposable.from(
        vscode.languages.registerFoldingRangeProvider(language, this),
        vscode.languages.registerDocumentSymbolProvider(language, this),
      );
    let registered = come();
    const listening = startLayers.onDidChange(() => {
      this.known = new WeakMap();
      registered.dispose();
      registered = come();
    });
    return new vscode.Disposable(() => {
      listening.dispose();
      registered.dispose();
    });
  }

  async provideFoldingRanges(
    document: vscode.TextDocument,
    _: unknown,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[]> {
    const packets = await this.packetsOf(document, token);
    return packets.map(({ first, last }) => new vscode.FoldingRange(first, last));
  }

  async provideDocumentSymbols(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.DocumentSymbol[]> {
    const packets = await this.packetsOf(document, token);
    return packets.map(({ first, last, title, detail }) => {
      const whole = new vscode.Range(first, 0, last, document.lineAt(last).text.length);
      return new vscode.DocumentSymbol(title, detail, vscode.SymbolKind.Event, whole, document.lineAt(first).range);
    });
  }

  private async packetsOf(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PacketLines[]> {
    let known = this.known.get(document);
    if (known?.version !== document.version) {
      known = { version: document.version, packets: this.readPackets(document, token) };
      this.known.set(document, known);
    }
    const packets = await known.packets;
    // whoever asked first may have lost interest
    if (!packets) this.known.delete(document);
    return packets ?? [];
  }

  private async readPackets(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PacketLines[] | undefined> {
    const found = await this.dumps.all(document, token);
    return found?.map(({ lines, dump, packet }) => packetLines(lines, dump, packet));
  }
}
