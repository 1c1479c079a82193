import { StreamFollower } from "../connections/followStream";
import { OpeningWatch } from "../connections/opening";
import type { End } from "../connections/wireSegment";
import { lastSegment } from "../decode/packet";
import { wireSegmentAt } from "../engine/wireSegmentAt";
import { say } from "../text/words";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openIndexedCapture } from "./indexedInput";
import { ByteOutput } from "./output";
import { reportDamage, reportNoStream } from "./reportDamage";

const directions = ["client", "server", "both"] as const;

/** `wirenote follow FILE --stream N --direction client|server|both`: what was sent, byte for byte. */
export const follow: Command = async (args, words) => {
  const direction = args.options["direction"] ?? "both";
  if (!directions.some((known) => known === direction)) throw new CliError(say(words, "cli.noDirection", { direction }));
  const stream = wholeNumber(args.options["stream"], 0, words);
  const packets = await openIndexedCapture(args.rest[0], words);
  const { columns, tracker } = packets;
  if (stream >= tracker.count) return reportNoStream(stream, words, packets);
  const opening = new OpeningWatch();
  const output = new ByteOutput();
  const roleOf = (end: End) => (end === (opening.result?.opener ?? tracker.connection(stream).client) ? "client" : "server");
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
  for await (const { index, packet } of packets.decoded(packets.ofConnection(stream))) {
    opening.add(wireSegmentAt(columns, index));
    follower.add(index, columns.direction(index), lastSegment(packet)!);
    await output.breathe();
  }
  follower.finish();
  await output.flush();
  await packets.source.close();
  return reportDamage(words, packets.reader, columns.count);
};
