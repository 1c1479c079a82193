import type { CapturedPackets } from "../engine/capturedPackets";
import { filterRows } from "../engine/filter/filterRows";
import { PacketRows } from "../engine/packetRows";
import { wholePackets } from "../engine/wholePackets";
import { type Filter, readFilter } from "../filter/filter";
import { formatElapsed } from "../text/moment";
import type { Words } from "../text/words";
import { filterProblemPlace, filterProblemText } from "../view/filterProblem";
import { plainLook } from "../view/onScreen/rowLook";
import { packetFields } from "../view/packetFields";
import type { PacketRow } from "../view/packetRow";
import { CliError, wholeNumber } from "./arguments";
import type { Command } from "./commands";
import { openIndexedCapture } from "./indexedInput";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

/** `wirenote packets FILE [--json] [--filter EXPR] [--from N] [--count K]`: from packet N on, at most K packets that fit. */
export const packets: Command = async (args, words) => {
  const filter = filterOf(args.options["filter"] ?? "", words);
  const from = wholeNumber(args.options["from"], 1, words);
  const count = wholeNumber(args.options["count"], Number.POSITIVE_INFINITY, words);
  const capture = await openIndexedCapture(args.rest[0], words);
  const fitting = (await filterRows(filter, capture)) ?? Uint32Array.from({ length: capture.columns.count }, (_, index) => index);
  const first = fitting.findIndex((index) => index + 1 >= from);
  const wanted = first < 0 ? fitting.subarray(0, 0) : fitting.subarray(first, first + count);
  const output = new Output();
  await (args.options["json"] === undefined ? printRows : printFields)(capture, wanted, output);
  await output.flush();
  await capture.source.close();
  return reportDamage(words, capture.reader, capture.columns.count);
};

function filterOf(expression: string, words: Words): Filter {
  const reading = readFilter(expression);
  if ("filter" in reading) return reading.filter;
  const { problem } = reading;
  throw new CliError(`${filterProblemPlace(expression, problem)}\n${filterProblemText(problem, words)}`);
}

async function printFields(capture: CapturedPackets, wanted: Uint32Array, output: Output): Promise<void> {
  for await (const { number, record, packet, place } of wholePackets(capture, wanted)) {
    output.json(packetFields(number, record, packet, place, place && capture.tracker.connection(place.stream)));
    await output.breathe();
  }
}

/** The columns of the packet list, for people to read. */
async function printRows(capture: CapturedPackets, wanted: Uint32Array, output: Output): Promise<void> {
  await new PacketRows(capture).each(
    wanted,
    { ...plainLook, time: "epoch" },
    (row) => output.line(textLine(row)),
    () => output.breathe(),
  );
}

const textLine = ({ number, time, source, destination, protocol, length, info }: PacketRow): string =>
  [
    String(number).padStart(6),
    time ? formatElapsed(time) : "",
    source.padEnd(15),
    destination.padEnd(15),
    protocol.padEnd(6),
    String(length).padStart(5),
    info,
  ].join(" ");
