import * as vscode from "vscode";
import { findDumpAt } from "../dump/findDumps";
import { startLayers } from "../dump/linkEvidence";
import type { ProtocolName } from "../protocols/next";
import { wordsFor } from "../text/languages";
import { say } from "../text/words";
import { linesOfDocument } from "./dumpDocument";

const storageKey = "wirenote.startLayers";
/** So many choices are remembered; the oldest go first. */
const most = 200;
/** Bytes by which a dump is known again, wherever it stands. */
const bytesOfKey = 64;

/** Where the reader says that bytes begin, when the bytes themselves mislead. */
export class StartLayers {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly choices: Map<string, ProtocolName>;

  constructor(private readonly memory: vscode.Memento) {
    this.choices = new Map(memory.get<[string, ProtocolName][]>(storageKey, []));
  }

  chosen(bytes: Uint8Array): ProtocolName | undefined {
    return this.choices.size === 0 ? undefined : this.choices.get(keyOf(bytes));
  }

  /** Asks for the layer at which the packet at a place begins. */
  async choose(uri?: string, line?: number): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const document = uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : editor?.document;
    const at = line ?? editor?.selection.active.line;
    const dump = document && at !== undefined ? findDumpAt(linesOfDocument(document), at) : undefined;
    const words = wordsFor(vscode.env.language);
    if (!dump) return void vscode.window.showInformationMessage(words.messages["start.none"]);
    const labelOf = (layer: ProtocolName) => words.fields[layer]?.label ?? layer;
    const byItself = { label: say(words, "start.byItself", { layer: labelOf(dump.startLayer) }), layer: undefined };
    const others = [...startLayers, "tcp" as const, "udp" as const].map((layer) => ({
      label: labelOf(layer),
      description: layer,
      layer,
    }));
    const picked = await vscode.window.showQuickPick([byItself, ...others], { title: words.messages["start.title"] });
    if (picked) await this.remember(keyOf(dump.bytes), picked.layer);
  }

  private async remember(key: string, layer: ProtocolName | undefined): Promise<void> {
    this.choices.delete(key);
    if (layer) this.choices.set(key, layer);
    await this.memory.update(storageKey, [...this.choices].slice(-most));
    this.changed.fire();
  }
}

function keyOf(bytes: Uint8Array): string {
  return `${bytes.length}:${Buffer.from(bytes.subarray(0, bytesOfKey)).toString("base64")}`;
}
