import type { MarkedSpans } from "../../view/onScreen/markedSpans";
import { namesOf } from "./names";

/** About packets that are marked by hand. All who look at the capture see the same of them marked. */
export interface MarkingQuestions {
  /** Marks a packet, or does so no longer; whether it is marked now. */
  toggleMark(number: number): Promise<boolean>;
  /** Marks all packets that the filter shows, or none of them; how many are marked now, the others among them. */
  markShown(isMarked: boolean): Promise<number>;
  /** Marks what was kept, once the file has been read, unless something was kept for another page; what is marked then. */
  restoreMarks(kept: MarkedSpans): Promise<Marked>;
}

export const markingMethods = namesOf<MarkingQuestions>({
  toggleMark: true,
  markShown: true,
  restoreMarks: true,
});

/** What is marked of a capture. */
export interface Marked {
  readonly packets: number;
  /** Missing where these are too many to be kept. */
  readonly spans: MarkedSpans | undefined;
}
