import { html, nothing } from "lit";
import { type BitSpan, bitSpan, partOfByte } from "../../view/onScreen/bitSpan";
import { byteColours } from "../../view/onScreen/byteColours";
import type { HexCell } from "../../view/onScreen/hexRows";
import { nodeOf } from "../../view/onScreen/treeRows";
import type { TreeNode } from "../../view/tree";
import { styled } from "../styled";

/** Marked bytes: from where the marking began to where it has come, both included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export const inOrder = ({ from, to }: ByteRange): ByteRange => ({ from: Math.min(from, to), to: Math.max(from, to) });

/** What decides how every byte is lit. */
export interface Lights {
  readonly colours: Uint8Array;
  readonly chosen: TreeNode | undefined;
  readonly isField: boolean;
  readonly chosenBits: BitSpan | undefined;
  readonly pointedBits: BitSpan | undefined;
  /** The header around the selected field. */
  readonly from: number;
  readonly to: number;
  readonly marked: ByteRange | undefined;
}

/** The node with a key, if it is in the packet's own bytes. */
export function nodeWithin(tree: readonly TreeNode[], key: string): TreeNode | undefined {
  const node = key ? nodeOf(tree, key) : undefined;
  return node && node.source === undefined && node.length > 0 ? node : undefined;
}

/** What is to be lit: fields by their keys, and marked bytes. */
interface Lit {
  readonly selected: string;
  readonly pointed: string;
  readonly marked: ByteRange | undefined;
}

export function lightsOf(tree: readonly TreeNode[], colours: Uint8Array, { selected, pointed, marked }: Lit): Lights {
  const chosen = nodeWithin(tree, selected);
  const layer = nodeWithin(tree, selected.split("/")[0]);
  const under = nodeWithin(tree, pointed);
  return {
    colours,
    chosen,
    // a whole header is lit less strongly than a field, since it is so much
    isField: selected.includes("/"),
    chosenBits: chosen && bitSpan(chosen),
    pointedBits: under && bitSpan(under),
    from: layer?.start ?? 0,
    to: layer ? layer.start + layer.length : colours.length,
    marked: marked && inOrder(marked),
  };
}

/** A byte in one of the two columns, lit as far as it belongs to the selected field or to the one pointed at. */
export function litByte({ index, hex, ascii }: HexCell, kind: "hex" | "ascii", lights: Lights) {
  const { chosenBits, pointedBits, isField, marked } = lights;
  const ofChosen = chosenBits && partOfByte(chosenBits, index);
  const part = ofChosen ?? (pointedBits && partOfByte(pointedBits, index));
  const isMarked = marked && index >= marked.from && index <= marked.to;
  const style = part && !isMarked ? { "--from": `${part.from * 12.5}%`, "--to": `${part.to * 12.5}%` } : {};
  // the header in which the selected field stands is easier to see than the others
  const isAround = index >= lights.from && index < lights.to;
  const look = isMarked ? "marked" : part ? `lit ${ofChosen ? (isField ? "chosen" : "header") : ""}` : "";
  return html`<span
    id=${kind === "hex" ? `byte-${index}` : nothing}
    class="byte ${byteColours[lights.colours[index]]} ${look} ${isAround ? "" : "dim"}"
    data-index=${index}
    ${styled(style)}
    >${kind === "hex" ? hex : ascii}</span
  >`;
}
