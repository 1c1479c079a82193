import { formatEndpoint } from "../../text/address";
import type { CapturedPackets } from "../capturedPackets";
import type { ShownPackets } from "../shownPackets";
import type { SavedPackets } from "./savedPackets";

/** What is offered to be saved, and how many packets that are. */
export interface SaveChoice {
  readonly which: SavedPackets;
  readonly packets: number;
  /** Of a connection: who opened it, and to whom. */
  readonly ends?: readonly [client: string, server: string];
  /** The filter that shows them. */
  readonly filter?: string;
}

/** What makes sense while a packet is selected (0 for none): no choice without packets, none that means the same as another. */
export function saveChoices({ columns, tracker }: CapturedPackets, shown: ShownPackets, selected: number): SaveChoice[] {
  const all = columns.count;
  const { filtered, expression } = shown;
  const choices: SaveChoice[] = [];
  if (filtered && filtered.length > 0 && filtered.length < all)
    choices.push({ which: { kind: "shown" }, packets: filtered.length, filter: expression });
  const isThere = selected >= 1 && selected <= all;
  if (isThere && columns.flow[selected - 1] >= 0) {
    const stream = columns.stream(selected - 1);
    const { endpoints, client, packets } = tracker.connection(stream);
    const [one, other] = [endpoints[client], endpoints[1 - client]].map(({ address, port }) => formatEndpoint(address, port));
    choices.push({ which: { kind: "connection", stream }, packets, ends: [one, other] });
  }
  if (all > 0) choices.push({ which: { kind: "all" }, packets: all });
  if (isThere && all > 1) choices.push({ which: { kind: "packet", number: selected }, packets: 1 });
  return choices;
}
