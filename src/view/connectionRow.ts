import type { TroubleKind } from "./onScreen/troubleKinds";

/** A row of the list of connections. Of what is counted, as much as the filter shows. */
export interface ConnectionRow {
  readonly stream: number;
  /** Addresses and ports. */
  readonly client: string;
  readonly server: string;
  readonly packets: number;
  /** Bytes of payload, whatever was sent twice counted twice. */
  readonly toServer: number;
  readonly toClient: number;
  /** In seconds: since the capture's first packet, and from its own first packet to its last; missing where the file tells no time. */
  readonly start?: number;
  readonly duration?: number;
  /** Of the handshake, in seconds. */
  readonly roundTrip?: number;
  /** Packets that something is wrong with, and how many of them are sent again. */
  readonly trouble: number;
  readonly resent: number;
  /** What is wrong with these. */
  readonly kinds: readonly TroubleKind[];
  /** Number of the first of them. */
  readonly firstTrouble?: number;
  /** Number of its first packet. */
  readonly first: number;
}
