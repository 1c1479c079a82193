import type { ByteSource } from "../bytes/source";
import { openCapture } from "../capture/readCapture";
import { type Connection, ConnectionTracker } from "../connections/tracker";
import { walkCapture } from "../engine/walkCapture";
import { packetFields } from "../view/packetFields";
import { wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

/** `wirenote packets FILE [--json] [--from N] [--count K]` */
export const packets: Command = async (args, words) => {
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const from = wholeNumber(args.options["from"], 1);
  const count = wholeNumber(args.options["count"], Number.POSITIVE_INFINITY);
  const isJson = args.options["json"] !== undefined;
  const connections = isJson ? await connectionsOf(source) : [];
  const output = new Output();
  let read = 0;
  await walkCapture(source, reader, {
    onPacket: ({ number, record, packet, place }) => {
      read = number;
      if (number < from || number >= from + count) return;
      const fields = packetFields(number, record, packet, place, place && connections[place.stream]);
      if (isJson) output.json(fields);
      else output.line(textLine(fields));
    },
    onBlock: () => output.breathe(),
  });
  await output.flush();
  await source.close();
  return reportDamage(words, reader, read);
};

/** How complete a connection is stands on each of its packets, the first included: it has to be known before. */
async function connectionsOf(source: ByteSource): Promise<readonly Connection[]> {
  const tracker = new ConnectionTracker();
  const reader = await openCapture(source);
  if (reader) await walkCapture(source, reader, { tracker, onPacket: () => {} });
  return tracker.connections;
}

/** The packet list's columns, for people. */
function textLine(fields: ReturnType<typeof packetFields>): string {
  const column = (...ids: string[]) => String(ids.map((id) => fields[id]).find((value) => value !== undefined) ?? "");
  return [
    column("frame.number").padStart(6),
    column("frame.time_epoch"),
    column("ip.src", "ipv6.src").padEnd(15),
    column("ip.dst", "ipv6.dst").padEnd(15),
    column("_ws.col.Protocol").padEnd(6),
    column("frame.len").padStart(5),
    column("_ws.col.Info"),
  ].join(" ");
}
