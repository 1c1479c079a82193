import type { TcpState, Transition } from "../protocols/tcpStates";
import type { Endpoint, StepTime, Visit } from "./endpoint";
import { isOpener } from "./segmentFlags";
import type { End } from "./wireSegment";

/** The states of both ends from one moment on; those of end 0 stand first. */
export interface StateChange {
  readonly frame: number;
  readonly states: readonly [TcpState, TcpState];
  /** The capture cannot know it: the connection was there before, or nothing shows that the segment arrived. */
  readonly assumed: readonly [boolean, boolean];
  /** What brought each end here, where it changed. */
  readonly steps: readonly [readonly Transition[], readonly Transition[]];
}

export interface ConnectionStates {
  /** Before the first segment. */
  readonly initial: Pick<StateChange, "states" | "assumed">;
  readonly changes: readonly StateChange[];
}

/** What the ways of both ends come to. */
export function statesOf(ends: readonly [Endpoint, Endpoint], firstFrame: number): ConnectionStates {
  const paths = [pathOf(ends[0]), pathOf(ends[1])] as const;
  const initial = [paths[0][0], paths[1][0]] as const;
  return {
    initial: { states: [initial[0].state, initial[1].state], assumed: [isAssumed(initial[0]), isAssumed(initial[1])] },
    changes: mergePaths(paths, firstFrame),
  };
}

const isAssumed = ({ unproven, guessed }: Visit) => unproven || guessed;

/** A SYN that nobody answered has shown nothing: its receiver still listens, if there is one. */
function pathOf({ path, arriving }: Endpoint): readonly Visit[] {
  const [first] = arriving;
  const isAll = first && path.length === first.before + first.visits.length;
  if (!isAll || !isOpener(first.segment)) return path;
  const kept = path.slice(0, first.before);
  return kept.map((visit) => (visit === path[0] ? { ...visit, guessed: true } : visit));
}

function mergePaths(paths: readonly [readonly Visit[], readonly Visit[]], firstFrame: number): StateChange[] {
  const changes: StateChange[] = [];
  const at = [0, 0];
  const current = (end: End) => paths[end][at[end]];
  const upcoming = (end: End) => paths[end].at(at[end] + 1);
  for (;;) {
    const moments = ([0, 1] as const).flatMap((end) => upcoming(end)?.moment ?? []);
    const moment: StepTime | undefined = moments.length > 0 ? moments.reduce(earlier) : undefined;
    if (changes.length === 0 && (!moment || moment.frame > firstFrame))
      changes.push(changeAt(firstFrame, current(0), current(1), [[], []]));
    if (!moment) return changes;
    const steps = ([0, 1] as const).map((end) => {
      const taken: Transition[] = [];
      for (let next = upcoming(end); next && !isLater(next.moment, moment); next = upcoming(end)) {
        at[end] += 1;
        if (next.transition) taken.push(next.transition);
      }
      return taken;
    });
    changes.push(changeAt(moment.frame, current(0), current(1), [steps[0], steps[1]]));
  }
}

const changeAt = (frame: number, a: Visit, b: Visit, steps: StateChange["steps"]): StateChange => ({
  frame,
  states: [a.state, b.state],
  assumed: [isAssumed(a), isAssumed(b)],
  steps,
});

const isLater = (a: StepTime, b: StepTime) => a.frame > b.frame || (a.frame === b.frame && a.phase > b.phase);
const earlier = (a: StepTime, b: StepTime) => (isLater(a, b) ? b : a);
