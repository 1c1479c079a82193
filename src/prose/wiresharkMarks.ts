/** What Wireshark writes before a segment that is remarkable. In its order: what it finds last stands first. */
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
    // older versions
    ["acked lost segment", "ack_lost_segment"],
    ["previous segment lost", "lost_segment"],
  ].map(([text, mark]) => [letters(text), mark as WiresharkMark]),
);

const inAscii = /^[ -~]*$/;

/** Spelled with or without gaps, as versions differ: `[TCP Zero Window]`, `[TCP ZeroWindow]`, `[TCP Dup ACK 12#3]`. */
export function markNamed(text: string): WiresharkMark | undefined {
  if (!inAscii.test(text)) return undefined;
  const key = letters(text);
  return key.startsWith("segmentofareassembled") || key === "pdureassembledin" ? "reassembled" : byLetters.get(key);
}
