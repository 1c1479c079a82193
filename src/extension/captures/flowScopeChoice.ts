import * as vscode from "vscode";
import type { Engine } from "../../engine/contract";
import type { ConnectionChoice, ScopeChoice } from "../../engine/joint/connectionChoices";
import { say, type Words, wordsFor } from "../../text/words";
import { type FlowScope, mostConnections } from "../../view/onScreen/flowScope";

/** So many connections are listed; of more, those that fit what is typed. */
const mostListed = 1000;

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope?: FlowScope;
}

/** Asks in VS Code's own list which connections a flow shall show: some that belong together, or one by one. */
export async function chooseFlowScope(
  engine: Pick<Engine, "connectionChoices">,
  offered: readonly ScopeChoice[],
  current: FlowScope,
): Promise<FlowScope | undefined> {
  const words = wordsFor(vscode.env.language);
  const { messages } = words;
  const marked = (item: ScopeItem): ScopeItem =>
    JSON.stringify(item.scope) === JSON.stringify(current) ? { ...item, label: `$(check) ${item.label}` } : item;
  const items: ScopeItem[] = [
    { label: messages["scope.selected"], description: messages["scope.selected.detail"], scope: { kind: "selected" } },
    ...offered.map((choice) => itemOf(choice, words)),
    { label: messages["scope.choose"], ...(current.kind === "chosen" && { picked: true }) },
  ];
  const options = { title: messages["scope.title"], placeHolder: messages["scope.prompt"] };
  const item = await vscode.window.showQuickPick(items.map(marked), options);
  if (!item) return undefined;
  if (item.scope) return item.scope;
  const streams = await chooseConnections(engine, current.kind === "chosen" ? current.streams : [], words);
  return streams && { kind: "chosen", streams };
}

function itemOf({ scope, hosts, connections, isAll }: ScopeChoice, words: Words): ScopeItem {
  const [one, other = one] = hosts;
  const label =
    scope.kind === "pair"
      ? say(words, "scope.pair", { one, other })
      : scope.kind === "host"
        ? say(words, "scope.host", { host: one })
        : words.messages[isAll ? "scope.shown.all" : "scope.shown"];
  return { label, description: say(words, "scope.several", { connections }), scope };
}

interface ConnectionItem extends vscode.QuickPickItem {
  readonly stream: number;
}

/** Several of all connections; what was picked stays so while something else is searched for. */
async function chooseConnections(
  engine: Pick<Engine, "connectionChoices">,
  chosen: readonly number[],
  words: Words,
): Promise<readonly number[] | undefined> {
  const { messages } = words;
  const pick = vscode.window.createQuickPick<ConnectionItem>();
  Object.assign(pick, {
    title: messages["scope.choose.title"],
    placeholder: messages["scope.choose.prompt"],
    canSelectMany: true,
    matchOnDescription: true,
    busy: true,
  });
  const picked = new Map<number, ConnectionItem | undefined>(chosen.map((stream) => [stream, undefined]));
  let hasAll = false;
  const list = async (search: string) => {
    const { choices, more } = await engine.connectionChoices(search, mostListed);
    // somebody has typed on meanwhile
    if (search !== pick.value) return;
    hasAll = search === "" && !more;
    const items = choices.map((choice) => connectionItem(choice, words));
    for (const item of items) if (picked.has(item.stream)) picked.set(item.stream, item);
    const others = [...picked.values()].filter((item) => item && !items.some(({ stream }) => stream === item.stream));
    pick.items = [...(others as ConnectionItem[]), ...items];
    pick.selectedItems = pick.items.filter(({ stream }) => picked.has(stream));
    pick.title = more ? `${messages["scope.choose.title"]}: ${messages["scope.choose.more"]}` : messages["scope.choose.title"];
    pick.busy = false;
  };
  pick.onDidChangeValue((search) => hasAll || void list(search));
  pick.onDidChangeSelection((selected) => {
    for (const { stream } of pick.items) picked.delete(stream);
    for (const item of selected) picked.set(item.stream, item);
  });
  const done = new Promise<readonly number[] | undefined>((resolve) => {
    pick.onDidAccept(() => resolve([...picked.keys()].sort((a, b) => a - b).slice(0, mostConnections)));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  await list("");
  const streams = await done;
  pick.dispose();
  return streams && streams.length > 0 ? streams : undefined;
}

function connectionItem({ stream, client, server, packets, first }: ConnectionChoice, words: Words): ConnectionItem {
  return {
    stream,
    label: `${stream}: ${client} → ${server}`,
    description: say(words, "scope.packets", { packets, first }),
  };
}
