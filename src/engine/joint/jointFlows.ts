import type { Words } from "../../text/words";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import type { CapturedPackets } from "../capturedPackets";
import { ConnectionsFlow } from "./connectionsFlow";
import { streamsOf } from "./scopeStreams";

/** What a page knows of the capture when it asks. */
export interface Known {
  readonly packets: CapturedPackets;
  /** The packets that its filter shows; missing where there is none. */
  readonly filtered: Uint32Array | undefined;
  /** Whether the whole capture has been read. */
  readonly isComplete: boolean;
}

/** The flow of the connections that one page looks at; it is kept until the page looks at others, or more is known of these. */
export class JointFlows {
  private looked: (Omit<Known, "packets"> & { readonly scope: string; readonly flow: ConnectionsFlow }) | undefined;

  constructor(private readonly words: Words) {}

  of(scope: SeveralScope, { packets, filtered: shown, isComplete }: Known): ConnectionsFlow {
    const key = JSON.stringify(scope);
    const filtered = scope.kind === "shown" ? shown : undefined;
    const { looked } = this;
    if (looked?.scope === key && looked.filtered === filtered && looked.isComplete === isComplete) return looked.flow;
    const flow = new ConnectionsFlow(packets, streamsOf(scope, packets, filtered), this.words);
    this.looked = { scope: key, filtered, isComplete, flow };
    return flow;
  }
}
