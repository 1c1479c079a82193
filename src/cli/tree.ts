import { scanCapture } from "../capture/readCapture";
import { decodePacket } from "../decode/decodePacket";
import type { Packet } from "../decode/packet";
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
  let found: Packet | undefined;
  await scanCapture(source, reader, {
    onPacket: (record, block, at) => {
      packets += 1;
      if (packets !== wanted) return;
      // a copy: the block is used again for the next part of the file
      found = decodePacket(
        block.slice(at, at + record.capturedLength),
        record.length,
        reader.interfaces[record.interface].linkType,
      );
    },
  });
  await source.close();
  if (!found) throw new CliError(say(words, "cli.noPacket", { number: wanted, packets }));
  const nodes = packetTree(found, words);
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
