import type { Node } from "../decode/node";
import type { Layer } from "../decode/packet";
import type { DescribedSegment } from "../prose/mention";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { describedByBytes } from "./earlierPackets";
import { explanationsInPlace } from "./explainInPlace";
import { explainNetworkField } from "./explainNetwork";
import { segmentExplanations } from "./explainSegment";
import { explainValue } from "./explainValue";

/** What a node means here, with the numbers of this packet; empty where only its general sentence applies. */
export function explainNode(node: Node, layer: Layer): readonly Sentence[] {
  const ofSegment = layer.segment && segmentExplanations[node.id]?.(layer.segment);
  return [...(ofSegment ?? explainByValue(node, layer)), ...explainProblem(node)];
}

/** The same in a text, where segments of the same connection may stand above; they are looked for only where they matter. */
export function explainNodeInPlace(node: Node, layer: Layer, earlier: () => readonly DescribedSegment[]): readonly Sentence[] {
  const inPlace = layer.segment && !layer.quoted ? explanationsInPlace[node.id] : undefined;
  if (!inPlace || !layer.segment) return explainNode(node, layer);
  return [...inPlace(describedByBytes(layer.segment), earlier(), node), ...explainProblem(node)];
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
