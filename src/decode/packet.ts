import type { ProtocolName } from "../protocols/next";
import type { Node } from "./node";
import type { Scope } from "./scope";

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
}

export interface Network {
  readonly version: 4 | 6;
  readonly src: Uint8Array;
  readonly dst: Uint8Array;
  /** Part of a datagram that is not put together here. */
  readonly isFragment: boolean;
}

export type ChecksumStatus = "good" | "bad" | "partial" | "unverified";

/** The TCP header as numbers, for those that need no tree. A value whose bytes are missing is absent. */
export interface Segment {
  readonly network?: Network;
  readonly srcport?: number;
  readonly dstport?: number;
  readonly seq?: number;
  readonly ack?: number;
  /** In bytes. */
  readonly headerLength?: number;
  readonly flags?: number;
  readonly window?: number;
  readonly checksum?: number;
  readonly checksumStatus?: ChecksumStatus;
  readonly urgentPointer?: number;
  /** Bytes of payload as the IP layer counts them; absent where it cannot be known. */
  readonly length?: number;
  readonly payload?: Scope;
  readonly options: SegmentOptions;
}

export interface SegmentOptions {
  readonly maximumSegmentSize?: number;
  readonly windowShift?: number;
  readonly sackPermitted?: true;
  readonly sack?: readonly (readonly [left: number, right: number])[];
  readonly timestampValue?: number;
  readonly timestampEcho?: number;
}

/** What a layer's decoder leaves: where to go on, or nothing. */
export interface Next {
  readonly protocol: ProtocolName;
  readonly scope: Scope;
}

/** Grows while the layers are read. */
export class PacketInProgress {
  readonly layers: Layer[] = [];
  readonly sources: Uint8Array[];

  constructor(bytes: Uint8Array) {
    this.sources = [bytes];
  }

  add(protocol: string, node: Node, more: Omit<Layer, "protocol" | "node"> = {}): void {
    this.layers.push({ protocol, node, ...more });
  }

  /** The IP layer around what is read now. */
  get network(): Network | undefined {
    return this.layers.findLast((layer) => layer.network)?.network;
  }
}

/** Reads one header and says what follows it. */
export type LayerDecoder = (scope: Scope, packet: PacketInProgress) => Next | undefined;

/** The innermost TCP header that is the packet's own, not one quoted by an error message. */
export function lastSegment(packet: Packet): Segment | undefined {
  return packet.layers.findLast((layer) => layer.segment && !layer.quoted)?.segment;
}

export function lastNetwork(packet: Packet): Network | undefined {
  return packet.layers.findLast((layer) => layer.network && !layer.quoted)?.network;
}
