import { readRange } from "../bytes/source";
import { decodeFrom } from "../decode/decodePacket";
import { byteAt, byteAtMark, type Dump, type Lines, linesOf } from "../dump/dump";
import { findDumpAt, findDumps } from "../dump/findDumps";
import { surroundingsOf } from "../explain/surroundings";
import { mentionAt } from "../prose/mentionAt";
import { formatOctets } from "../text/value";
import { say, type Words } from "../text/words";
import { hoverAt } from "../view/hover";
import { mentionHover } from "../view/mentionHover";
import { dumpFields } from "../view/packetFields";
import { summaryAbove } from "../view/packetLines";
import { layerName } from "../view/protocolColumn";
import { rowHoverAt } from "../view/rowHover";
import { CliError } from "./arguments";
import type { Command } from "./commands";
import { exitCode, openInput } from "./input";
import { Output } from "./output";

/** `wirenote explain FILE [--at LINE:COL] [--json] [--lang zh-cn]` */
export const explain: Command = async (args, words) => {
  const source = await openInput(args.rest[0], words);
  const lines = linesOf(new TextDecoder().decode(await readRange(source, 0, source.size)));
  await source.close();
  const output = new Output();
  if (args.options["at"] !== undefined) {
    const { line, column } = readPlace(args.options["at"], words);
    const said = line < lines.count ? hoverAtPlace(lines, line, column, words) : undefined;
    output.line(said?.markdown ?? say(words, "hover.none", {}));
  } else for (const dump of findDumps(lines)) output.json(described(dump, lines));
  await output.flush();
  return exitCode.fine;
};

/** What an editor shows on hover: at a byte, at the offset of a row, or at words. */
function hoverAtPlace(lines: Lines, line: number, column: number, words: Words): { readonly markdown: string } | undefined {
  const dump = findDumpAt(lines, line, column);
  const packet = dump && decodeFrom(dump.startLayer, dump.bytes);
  const byte = dump && (byteAt(dump, line, column) ?? byteAtMark(dump, lines.at(line), line, column));
  if (packet && byte !== undefined) return hoverAt(packet, byte, words, surroundingsOf(lines, dump));
  const row = packet && rowHoverAt(dump, packet, line, column, lines.at(line), words);
  const mention = row ? undefined : mentionAt(lines, line, column);
  return row ?? (mention && mentionHover(mention, words));
}

function described(dump: Dump, lines: Lines) {
  const summary = summaryAbove(lines, dump);
  return {
    startLine: dump.startLine + 1,
    endLine: dump.endLine + 1,
    startLayer: layerName(dump.startLayer),
    bytes: formatOctets(dump.bytes, Number.POSITIVE_INFINITY),
    ...(summary !== undefined && { summary }),
    fields: dumpFields(decodeFrom(dump.startLayer, dump.bytes)),
    findings: [],
  };
}

/** `LINE:COL` counted from 1, as editors show it. */
function readPlace(text: string, words: Words): { line: number; column: number } {
  const match = /^(\d+):(\d+)$/.exec(text);
  if (!match) throw new CliError(say(words, "cli.noPlace", { text }));
  return { line: Number(match[1]) - 1, column: Number(match[2]) - 1 };
}
