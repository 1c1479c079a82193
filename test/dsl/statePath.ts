import type { StateChange } from "../../src/connections/stateChanges";
import { EndpointStates } from "../../src/connections/states";
import { steps } from "./conversation";
import { wireSegments } from "./wireSegments";

/** The states that a picture's ends go through. */
export function changesOf(picture: string): readonly StateChange[] {
  const states = new EndpointStates();
  for (const segment of wireSegments(picture)) states.add(segment);
  return states.result?.changes ?? [];
}

/** Each change as `frame client/server`, `?` behind a state that is assumed; the two ends are told by the picture's C and S. */
export function statePath(picture: string): string {
  const client = steps(picture)[0].fromClient ? 0 : 1;
  return changesOf(picture)
    .map(({ frame, states, assumed }) => {
      const state = (end: number) => `${states[end]}${assumed[end] ? "?" : ""}`;
      return `${frame} ${state(client)}/${state(1 - client)}`;
    })
    .join(" | ");
}
