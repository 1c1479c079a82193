import { formatEndpoint } from "../../text/address";
import type { CapturedPackets } from "../capturedPackets";
import type { ShownPackets } from "../shownPackets";
import { chosenPackets, type SavedPackets } from "./savedPackets";

/** A choice of packets to save, and how many they are. */
export interface SaveChoice {
  readonly which: SavedPackets;
  readonly packets: number;
  /** How many fragments are saved with them, from which some of them are put together. */
  readonly fragments: number;
  /** For a connection: who opened it, and to whom. */
  readonly ends?: readonly [client: string, server: string];
  /** The filter that shows them. */
  readonly filter?: string;
}

/** The choices that make sense while a packet is selected (0 for none): none without packets, and none that means the same as another. */
export function saveChoices(packets: CapturedPackets, shown: ShownPackets, selected: number): SaveChoice[] {
  const { columns, tracker, marked } = packets;
  const { filtered, expression } = shown;
  const all = columns.count;
  const choice = (which: SavedPackets, more: Pick<SaveChoice, "ends" | "filter"> = {}): SaveChoice => {
    const { count, fragments } = chosenPackets(which, packets, filtered);
    return { which, packets: count - fragments, fragments, ...more };
  };
  const choices: SaveChoice[] = [];
  if (filtered && filtered.length > 0 && filtered.length < all) choices.push(choice({ kind: "shown" }, { filter: expression }));
  const { packets: ofMarks } = marked.told;
  if (ofMarks > 0 && ofMarks < all) choices.push(choice({ kind: "marked" }));
  const isThere = selected >= 1 && selected <= all;
  if (isThere && columns.flow[selected - 1] >= 0) {
    const stream = columns.stream(selected - 1);
    const { endpoints, client } = tracker.connection(stream);
    const [one, other] = [endpoints[client], endpoints[1 - client]].map(({ address, port }) => formatEndpoint(address, port));
    choices.push(choice({ kind: "connection", stream }, { ends: [one, other] }));
  }
  if (all > 0) choices.push(choice({ kind: "all" }));
  if (isThere && all > 1) choices.push(choice({ kind: "packet", number: selected }));
  return choices;
}
