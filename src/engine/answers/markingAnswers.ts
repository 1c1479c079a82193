import type { MarkedSpans } from "../../view/onScreen/markedSpans";
import type { CaptureInView } from "../captureInView";
import type { Marked, MarkingQuestions } from "../contract/marking";

export class MarkingAnswers implements MarkingQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async toggleMark(number: number): Promise<boolean> {
    const { marked, opened } = this.capture.indexed;
    const index = number - 1;
    if (index < 0 || index >= (opened?.packets.columns.count ?? 0)) return false;
    marked.set([index], !marked.has(index));
    return marked.has(index);
  }

  async markShown(isMarked: boolean): Promise<number> {
    const { indexed, list } = this.capture;
    if (list) indexed.marked.set(list.shown.rising(), isMarked);
    return indexed.marked.told.packets;
  }

  async restoreMarks(kept: MarkedSpans): Promise<Marked> {
    const { indexed } = this.capture;
    await indexed.whole;
    indexed.marked.restore(kept, indexed.summary().packets);
    return indexed.marked.told;
  }
}
