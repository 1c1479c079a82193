import * as vscode from "vscode";
import type { Engine } from "../../engine/contract/engine";
import type { ConnectionChoice, ScopeChoice } from "../../engine/joint/connectionChoices";
import { wordsFor } from "../../text/languages";
import { say, type Words } from "../../text/words";
import { type FlowScope, mostConnections } from "../../view/onScreen/flowScope";

/** So many connections are listed at most; where there are more, typing finds the others. */
const mostListed = 1000;

/** A scope, one of the connections, or neither: the way to choose one by one. */
interface ChoiceItem extends vscode.QuickPickItem {
  readonly scope?: FlowScope;
  readonly stream?: number;
}
type ChoiceList = vscode.QuickPick<ChoiceItem>;
type Lister = Pick<Engine, "connectionChoices">;

/**
 * Asks in VS Code's own list which connections a flow shall show: some that belong together, or one by one. Both questions are asked
 * in one list: a second one would be closed by the keyboard's way back from the first.
 */
export async function chooseFlowScope(
  engine: Lister,
  offered: readonly ScopeChoice[],
  current: FlowScope,
): Promise<FlowScope | undefined> {
  const words = wordsFor(vscode.env.language);
  const list = vscode.window.createQuickPick<ChoiceItem>();
  const givenUp = new Promise<undefined>((resolve) => list.onDidHide(() => resolve(undefined)));
  try {
    const item = await Promise.race([givenUp, chooseScope(list, offered, current, words)]);
    if (!item || item.scope) return item?.scope;
    const known = current.kind === "chosen" ? current.streams : [];
    const streams = await Promise.race([givenUp, chooseConnections(list, engine, known, words)]);
    return streams && streams.length > 0 ? { kind: "chosen", streams } : undefined;
  } finally {
    list.dispose();
  }
}

function chooseScope(
  list: ChoiceList,
  offered: readonly ScopeChoice[],
  current: FlowScope,
  words: Words,
): Promise<ChoiceItem | undefined> {
  const { messages } = words;
  const items: ChoiceItem[] = [
    { label: messages["scope.selected"], description: messages["scope.selected.detail"], scope: { kind: "selected" } },
    ...offered.map((choice) => scopeItem(choice, words)),
  ];
  const marked = items.map((item) => (isSame(item.scope, current) ? { ...item, label: `$(check) ${item.label}` } : item));
  list.title = messages["scope.title"];
  list.placeholder = messages["scope.prompt"];
  list.items = [...marked, { label: messages["scope.choose"] }];
  list.show();
  return new Promise((resolve) => list.onDidAccept(() => resolve(list.selectedItems[0])));
}

const isSame = (one: FlowScope | undefined, other: FlowScope): boolean =>
  one?.kind === "selected" ? other.kind === "selected" : JSON.stringify(one) === JSON.stringify(other);

function scopeItem({ scope, hosts, connections, isAll }: ScopeChoice, words: Words): ChoiceItem {
  const [one, other = one] = hosts;
  const label =
    scope.kind === "pair"
      ? say(words, "scope.pair", { one, other })
      : scope.kind === "host"
        ? say(words, "scope.host", { host: one })
        : words.messages[isAll ? "scope.shown.all" : "scope.shown"];
  return { label, description: say(words, "scope.several", { connections }), scope };
}

/** Several of all connections; what was picked stays so while something else is searched for. */
function chooseConnections(
  list: ChoiceList,
  engine: Lister,
  chosen: readonly number[],
  words: Words,
): Promise<readonly number[]> {
  const { messages } = words;
  const picked = new Map<number, ChoiceItem | undefined>(chosen.map((stream) => [stream, undefined]));
  // what VS Code has all of it narrows down itself: no answer of ours takes away what somebody picks meanwhile
  let hasAll = true;
  const fill = async (search: string) => {
    const { choices, more } = await engine.connectionChoices(search, mostListed);
    // somebody has typed on meanwhile
    if (search !== "" && search !== list.value) return;
    if (search === "") hasAll = !more;
    const found = choices.map((choice) => connectionItem(choice, words));
    for (const item of found) if (picked.has(item.stream)) picked.set(item.stream, item);
    const others = [...picked.values()].filter((item) => item && !found.some(({ stream }) => stream === item.stream));
    list.items = [...others.flatMap((item) => item ?? []), ...found];
    list.selectedItems = list.items.filter(({ stream }) => picked.has(stream ?? -1));
    list.title = more ? `${messages["scope.choose.title"]}: ${messages["scope.choose.more"]}` : messages["scope.choose.title"];
    list.busy = false;
  };
  // first of all: changes are passed on in their order, and rows that are there already would have no boxes
  list.canSelectMany = true;
  list.busy = true;
  list.items = [];
  list.value = "";
  list.matchOnDescription = true;
  list.placeholder = messages["scope.choose.prompt"];
  list.onDidChangeValue((search) => hasAll || void fill(search));
  list.onDidChangeSelection((selected) => {
    if (list.busy) return;
    for (const { stream } of list.items) picked.delete(stream ?? -1);
    for (const item of selected) if (item.stream !== undefined) picked.set(item.stream, item);
  });
  void fill("").then(() => (hasAll || list.value === "" ? undefined : fill(list.value)));
  return new Promise((resolve) =>
    list.onDidAccept(() => resolve([...picked.keys()].sort((a, b) => a - b).slice(0, mostConnections))),
  );
}

function connectionItem({ stream, client, server, packets, first }: ConnectionChoice, words: Words) {
  return {
    stream,
    label: `${stream}: ${client} → ${server}`,
    description: say(words, "scope.packets", { packets, first }),
  };
}
