import { findNode } from "../decode/node";
import type { Packet } from "../decode/packet";
import type { Dump } from "../dump/dump";
import { flagNames, tcp } from "../protocols/tcp";

/** A few words behind the digits of a dump. */
export interface FlagHint {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** `8010 ◂ ACK`, for every TCP header of a dump. */
export function flagHints(dump: Dump, packet: Packet): FlagHint[] {
  return packet.layers.flatMap(({ node, segment }) => {
    const flags = findNode([node], tcp.fields.flags.id);
    if (!segment || !flags || node.source !== undefined || segment.flags === undefined) return [];
    const last = flags.start + flags.length - 1;
    const names = flagNames(segment.flags);
    if (last >= dump.bytes.length || names.length === 0) return [];
    return [{ line: dump.lines[last], column: dump.columns[last] + dump.widths[last], text: `◂ ${names.join(", ")}` }];
  });
}
