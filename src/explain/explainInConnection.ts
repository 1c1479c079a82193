import { shiftNotInUse, unknownShift } from "../connections/side";
import type { Node } from "../decode/node";
import type { Layer, Segment } from "../decode/packet";
import { tcp, tcpFlag } from "../protocols/tcp";
import { type Sentence, sentence } from "../text/words";
import { explainNode } from "./explainNode";
import { explainRole } from "./explainSegment";

/** What a segment's connection tells of it: its numbers as counted from the first ones, and the factor of its window. */
export interface InConnection {
  readonly seq: number;
  readonly ack: number;
  readonly windowFactor: number;
}

/** What a node means in a segment whose connection is known: with the numbers on the wire, or with those counted from the first. */
export function explainInConnection(
  node: Node,
  layer: Layer,
  place: InConnection,
  numbers: "raw" | "relative",
): readonly Sentence[] {
  const { segment } = layer;
  if (!segment) return explainNode(node, layer);
  const window = node.id === tcp.fields.window_size_value.id ? explainWindow(segment, place.windowFactor) : undefined;
  if (window) return [window];
  const counted = numbers === "relative" ? { ...layer, segment: { ...segment, seq: place.seq, ack: place.ack } } : layer;
  // the header as a whole stands for what the segment does
  return node.id === tcp.id ? explainRole(counted.segment ?? segment) : explainNode(node, counted);
}

/** What is known of the window's factor, depending on whether the SYNs were captured; nothing where the general sentence says it all. */
function explainWindow({ window = 0, flags = 0 }: Segment, factor: number): Sentence | undefined {
  if (window === 0 || flags & (tcpFlag.SYN | tcpFlag.RST)) return undefined;
  if (factor > 0) return sentence("tree.window.scaled", { window, factor, bytes: window * factor });
  if (factor === shiftNotInUse) return sentence("place.window.unscaled", { window });
  return factor === unknownShift ? sentence("place.window.unknown", { window }) : undefined;
}
