import type { TroubleKind } from "./onScreen/troubleKinds";

/** A row of the list of connections. Only packets that the filter shows are counted. */
export interface ConnectionRow {
  readonly stream: number;
  /** Addresses and ports. */
  readonly client: string;
  readonly server: string;
  readonly packets: number;
  /** Bytes of payload; what was sent twice counts twice. */
  readonly toServer: number;
  readonly toClient: number;
  /** Seconds from the capture's first packet to its own first, and from that to its last; missing if the file tells no time. */
  readonly start?: number;
  readonly duration?: number;
  /** The round trip of the handshake, in seconds. */
  readonly roundTrip?: number;
  /** How many packets have something wrong with them, and how many of these were sent again. */
  readonly trouble: number;
  readonly resent: number;
  /** What is wrong with these. */
  readonly kinds: readonly TroubleKind[];
  /** The number of the first of them. */
  readonly firstTrouble?: number;
  /** The number of its first packet. */
  readonly first: number;
}
