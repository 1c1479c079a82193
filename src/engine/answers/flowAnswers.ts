import { type FlowFormat, flowWriters } from "../../view/flow/flowFormats";
import type { FlowPlace, FlowView, FlowWindow } from "../../view/flow/flowWindow";
import type { SendWindow } from "../../view/flow/sendWindow";
import type { StatePath } from "../../view/flow/statePath";
import type { FlowSum } from "../../view/flow/sum";
import type { NumberKind } from "../../view/onScreen/editorState";
import type { CaptureInView } from "../captureInView";
import type { FlowQuestions } from "../contract/flow";
import { markedRows } from "../marking/markedRows";

export class FlowAnswers implements FlowQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow> {
    const { flows, packets } = this.capture.opened;
    const window = await flows.of(stream).window(view, from, to);
    return { ...window, rows: markedRows(window.rows, packets) };
  }

  async flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.capture.opened.flows.of(stream).place(view, frame);
  }

  async writeFlow(stream: number, view: FlowView, format: FlowFormat): Promise<string> {
    const { write, mostRows } = flowWriters[format];
    return write(await this.capture.opened.flows.of(stream).whole(view, mostRows), this.capture.words);
  }

  async states(stream: number): Promise<StatePath> {
    return this.capture.opened.flows.of(stream).statePath();
  }

  async sum(stream: number, numbers: NumberKind, frame: number): Promise<FlowSum> {
    return this.capture.opened.flows.of(stream).sum(numbers, frame);
  }

  async sendWindows(stream: number, numbers: NumberKind, frame: number): Promise<readonly SendWindow[]> {
    return this.capture.opened.flows.of(stream).sendWindows(numbers, frame);
  }
}
