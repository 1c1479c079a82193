import * as vscode from "vscode";
import { filterFields } from "../../filter/fields";
import type { DerivedId } from "../../protocols/derived";
import type { FieldId } from "../../protocols/registry";
import { wordsFor } from "../../text/languages";
import { filterLabel } from "../../view/filterLabel";

/** What people most often give a column who look into TCP. */
const oftenWanted = [
  "tcp.stream",
  "tcp.time_delta",
  "tcp.time_relative",
  "tcp.seq",
  "tcp.nxtseq",
  "tcp.ack",
  "tcp.len",
  "tcp.window_size",
  "tcp.analysis.bytes_in_flight",
  "tcp.analysis.ack_rtt",
  "tcp.analysis.acks_frame",
  "tcp.options.timestamp.tsval",
  "tcp.options.timestamp.tsecr",
  "ip.id",
  "ip.ttl",
] as const satisfies readonly (DerivedId | FieldId)[];

/** Asks in VS Code's own list which field is to have a column; what has one already is not offered. */
export async function chooseField(shown: readonly string[]): Promise<string | undefined> {
  const words = wordsFor(vscode.env.language);
  const { messages } = words;
  const heading = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, name: undefined });
  const item = (name: string) => ({ label: name, description: filterLabel(words, name), name });
  const isOffered = (name: string) => !shown.includes(name);
  const others = [...filterFields.keys()].filter((name) => !oftenWanted.some((often) => often === name));
  const items = [
    heading(messages["list.column.often"]),
    ...oftenWanted.filter(isOffered).map(item),
    heading(messages["list.column.others"]),
    ...others.filter(isOffered).map(item),
  ];
  const options = { title: messages["list.column.which"], matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.name;
}
