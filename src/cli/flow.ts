import { ConnectionLife } from "../connections/life";
import { ConnectionTracker } from "../connections/tracker";
import { wireSegmentOf } from "../connections/wireSegmentOf";
import { lastSegment } from "../decode/packet";
import { walkCapture } from "../engine/walkCapture";
import { say } from "../text/words";
import { flowWriters } from "../view/flow/flowFormats";
import { flowOf } from "../view/flow/flowOf";
import type { FlowSegment } from "../view/flow/flowRows";
import { notations } from "../view/flow/notation";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

const formats = ["text", "mermaid", "svg", "markdown"] as const;

/** `wirenote flow FILE --stream N [--format text|mermaid|svg|markdown] [--notation wireshark|tcpdump|stevens] [--unfold]` */
export const flow: Command = async (args, words) => {
  const { format: formatName = "text", notation: notationName = "wireshark" } = args.options;
  const format = formats.find((name) => name === formatName);
  if (!format) throw new CliError(say(words, "cli.noFormat", { name: formatName }));
  const notation = notations.find((name) => name === notationName);
  if (!notation) throw new CliError(say(words, "cli.noNotation", { name: notationName }));
  const stream = wholeNumber(args.options["stream"], 0);
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const tracker = new ConnectionTracker();
  const life = new ConnectionLife();
  const segments: (FlowSegment & { readonly seconds: number })[] = [];
  let packets = 0;
  await walkCapture(source, reader, {
    tracker,
    onPacket: ({ number, packet, place }) => {
      packets = number;
      const segment = lastSegment(packet);
      if (!segment || place?.stream !== stream) return;
      life.add(wireSegmentOf(number, segment, place));
      // its bytes are read over by what comes next, and not needed
      const kept = { ...segment, network: undefined, payload: undefined };
      segments.push({ frame: number, segment: kept, place, seconds: (place.sinceFirst || 0) / 1e9 });
    },
  });
  await source.close();
  const connection = tracker.connections[stream];
  const lived = connection && life.result(connection.client);
  if (!lived) throw new CliError(say(words, "cli.noStream", { stream, connections: tracker.connections.length }));
  const folds = args.options["unfold"] === undefined;
  const output = new Output();
  output.line(flowWriters[format].write(flowOf(stream, connection, lived, segments, { notation, words, folds }), words));
  await output.flush();
  return reportDamage(words, reader, packets);
};
