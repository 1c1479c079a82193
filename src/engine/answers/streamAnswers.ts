import type { StreamDirection } from "../../view/onScreen/streamLook";
import type { StreamRow, StreamView } from "../../view/stream/streamRows";
import type { CaptureInView } from "../captureInView";
import type { FindAnswer, Step } from "../contract/list";
import type { StreamBytes, StreamQuestions, StreamSearch, StreamSummary } from "../contract/stream";

export class StreamAnswers implements StreamQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async stream(stream: number, view: StreamView): Promise<StreamSummary> {
    return this.capture.opened.streams.summary(stream, view);
  }

  async streamRows(stream: number, view: StreamView, first: number, count: number): Promise<readonly StreamRow[]> {
    const rows = await this.capture.opened.streams.rows(stream, view);
    const shown = Math.max(0, Math.min(count, rows.count - first));
    return Array.from({ length: shown }, (_, i) => rows.row(first + i));
  }

  async streamPlace(stream: number, view: StreamView, frame: number): Promise<number> {
    return (await this.capture.opened.streams.rows(stream, view)).placeOf(frame - 1);
  }

  async findInStream(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer> {
    return this.capture.opened.streams.find(stream, view, search, from, step);
  }

  async streamBytes(stream: number, direction: StreamDirection): Promise<StreamBytes> {
    return this.capture.opened.streams.bytes(stream, direction);
  }
}
