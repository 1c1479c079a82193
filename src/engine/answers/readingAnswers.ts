import type { CaptureInView } from "../captureInView";
import type { CaptureSummary, ReadingQuestions } from "../contract/reading";

export class ReadingAnswers implements ReadingQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async summary(): Promise<CaptureSummary> {
    return this.capture.indexed.summary();
  }

  async wholeSummary(): Promise<CaptureSummary> {
    await this.capture.indexed.whole;
    return this.capture.indexed.summary();
  }

  async stopReading(): Promise<void> {
    this.capture.indexed.stop();
  }
}
