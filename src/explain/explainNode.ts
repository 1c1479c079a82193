import type { Node } from "../decode/node";
import type { Layer } from "../decode/packet";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { describedByBytes } from "./earlierPackets";
import { explanationsInPlace } from "./explainInPlace";
import { explainNetworkField } from "./explainNetwork";
import { flagsInWords, segmentExplanations } from "./explainSegment";
import { explainValue } from "./explainValue";
import type { Surroundings } from "./surroundings";

/** What a node means here, with the numbers of this packet; empty where only its general sentence applies. */
export function explainNode(node: Node, layer: Layer): readonly Sentence[] {
  const ofSegment = layer.segment && segmentExplanations[node.id]?.(layer.segment);
  return [...(ofSegment ?? explainByValue(node, layer)), ...explainProblem(node)];
}

/** The same for a packet in a text, where segments of its connection may stand above; they are looked for only where they matter. */
export function explainNodeInPlace(node: Node, layer: Layer, around: Surroundings): readonly Sentence[] {
  const { segment } = layer;
  const inPlace = segment && !layer.quoted ? explanationsInPlace[node.id] : undefined;
  if (!inPlace || !segment) return explainNode(node, layer);
  const [value, ...others] = inPlace(describedByBytes(segment), around.earlier(segment), node);
  const title = node.id === "tcp.flags" ? explainTitle(segment.flags, around.title(segment)?.flags) : [];
  return [...(value ? [value] : []), ...title, ...others, ...explainProblem(node)];
}

/** Whoever writes notes may change bytes, or the line above them, to show something; then the two contradict each other. */
function explainTitle(own: number | undefined, titled: number | undefined): Sentence[] {
  if (own === undefined || titled === undefined) return [];
  return [sentence("place.titleDiffers", { ...flagsInWords(titled), own: flagsInWords(own).names })];
}

function explainByValue(node: Node, layer: Layer): readonly Sentence[] {
  if (node.id === "tcp.payload") return [sentence("tcp.payload", { length: node.length })];
  return explainNetworkField(node, layer) ?? explainValue(node.id, typeof node.value === "number" ? node.value : 0);
}

function explainProblem({ problem }: Node): Sentence[] {
  switch (problem?.kind) {
    case "cut":
      return [sentence("problem.cut", problem)];
    case "length":
      return [sentence("problem.length", problem)];
    case "checksum":
      return [sentence("tcp.checksum.bad", { expected: formatHex(problem.expected, 16) })];
    default:
      return [];
  }
}
