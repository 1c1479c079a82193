import { elsewhere } from "../capture/lengthColumn";
import type { ProtocolName } from "../protocols/next";
import type { FragmentStore } from "./fragments";
import type { Node, Undecoded } from "./node";
import { Scope } from "./scope";

/** What the decoder made of one packet. */
export interface Packet {
  /** Top-level nodes, outermost first. */
  readonly layers: readonly Layer[];
  /** The captured bytes, then what was put together from fragments. */
  readonly sources: readonly Uint8Array[];
}

export interface Layer {
  readonly protocol: string;
  readonly node: Node;
  /** Set by IP layers. */
  readonly network?: Network;
  /** Set by TCP layers. */
  readonly segment?: Segment;
  /** How the packet list names it: the protocol's column and the first line of what it says. */
  readonly summary?: { readonly protocol: string; readonly info: string };
  /** Quoted by an ICMP error: a picture of a packet, not a packet. */
  readonly quoted?: true;
  /** In the first fragment of a datagram that a later packet completes: it can be read here, but belongs to that packet. */
  readonly partial?: true;
}

export interface Network {
  readonly version: 4 | 6;
  readonly src: Uint8Array;
  readonly dst: Uint8Array;
  /** Where a source route ends. Absent where it is `dst`. */
  readonly finalDst?: Uint8Array;
  /** The home address of a sender that is away from home. Absent where it is `src`. */
  readonly homeSrc?: Uint8Array;
  /** Part of a datagram that is not put together here. */
  readonly isFragment: boolean;
}

/** Where the packet goes in the end, which is what tells connections apart and what checksums count. */
export const destinationOf = ({ dst, finalDst }: Network): Uint8Array => finalDst ?? dst;
/** Who sent the packet, from wherever that was. */
export const sourceOf = ({ src, homeSrc }: Network): Uint8Array => homeSrc ?? src;

export type ChecksumStatus = "good" | "bad" | "partial" | "unverified";

/** The TCP header as numbers, for those that need no tree. A value whose bytes are missing is undefined. */
export interface Segment {
  readonly network: Network | undefined;
  readonly srcport: number | undefined;
  readonly dstport: number | undefined;
  readonly seq: number | undefined;
  readonly ack: number | undefined;
  /** In bytes. */
  readonly headerLength: number | undefined;
  readonly flags: number | undefined;
  readonly window: number | undefined;
  readonly checksum: number | undefined;
  readonly checksumStatus: ChecksumStatus | undefined;
  readonly urgentPointer: number | undefined;
  /** The fields behind an impossible header length: Wireshark follows the connection by them, but shows none of them. */
  readonly unbelieved?: Pick<Segment, "ack" | "flags" | "window">;
  /** Bytes of payload as the IP layer counts them; absent where it cannot be known. */
  readonly length: number | undefined;
  readonly payload: Scope | undefined;
  readonly options: SegmentOptions;
}

export interface SegmentOptions {
  /** Kinds of the options that make sense, in their order; absent where there are none. */
  readonly kinds?: readonly number[];
  readonly maximumSegmentSize?: number;
  readonly windowShift?: number;
  readonly sackPermitted?: true;
  readonly sack?: readonly (readonly [left: number, right: number])[];
  /** The left edge of one more block, whose right edge was not captured. */
  readonly sackEdge?: number;
  readonly timestampValue?: number;
  readonly timestampEcho?: number;
  readonly fastOpenCookie?: true;
  /** It has the option of Accurate ECN, which counts bytes or just says that its sender can (RFC 9768 §3.2.3). */
  readonly accurateEcn?: true;
  /** Options that only the packet list shows, in their order, with the numbers in them by their fields. */
  readonly rare?: readonly RareOption[];
  /** An option was cut off, or is too short for what it must have: nothing behind it is believed. */
  readonly breakOff?: true;
  /** That option was captured completely, and so is really too short. */
  readonly malformed?: true;
}

export interface RareOption {
  readonly kind: number;
  readonly values: ReadonlyMap<string, number>;
  /** For a common option that is there several times: what this one says. */
  readonly own?: SegmentOptions;
}

/** Where to go on behind a layer. */
export interface Next {
  readonly protocol: ProtocolName;
  readonly scope: Scope;
  /** For `data`: the number that has no decoder here, and in whose list it stands. */
  readonly undecoded?: Undecoded;
}

/** A packet that grows while its layers are read. */
export class PacketInProgress {
  readonly layers: Layer[] = [];
  readonly sources: Uint8Array[];
  /** Whether what is read now is quoted in an error message, as a picture of another packet. */
  quoting = false;
  /** Whether what is read now is the beginning of a datagram that a later packet completes. */
  awaitsRest = false;

  constructor(
    bytes: Uint8Array,
    /** Pieces of datagrams that came before this packet. */
    readonly fragments?: FragmentStore,
  ) {
    this.sources = [bytes];
  }

  add(protocol: string, node: Node, more?: Omit<Layer, "protocol" | "node" | "quoted" | "partial">): void {
    const layer: { -readonly [Key in keyof Layer]: Layer[Key] } = { protocol, node };
    Object.assign(layer, more);
    if (this.quoting) layer.quoted = true;
    if (this.awaitsRest) layer.partial = true;
    this.layers.push(layer);
  }

  /** The IP layer around what is read now. */
  get network(): Network | undefined {
    return this.layers.findLast((layer) => layer.network)?.network;
  }

  /** Notes what a later header says of the IP layer around it: where a route ends, a fragment, or a datagram that is whole again. */
  replaceNetwork(known: Network, better: Network): void {
    const index = this.layers.findLastIndex((layer) => layer.network === known);
    this.layers[index] = { ...this.layers[index], network: better };
  }

  /** Bytes put together from several packets, as a scope of their own. */
  addSource(bytes: Uint8Array, claimedBy: string): Scope {
    this.sources.push(bytes);
    return new Scope(bytes, 0, bytes.length, claimedBy, this.sources.length - 1);
  }
}

/** Reads one header and says what follows it: mostly one thing, sometimes several, in the end nothing. */
export type LayerDecoder = (scope: Scope, packet: PacketInProgress) => Next | readonly Next[] | undefined;

/** Goes on with the protocol that a number means, or with mere bytes if it is unknown. */
export function follow(
  table: Readonly<Record<number, ProtocolName>>,
  space: Undecoded["space"],
  number: number,
  scope: Scope,
): Next {
  const protocol = table[number];
  return protocol ? { protocol, scope } : { protocol: "data", scope, undecoded: { space, number } };
}

/** The packet's own layers: not what an error message quotes, nor what only begins in a fragment. */
export function ownLayers(packet: Packet): readonly Layer[] {
  return packet.layers.filter(({ quoted, partial }) => !quoted && !partial);
}

const isRouted = ({ finalDst, homeSrc }: Network) => finalDst !== undefined || homeSrc !== undefined;

/**
 * Whether the packet has one IP and one TCP header, alone in its frame and complete, and is not routed elsewhere: then its connection
 * says all about its ends, and its row in the index all about its flags, window and length.
 */
export function isPlainSegment(packet: Packet): boolean {
  const own = ownLayers(packet);
  const networks = own.filter(({ protocol }) => protocol === "ip" || protocol === "ipv6");
  const segments = own.filter(({ protocol }) => protocol === "tcp");
  const isDirect = networks.length === 1 && networks[0].network !== undefined && !isRouted(networks[0].network);
  const isAlone = segments.length === 1 && own.filter(({ protocol }) => protocol === "wlan_aggregate").length <= 1;
  const { window, length = elsewhere } = segments[0]?.segment ?? {};
  return isDirect && isAlone && window !== undefined && length < elsewhere;
}

/** The innermost TCP header. */
export function lastSegment(packet: Packet): Segment | undefined {
  return ownLayers(packet).findLast(({ segment }) => segment)?.segment;
}

export function lastNetwork(packet: Packet): Network | undefined {
  return ownLayers(packet).findLast(({ network }) => network)?.network;
}
