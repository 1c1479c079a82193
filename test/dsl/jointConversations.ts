import { conversation, type Side } from "./conversation";
import { pcapFile, type Recorded } from "./pcapFile";

/** Several conversations in one capture, each with its ends, all in the order of their times. */
export function together(...conversations: readonly (readonly Recorded[])[]): Uint8Array {
  return pcapFile(conversations.flat().sort((a, b) => a.time! - b.time!));
}

const side = (address: string, port: number): Partial<Side> => ({ address, port });
const between = (picture: string, client: Partial<Side>, server: Partial<Side>) => conversation(picture, { client, server });

const [laptop, server, proxy] = ["10.0.0.1", "10.0.0.2", "10.0.0.9"];
const here = "127.0.0.1";
const request = "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:80 | S>C ACK";

/** A browser's request by way of a proxy, which opens a connection of its own before it answers. */
const byProxy = (own: string, port: number, mid: string, origin: string, originPort: number) =>
  together(
    between(
      "C>S SYN @0 | S>C SYN,ACK @0.001 | C>S ACK @0.002 | C>S 0:80 @0.003 | S>C ACK @0.004 | S>C 0:300 @0.020 | C>S ACK @0.021 | C>S FIN @0.030 | S>C FIN @0.031 | C>S ACK @0.032",
      side(own, port),
      side(mid, 8080),
    ),
    between(
      "C>S SYN @0.005 | S>C SYN,ACK @0.006 | C>S ACK @0.007 | C>S 0:90 @0.008 | S>C ACK @0.009 | S>C 0:300 @0.015 | C>S ACK @0.016 | S>C RST @0.040",
      side(mid, port + 1),
      side(origin, originPort),
    ),
  );

/** Captures of several connections, for what people look at together. */
export const jointConversations = {
  /** Control, and beside it data that the server opens and of which a segment is sent again. */
  ftp: together(
    between(
      "C>S SYN @0 | S>C SYN,ACK @0.01 | C>S ACK @0.02 | S>C 0:20 @0.03 | C>S 0:24 @0.04 | S>C 20:50 @0.05 | C>S 24:40 @0.06 | S>C 50:90 @0.09 | C>S ACK @0.1 | S>C 90:110 @0.3 | C>S ACK @0.31",
      side(laptop, 50000),
      side(server, 21),
    ),
    between(
      "C>S SYN @0.07 | S>C SYN,ACK @0.08 | C>S ACK @0.085 | C>S 0:1000 @0.11 | C>S 1000:2000 @0.12 | S>C ack 1001 @0.13 | C>S 1000:2000 @0.2 | S>C ACK @0.21 | C>S FIN @0.22 | S>C ACK @0.23 | S>C FIN @0.24 | C>S ACK @0.25",
      side(server, 20),
      side(laptop, 50001),
    ),
  ),
  proxy: byProxy(laptop, 51000, proxy, server, 80),
  /** The same where all of it runs on one machine. */
  "own-proxy": byProxy(here, 52000, here, here, 3000),
  /** Refused, tried again with the same port after a silence, and a zero window meanwhile in another connection. */
  retries: together(
    between("C>S SYN @0 | S>C RST,ACK @0.001", side(laptop, 53000), side(server, 80)),
    conversation("C>S SYN @1.2 | S>C SYN,ACK @1.201 | C>S ACK @1.202 | C>S 0:50 @1.203 | S>C ACK @1.204", {
      client: { ...side(laptop, 53000), isn: 700_000 },
      server: { ...side(server, 80), isn: 900_000 },
    }),
    between(
      "C>S SYN @0.5 | S>C SYN,ACK @0.51 | C>S ACK @0.52 | C>S 0:100 @1.2025 | S>C ACK win 0 @1.2095 | S>C ack 101 win 65535 @1.3",
      side("10.0.0.3", 53001),
      side(server, 443),
    ),
  ),
} as const satisfies Readonly<Record<string, Uint8Array>>;

/** A browser's six connections at once, each with a run of data between the others' segments. */
export const browser = together(
  ...Array.from({ length: 6 }, (_, i) =>
    conversation(
      `${request} | ${Array.from({ length: 8 }, (_, n) => `S>C ${n * 1000}:${(n + 1) * 1000} @${0.1 + i * 0.1 + n / 1000}`).join(" | ")} | C>S ACK`,
      { client: side(laptop, 54000 + i), server: side(server, 443) },
    ),
  ),
);

/** So many connections of so many segments each, taking turns. */
export function manyConversations(connections: number, segments: number): Uint8Array {
  const turns = Array.from(
    { length: Math.ceil((segments - 3) / 2) },
    (_, i) => `S>C ${i * 9}:${(i + 1) * 9 - (i % 2)} | C>S ACK`,
  );
  const picture = ["C>S SYN | S>C SYN,ACK | C>S ACK", ...turns].join(" | ");
  return together(
    ...Array.from({ length: connections }, (_, i) =>
      conversation(picture, {
        client: side(`10.1.${i >> 8}.${i & 255}`, 20000 + (i % 40000)),
        server: side("10.2.0.1", 80),
      }),
    ),
  );
}
