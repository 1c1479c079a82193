import { say, type Words } from "../text/words";

/** Wireshark's words for `tcp.completeness`: with data (8) or without, and closed by FIN (16), by reset (32) or by both. */
export function completenessText(words: Words, value: number): string {
  const handshake = 1 | 2 | 4;
  const [data, ends] = [8, 16 | 32];
  if ((value & handshake) === handshake && value & ends)
    return say(words, value & data ? "completeness.data" : "completeness.no-data", { value });
  switch (value) {
    case 1:
    case 3:
    case 7:
    case 15:
      return say(words, `completeness.${value}`, { value });
    default:
      return say(words, "completeness.0", { value });
  }
}
