import type { TroubleRow } from "../../view/troubleRow";
import type { CaptureInView } from "../captureInView";
import type { TroubleQuestions } from "../contract/trouble";

export class TroubleAnswers implements TroubleQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async troubleRows(): Promise<readonly TroubleRow[]> {
    return this.capture.list?.trouble.rows() ?? [];
  }
}
