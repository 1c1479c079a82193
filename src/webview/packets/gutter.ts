import { html, nothing } from "lit";
import type { RelatedPackets } from "../../engine/contract/packets";
import { say } from "../../text/words";
import type { PacketRow } from "../../view/packetRow";
import { words } from "../language";

/** What the gutter needs to show how packets are related to the selected one. */
export interface Bonds {
  /** The number of the selected packet, and its connection. */
  readonly selected: number;
  readonly stream: number;
  readonly related: RelatedPackets | undefined;
  /** Whether the list is in the capture's order: a bracket makes sense only then. */
  readonly isInOrder: boolean;
}

type Relation = "acknowledged" | "acknowledges" | "repeated" | "repeats" | "original" | "duplicate";

/** The signs of relations, so that these are not shown by colour alone; there are words for each. */
const signs: Readonly<Record<Relation, string>> = {
  acknowledged: "✓",
  acknowledges: "↩",
  repeated: "↻",
  repeats: "↻",
  original: "≡",
  duplicate: "≡",
};

function relationOf(number: number, related: RelatedPackets): Relation | undefined {
  if (related.acknowledges.includes(number)) return "acknowledged";
  if (related.repeats === number) return "repeated";
  if (related.repeatedBy.includes(number)) return "repeats";
  if (related.duplicateOf === number) return "original";
  if (related.duplicates.includes(number)) return "duplicate";
  return related.acknowledgedBy === number ? "acknowledges" : undefined;
}

/** The part that a row has of the bracket along the selected packet's connection. */
function partOf({ number, stream }: PacketRow, { stream: selected, related, isInOrder }: Bonds): string {
  if (selected < 0) return "";
  const isOwn = stream === selected;
  if (!isInOrder) return isOwn ? "part" : "";
  const { first, last } = related ?? {};
  if (first === undefined || last === undefined) return isOwn ? "part" : "";
  if (!isOwn) return number > first && number < last ? "passed" : "";
  if (first === last) return "part";
  return number === first ? "part first" : number === last ? "part last" : "part";
}

export function gutterCell(row: PacketRow | undefined, bonds: Bonds) {
  const part = row ? partOf(row, bonds) : "";
  const relation = row && bonds.related && bonds.selected !== row.number ? relationOf(row.number, bonds.related) : undefined;
  const texts = [
    ...(part.startsWith("part") ? [words.messages["list.sameConnection"]] : []),
    ...(relation ? [say(words, `list.relation.${relation}`, { number: bonds.selected })] : []),
  ];
  return html`<span
    class=${`gutter ${part}`}
    role="gridcell"
    aria-label=${texts.length > 0 ? texts.join("; ") : nothing}
    title=${relation ? texts.join("; ") : nothing}
    >${relation ? html`<span class="relation">${signs[relation]}</span>` : nothing}</span
  >`;
}
