import * as vscode from "vscode";
import { decodeFrom } from "../decode/decodePacket";
import { linesOf } from "../dump/dump";
import { findDumpsBetween } from "../dump/findDumps";
import { type PacketLines, packetLines } from "../view/packetLines";

/** Lines read before others may have their turn. */
const atOnce = 2000;

/** Folding and outline of packets, for the `tcpdump` language alone: elsewhere they would replace what the language has. */
export class DumpOutlineProvider implements vscode.FoldingRangeProvider, vscode.DocumentSymbolProvider {
  private readonly known = new WeakMap<vscode.TextDocument, { version: number; packets: Promise<PacketLines[] | undefined> }>();

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
      known = { version: document.version, packets: readPackets(document, token) };
      this.known.set(document, known);
    }
    const packets = await known.packets;
    // whoever asked first may have lost interest
    if (!packets) this.known.delete(document);
    return packets ?? [];
  }
}

/** In pieces, so that typing goes on; nothing when nobody waits for it any more. */
async function readPackets(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PacketLines[] | undefined> {
  const { version } = document;
  const lines = linesOf(document.getText());
  const packets: PacketLines[] = [];
  for (let first = 0; first < lines.count; first += atOnce) {
    if (token.isCancellationRequested || document.version !== version) return undefined;
    const last = Math.min(first + atOnce, lines.count) - 1;
    for (const dump of findDumpsBetween(lines, first, last)) {
      // one that began in the piece before is known already
      if (dump.startLine >= first || first === 0) packets.push(packetLines(lines, dump, decodeFrom(dump.startLayer, dump.bytes)));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return packets;
}
