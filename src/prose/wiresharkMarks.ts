/** What Wireshark writes before a remarkable segment, in the order in which it writes several of them. */
export const wiresharkMarks = [
  ["zero_window_probe_ack", "ZeroWindowProbeAck"],
  ["zero_window", "ZeroWindow"],
  ["zero_window_probe", "ZeroWindowProbe"],
  ["duplicate_ack", "Dup ACK"],
  ["keep_alive_ack", "Keep-Alive ACK"],
  ["keep_alive", "Keep-Alive"],
  ["window_full", "Window Full"],
  ["window_update", "Window Update"],
  ["ack_lost_segment", "ACKed unseen segment"],
  ["lost_segment", "Previous segment not captured"],
  ["out_of_order", "Out-Of-Order"],
  ["spurious_retransmission", "Spurious Retransmission"],
  ["fast_retransmission", "Fast Retransmission"],
  ["retransmission", "Retransmission"],
  ["reused_ports", "Port numbers reused"],
] as const;

export type WiresharkMark = (typeof wiresharkMarks)[number][0] | "reassembled";

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
const byLetters = new Map<string, WiresharkMark>(
  [
    ...wiresharkMarks.map(([mark, text]) => [letters(text), mark] as const),
    // as older versions write them
    ["acked lost segment", "ack_lost_segment"],
    ["previous segment lost", "lost_segment"],
  ].map(([text, mark]) => [letters(text), mark as WiresharkMark]),
);

const inAscii = /^[ -~]*$/;

/** The mark of a text, with or without spaces, as versions differ: `Zero Window`, `ZeroWindow`, `Dup ACK`. */
export function markNamed(text: string): WiresharkMark | undefined {
  if (!inAscii.test(text)) return undefined;
  const key = letters(text);
  return key.startsWith("segmentofareassembled") || key === "pdureassembledin" ? "reassembled" : byLetters.get(key);
}
