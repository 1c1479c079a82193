import type { Words } from "../text/words";
import type { Arguments } from "./arguments";

export type Command = (args: Arguments, words: Words) => Promise<number>;

/** Each command is loaded when it is asked for, so that nobody waits for the others. */
export const commands: Readonly<Record<string, (() => Promise<Command>) | undefined>> = {
  packets: async () => (await import("./packets")).packets,
  tree: async () => (await import("./tree")).tree,
  connections: async () => (await import("./connections")).connections,
  flow: async () => (await import("./flow")).flow,
  follow: async () => (await import("./follow")).follow,
  stats: async () => (await import("./stats")).stats,
  explain: async () => (await import("./explain")).explain,
};
