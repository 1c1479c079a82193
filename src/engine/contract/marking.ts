import type { MarkedSpans } from "../../view/onScreen/markedSpans";
import { namesOf } from "./names";

/** Questions about packets that are marked by hand. All pages that look at the capture share the marks. */
export interface MarkingQuestions {
  /** Marks a packet, or takes its mark away; tells whether it is marked now. */
  toggleMark(number: number): Promise<boolean>;
  /** Marks all packets that the filter shows, or none of them; tells how many packets of the capture are marked now. */
  markShown(isMarked: boolean): Promise<number>;
  /** Marks the packets that a page had kept, once the file has been read, unless another page has done so before; tells what is marked then. */
  restoreMarks(kept: MarkedSpans): Promise<Marked>;
}

export const markingMethods = namesOf<MarkingQuestions>({
  toggleMark: true,
  markShown: true,
  restoreMarks: true,
});

/** Which packets of a capture are marked. */
export interface Marked {
  readonly packets: number;
  /** Missing if there are too many to be kept. */
  readonly spans: MarkedSpans | undefined;
}
