import type { Life } from "../../connections/life";
import { otherEnd } from "../../connections/wireSegment";
import type { TcpEvent } from "../../protocols/tcpStates";
import type { ShownState, StatesShown } from "./flow";
import { initialStates } from "./flowRows";

/** The way of both ends of a connection through the state diagram, in order. */
export interface StatePath {
  readonly initial: Required<StatesShown>;
  readonly steps: readonly PathStep[];
}

export interface PathStep {
  readonly frame: number;
  readonly end: "client" | "server";
  readonly from: ShownState["state"];
  readonly to: ShownState;
  readonly event: TcpEvent;
  /** The section of RFC 9293. */
  readonly section: string;
}

export function statePath(life: Life): StatePath {
  const { client } = life;
  return {
    initial: initialStates(life),
    steps: life.states.changes.flatMap(({ frame, steps, assumed }) =>
      ([client, otherEnd(client)] as const).flatMap((end) =>
        steps[end].map(
          ({ from, to, event, section }): PathStep => ({
            frame,
            end: end === client ? "client" : "server",
            from,
            to: { state: to, assumed: assumed[end] },
            event,
            section,
          }),
        ),
      ),
    ),
  };
}
