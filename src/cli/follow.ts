import { StreamFollower } from "../connections/followStream";
import { OpeningWatch } from "../connections/opening";
import { ConnectionTracker } from "../connections/tracker";
import type { End } from "../connections/wireSegment";
import { wireSegmentOf } from "../connections/wireSegmentOf";
import { lastSegment } from "../decode/packet";
import { walkCapture } from "../engine/walkCapture";
import { say } from "../text/words";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { ByteOutput } from "./output";
import { reportDamage } from "./reportDamage";

const directions = ["client", "server", "both"] as const;

/** `wirenote follow FILE --stream N --direction client|server|both`: what was sent, byte for byte. */
export const follow: Command = async (args, words) => {
  const direction = args.options["direction"] ?? "both";
  if (!directions.some((known) => known === direction)) throw new CliError(say(words, "cli.noDirection", { direction }));
  const stream = wholeNumber(args.options["stream"], 0);
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const tracker = new ConnectionTracker();
  const opening = new OpeningWatch();
  const output = new ByteOutput();
  const roleOf = (end: End) => (end === (opening.result?.opener ?? tracker.connections[stream].client) ? "client" : "server");
  const isWanted = (end: End) => direction === "both" || direction === roleOf(end);
  const follower = new StreamFollower({
    onBytes: (from, bytes) => {
      if (isWanted(from)) output.bytes(bytes);
    },
    onGap: (from, count, at) => {
      const name = roleOf(from);
      const role = say(words, `connections.${name}`, {});
      if (isWanted(from)) process.stderr.write(`${say(words, "follow.gap", { count, at, from: role })}\n`);
    },
  });
  let packets = 0;
  await walkCapture(source, reader, {
    tracker,
    onPacket: ({ number, packet, place }) => {
      packets = number;
      const segment = lastSegment(packet);
      if (!segment || place?.stream !== stream) return;
      opening.add(wireSegmentOf(number, segment, place));
      follower.add(place.direction, segment);
    },
    onBlock: () => output.flush(),
  });
  follower.finish();
  await output.flush();
  await source.close();
  const connections = tracker.connections.length;
  if (stream >= connections) throw new CliError(say(words, "cli.noStream", { stream, connections }));
  return reportDamage(words, reader, packets);
};
