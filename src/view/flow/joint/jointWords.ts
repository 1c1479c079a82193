import { say, type Words } from "../../../text/words";
import { arrowText, stateText } from "../flowWords";
import type { ConnectionStory, JointArrow, JointFlow, JointRun, JointSummary, Lifeline, OfConnection } from "./jointFlow";

/** So many names at most are listed in a title. */
const mostNames = 4;

/** A title such as `3 connections: 10.0.0.1, 10.0.0.2 and 10.0.0.3`. */
export function titleOf({ connections, lifelines }: Pick<JointSummary, "connections" | "lifelines">, words: Words): string {
  const names = lifelines.map(({ name }) => name);
  const hosts = names.length > mostNames ? say(words, "joint.hosts", { hosts: names.length }) : names.join(listSpace(words));
  return say(words, "joint.title", { connections, hosts });
}

export function roleText({ isClient, isServer }: Lifeline, { messages }: Words): string {
  if (isClient && isServer) return messages["joint.both"];
  return messages[isClient ? "ladder.client" : "ladder.server"];
}

/** A segment with its ports, as the packet list has it, and whatever is remarkable about it. */
export const segmentText = (row: JointArrow | JointRun, words: Words): string =>
  `${portsText(row)} ${row.kind === "run" ? row.label : arrowText(row, words)}`;

export const portsText = ({ ports }: Pick<OfConnection, "ports">): string => ports.join(" → ");

/** The states that both ends come to with a segment, and what is said of its connection there. */
export function changesText(row: JointArrow | JointRun, words: Words): string {
  const states = row.kind === "run" ? [] : row.states;
  const changes = (["client", "server"] as const).flatMap((end) => {
    const own = states.flatMap((each) => (each[end] ? [stateText(each[end])] : []));
    return own.length > 0 ? [`${words.messages[`ladder.${end}`]} ${own.join(" → ")}`] : [];
  });
  return [...changes, ...row.told].join(listSpace(words));
}

/** How a connection opened and closed, in sentences. */
export const storyText = ({ opening, closing }: ConnectionStory, { language }: Words): string =>
  [opening, closing].join(language === "zh-cn" ? "" : " ");

const listSpace = ({ language }: Words): string => (language === "zh-cn" ? "、" : ", ");

/** What stands below the rows; `hidden` hosts have no lifeline there. */
export const jointNotes = (flow: JointFlow, words: Words, hidden = 0): string[] => [
  ...(hidden > 0 ? [say(words, "joint.hidden", { hosts: hidden })] : []),
  ...(flow.left === undefined ? [] : [say(words, "flow.left", { rows: flow.left })]),
  ...(flow.stories.length < flow.connections
    ? [say(words, "joint.untold", { connections: flow.connections - flow.stories.length })]
    : []),
  ...(flow.beyond > 0 ? [say(words, "joint.beyond", { connections: flow.beyond })] : []),
  ...(flow.hasAssumed ? [say(words, "flow.assumed", {})] : []),
];
