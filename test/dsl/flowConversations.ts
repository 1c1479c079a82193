import { readFileSync } from "node:fs";
import { conversationCapture } from "./conversation";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";
const recorded = (name: string) => readFileSync(`test/captures/recorded/${name}.cap`);

/** Conversations whose flows show what can happen to a connection: recorded where one machine can have them, drawn otherwise. */
export const flowConversations = {
  handshake: readFileSync("samples/handshake.cap"),
  "close-3": recorded("http-close-3"),
  "close-4": recorded("ipv6-close-4"),
  "half-close": recorded("half-close"),
  refused: recorded("refused"),
  reset: recorded("reset-by-server"),
  "simultaneous-open": conversationCapture("C>S SYN | S>C SYN | C>S SYN,ACK seq 0 | S>C SYN,ACK seq 0 | C>S 0:9 | S>C ACK"),
  "simultaneous-close": conversationCapture(`${open} | C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK`),
  retransmission: conversationCapture(`${open} | C>S 0:100 | C>S 200:300 | S>C ack 101 | C>S 100:200 @0.5 | S>C ack 301`),
  "zero-window": conversationCapture(
    `${open} | C>S 0:1000 | S>C ACK win 0 | C>S 1000:1001 @1 | S>C ack 1001 win 0 @1.1 | S>C ack 1001 win 65535 @2 | C>S 1000:2000 | S>C ACK`,
  ),
} as const satisfies Readonly<Record<string, Uint8Array>>;

/** A server that sends one byte after the other, each acknowledged: so many segments. */
export function longConversation(segments: number): Uint8Array {
  const turns = Array.from(
    { length: Math.ceil((segments - 3) / 2) },
    (_, i) => `S>C ${i * 9}:${(i + 1) * 9 - (i % 2)} | C>S ACK`,
  );
  return conversationCapture([open, ...turns].join(" | "));
}
