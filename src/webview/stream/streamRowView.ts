import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import type { StreamRow } from "../../view/stream/streamRows";
import { words } from "../language";

/** What a row's drawing depends on besides the row itself. */
export interface RowPlace {
  /** The row's place, from 0, of so many. */
  readonly place: number;
  readonly count: number;
  /** The packet of the row above. */
  readonly above: number | undefined;
  readonly isSelected: boolean;
  /** Whether the row has the focus. */
  readonly isActive: boolean;
  /** The text that is highlighted wherever it occurs; nothing is if this is empty. */
  readonly searched: string;
}

const signs = { client: "→", server: "←" } as const;
const roleOf = ({ from }: StreamRow): string => words.messages[`ladder.${from}`];

/** A row of what was sent; it shows its packet if that is not the one of the row above. */
export function streamRow(row: StreamRow | undefined, { place, count, above, isSelected, isActive, searched }: RowPlace) {
  if (!row) return html`<div class="row waiting" role="presentation"></div>`;
  const [packet] = row.packets;
  const isNew = packet !== undefined && packet !== above;
  return html`<div
    id=${`row-${place}`}
    class=${classMap({ row: true, [row.from]: true, active: isActive })}
    role="option"
    data-place=${place}
    aria-posinset=${place + 1}
    aria-setsize=${count}
    aria-selected=${isSelected}
    aria-label=${spoken(row)}
  ><span class="from">${isNew ? signs[row.from] : nothing}</span><span class="packet">${isNew ? packet : nothing}</span><span class="said">${said(row, searched)}</span></div>`;
}

function said(row: StreamRow, searched: string) {
  const { hex, missing } = row;
  const text = marked(row.text, searched);
  if (missing !== undefined) return html`<span class="missing">${saidIn(row)}</span>`;
  if (!hex) return text;
  return html`<span class="offset">${hex.offset}</span><span class="digits">${hex.digits}</span><span class="ascii">${text}</span>`;
}

/** A text with small letters of ASCII alone, as the search treats both cases alike. */
const folded = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function marked(text: string, searched: string): TemplateResult | string {
  const at = searched === "" ? -1 : folded(text).indexOf(folded(searched));
  if (at < 0) return text;
  const end = at + searched.length;
  return html`${text.slice(0, at)}<mark>${text.slice(at, end)}</mark>${marked(text.slice(end), searched)}`;
}

function saidIn(row: StreamRow): string {
  const { text, missing } = row;
  return missing === undefined ? text : say(words, "stream.missing", { count: formatCount(missing), from: roleOf(row) });
}

const spoken = (row: StreamRow): string =>
  row.missing === undefined
    ? say(words, "stream.row", { packets: row.packets.join(", "), from: roleOf(row), text: row.text })
    : saidIn(row);

/** A row as it is copied. */
export const rowText = (row: StreamRow): string => (row.hex ? `${row.hex.offset}  ${row.hex.digits}  ${row.text}` : saidIn(row));
