/** A field, a header or a run of bytes of one packet: plain data, without words. */
export interface Node {
  /** Wireshark's display-filter name. */
  readonly id: string;
  /** First byte, within the bytes of `source`. */
  readonly start: number;
  length: number;
  /** Bits within these bytes, counted from the most significant; absent for whole bytes. */
  bit?: number | undefined;
  bits?: number | undefined;
  value?: Value | undefined;
  /** Which bytes `start` counts in: absent for the packet's own, else an index into `Packet.sources`. */
  readonly source?: number | undefined;
  problem?: Problem | undefined;
  children?: Node[] | undefined;
}

export type Value = number | bigint | string | Uint8Array;

/** What is wrong with a node, as an id that `text/` has words for, and the numbers that go into them. */
export type Problem =
  /** `claimedBy` promised `needed` bytes from `start`; only `have` are there. */
  | { readonly kind: "cut"; readonly needed: number; readonly have: number; readonly claimedBy: string; readonly start: number }
  /** A length that its own definition does not allow. */
  | { readonly kind: "length"; readonly value: number; readonly least: number }
  | { readonly kind: "version"; readonly found: number; readonly expected: number }
  | { readonly kind: "checksum"; readonly expected: number }
  | { readonly kind: "checksum-partial" }
  | { readonly kind: "checksum-unverified" }
  | ({ readonly kind: "not-decoded" } & Undecoded)
  /** A piece of a datagram whose other pieces are in other packets. */
  | { readonly kind: "fragment" };

/** A number for which there is no decoder here, and in whose list it stands. */
export interface Undecoded {
  readonly space: "link" | "ethertype" | "ip" | "ppp" | "gre";
  readonly number: number;
}

/** The first node with this name, children included. */
export function findNode(nodes: readonly Node[] | undefined, id: string): Node | undefined {
  for (const node of nodes ?? []) {
    if (node.id === id) return node;
    const inside = findNode(node.children, id);
    if (inside) return inside;
  }
  return undefined;
}

/** Every node, parents before their children. */
export function* everyNode(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.children) yield* everyNode(node.children);
  }
}
