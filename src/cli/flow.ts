import { Flows } from "../engine/flows";
import { say } from "../text/words";
import { flowWriters } from "../view/flow/flowFormats";
import type { FlowView } from "../view/flow/flowWindow";
import { flowNotations } from "../view/onScreen/flowLook";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openIndexedCapture } from "./indexedInput";
import { Output } from "./output";
import { reportDamage, reportNoStream } from "./reportDamage";

const formats = ["text", "mermaid", "svg", "markdown"] as const;

/** `wirenote flow FILE --stream N [--format text|mermaid|svg|markdown] [--notation wireshark|tcpdump|stevens] [--unfold]` */
export const flow: Command = async (args, words) => {
  const { format: formatName = "text", notation: notationName = "wireshark" } = args.options;
  const format = formats.find((name) => name === formatName);
  if (!format) throw new CliError(say(words, "cli.noFormat", { name: formatName }));
  const notation = flowNotations.find((name) => name === notationName);
  if (!notation) throw new CliError(say(words, "cli.noNotation", { name: notationName }));
  const stream = wholeNumber(args.options["stream"], 0, words);
  const packets = await openIndexedCapture(args.rest[0], words);
  if (stream >= packets.tracker.count) return reportNoStream(stream, words, packets);
  const folds = args.options["unfold"] === undefined;
  const view: FlowView = { notation, numbers: "relative", time: "even", folds, unfolded: [] };
  const drawn = await new Flows(packets, words).of(stream).whole(view, Number.POSITIVE_INFINITY);
  const output = new Output();
  output.line(flowWriters[format].write(drawn, words));
  await output.flush();
  await packets.source.close();
  return reportDamage(words, packets.reader, packets.columns.count);
};
