import { completeFilter } from "../../view/filterCompletion";
import type { CaptureInView } from "../captureInView";
import type { FilterAnswer, FilterCompletion, FilterQuestions, FilterReading } from "../contract/filter";
import { filterReading } from "../filter/filterReading";

export class FilterAnswers implements FilterQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async filter(expression: string): Promise<FilterAnswer> {
    return this.capture.list?.filter(expression) ?? { shown: 0 };
  }

  async readFilter(expression: string): Promise<FilterReading> {
    return filterReading(expression, this.capture.words);
  }

  async completeFilter(expression: string, cursor: number): Promise<FilterCompletion> {
    const { opened, words } = this.capture.indexed;
    return completeFilter(expression, cursor, words, (field) => opened?.values.of(field) ?? []);
  }
}
