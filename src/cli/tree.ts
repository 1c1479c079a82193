import { say } from "../text/words";
import { packetTree, type TreeNode } from "../view/tree";
import { wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openIndexedCapture } from "./indexedInput";
import { Output } from "./output";
import { reportDamage, reportMissing } from "./reportDamage";

/** `wirenote tree FILE N [--json] [--lang zh-cn]` */
export const tree: Command = async (args, words) => {
  const number = wholeNumber(args.rest[1], 1, words);
  const packets = await openIndexedCapture(args.rest[0], words);
  const { count } = packets.columns;
  if (number < 1 || number > count) return reportMissing(say(words, "cli.noPacket", { number, packets: count }), words, packets);
  const nodes = packetTree(await packets.decode(number - 1), words);
  await packets.source.close();
  const output = new Output();
  if (args.options["json"] !== undefined) output.json(nodes);
  else printTree(nodes, "", output);
  await output.flush();
  return reportDamage(words, packets.reader, count);
};

function printTree(nodes: readonly TreeNode[], indent: string, output: Output): void {
  for (const { label, text, problem, start, length, children } of nodes) {
    output.line(`${indent}${label}${text ? `: ${text}` : ""}${problem ? ` (${problem})` : ""}  [${start}+${length}]`);
    if (children) printTree(children, `${indent}  `, output);
  }
}
