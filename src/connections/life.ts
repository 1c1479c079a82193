import { type Closing, ClosingWatch } from "./closing";
import { type Opening, OpeningWatch } from "./opening";
import type { ConnectionStates } from "./stateChanges";
import { EndpointStates } from "./states";
import type { End, WireSegment } from "./wireSegment";

/** A connection from its opening to its close. */
export interface Life {
  /** Who sent the first SYN; where none was captured, whoever is taken for it. */
  readonly client: End;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly states: ConnectionStates;
}

/** Follows a connection's life, one segment after another; keeps nothing per segment. */
export class ConnectionLife {
  private readonly opening = new OpeningWatch();
  private readonly closing = new ClosingWatch();
  private readonly states = new EndpointStates();

  add(segment: WireSegment): void {
    this.states.add(segment);
    this.opening.add(segment);
    this.closing.add(segment);
  }

  /** So far; nothing before the first segment. */
  result(likelyClient: End): Life | undefined {
    const opening = this.opening.result;
    const states = this.states.result;
    if (!opening || !states) return undefined;
    const client = opening.opener ?? likelyClient;
    return { client, opening, closing: this.closingOf(opening, client), states };
  }

  /** A refusal comes from an end that never had a connection: no state of it changed. */
  private closingOf({ id, last, resetBy }: Opening, client: End): Closing {
    if (id !== "refused" || last === undefined || resetBy === undefined) return this.closing.result(this.states.reset, client);
    const closing = this.closing.result({ frame: last, from: resetBy }, client);
    return { ...closing, reset: { frame: last, reason: "refused" } };
  }
}
