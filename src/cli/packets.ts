import type { ByteSource } from "../bytes/source";
import { openCapture } from "../capture/readCapture";
import { type Connection, ConnectionTracker } from "../connections/tracker";
import { FactsAlongTheWay } from "../engine/packetFacts";
import { walkCapture } from "../engine/walkCapture";
import { asksForWholeConnections, type Filter, PacketMatcher, readFilter } from "../filter/filter";
import type { Words } from "../text/words";
import { filterProblemPlace, filterProblemText } from "../view/filterProblem";
import { packetFields } from "../view/packetFields";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

/** `wirenote packets FILE [--json] [--filter EXPR] [--from N] [--count K]`: from packet N on, at most K of those that fit. */
export const packets: Command = async (args, words) => {
  const filter = filterOf(args.options["filter"] ?? "", words);
  const matcher = new PacketMatcher(filter);
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const from = wholeNumber(args.options["from"], 1);
  const count = wholeNumber(args.options["count"], Number.POSITIVE_INFINITY);
  const isJson = args.options["json"] !== undefined;
  const connections = isJson || asksForWholeConnections(filter) ? await connectionsOf(source) : [];
  const facts = new FactsAlongTheWay(connections);
  const output = new Output();
  let [read, shown] = [0, 0];
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      const { number, record, packet, place } = visit;
      read = number;
      const known = facts.of(visit);
      if (number < from || shown >= count || !matcher.matches(known)) return;
      shown += 1;
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

function filterOf(expression: string, words: Words): Filter {
  const reading = readFilter(expression);
  if ("filter" in reading) return reading.filter;
  const { problem } = reading;
  throw new CliError(`${filterProblemPlace(expression, problem)}\n${filterProblemText(problem, words)}`);
}

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
