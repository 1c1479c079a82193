import type { Words } from "../text/words";
import type { Arguments } from "./arguments";
import { connections } from "./connections";
import { explain } from "./explain";
import { flow } from "./flow";
import { follow } from "./follow";
import { packets } from "./packets";
import { stats } from "./stats";
import { tree } from "./tree";

export type Command = (args: Arguments, words: Words) => Promise<number>;

export const commands: Readonly<Record<string, Command | undefined>> = {
  packets,
  tree,
  connections,
  flow,
  follow,
  stats,
  explain,
};
