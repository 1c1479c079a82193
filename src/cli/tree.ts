import { walkCapture } from "../engine/walkCapture";
import { say } from "../text/words";
import { packetTree, type TreeNode } from "../view/tree";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { exitCode, openCaptureInput } from "./input";
import { Output } from "./output";

/** `wirenote tree FILE N [--json] [--lang zh-cn]` */
export const tree: Command = async (args, words) => {
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const wanted = wholeNumber(args.rest[1], 1);
  let packets = 0;
  let nodes: readonly TreeNode[] | undefined;
  await walkCapture(source, reader, {
    onPacket: ({ number, packet }) => {
      packets = number;
      if (number === wanted) nodes = packetTree(packet, words);
    },
  });
  await source.close();
  if (!nodes) throw new CliError(say(words, "cli.noPacket", { number: wanted, packets }));
  const output = new Output();
  if (args.options["json"] !== undefined) output.json(nodes);
  else printTree(nodes, "", output);
  await output.flush();
  return exitCode.fine;
};

function printTree(nodes: readonly TreeNode[], indent: string, output: Output): void {
  for (const { label, text, problem, start, length, children } of nodes) {
    output.line(`${indent}${label}${text ? `: ${text}` : ""}${problem ? ` (${problem})` : ""}  [${start}+${length}]`);
    if (children) printTree(children, `${indent}  `, output);
  }
}
