import type { Analysis } from "../connections/tracker";
import type { WiresharkMark } from "../prose/wiresharkMarks";
import { type Sentence, sentence } from "../text/words";

/** What one of Wireshark's marks means; for a duplicate acknowledgment also of which one and how often, if that is known. */
export function explainMark(
  mark: WiresharkMark,
  { duplicateOf, duplicateNumber }: Pick<Analysis, "duplicateOf" | "duplicateNumber">,
): Sentence[] {
  const isCounted = mark === "duplicate_ack" && duplicateOf !== undefined && duplicateNumber !== undefined;
  return [
    sentence(`mark.${mark}`, {}),
    ...(isCounted ? [sentence("mark.duplicate_ack.number", { of: duplicateOf, number: duplicateNumber })] : []),
  ];
}
