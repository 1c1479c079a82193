import type { ConnectionRow } from "../../view/connectionRow";
import type { ConnectionOrder } from "../../view/onScreen/connectionOrder";
import type { CaptureInView } from "../captureInView";
import type { ConnectionListQuestions } from "../contract/connections";

export class ConnectionListAnswers implements ConnectionListQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async listConnections(order: ConnectionOrder): Promise<number> {
    return this.capture.list?.connections.show(order) ?? 0;
  }

  async connectionRows(first: number, count: number): Promise<readonly ConnectionRow[]> {
    return this.capture.list?.connections.rows(first, count) ?? [];
  }

  async connectionPlace(stream: number): Promise<number> {
    return this.capture.list?.connections.placeOf(stream) ?? -1;
  }
}
