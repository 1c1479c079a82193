import { type ChartQuestions, chartMethods } from "./charts";
import { type ConnectionListQuestions, connectionListMethods } from "./connections";
import { type FilterQuestions, filterMethods } from "./filter";
import { type FlowQuestions, flowMethods } from "./flow";
import { type JointFlowQuestions, jointFlowMethods } from "./joint";
import { type ListQuestions, type LongTask, listMethods } from "./list";
import { type Marked, type MarkingQuestions, markingMethods } from "./marking";
import { type PacketQuestions, packetMethods } from "./packets";
import { type CaptureSummary, type ReadingQuestions, readingMethods } from "./reading";
import { type SavingQuestions, savingMethods } from "./saving";
import { type StreamQuestions, streamMethods } from "./stream";
import { type TroubleQuestions, troubleMethods } from "./trouble";

/** One open capture, for whoever looks at it, in whatever thread or process. All that is passed is plain data, no more than a screen shows. */
export interface Engine
  extends ReadingQuestions,
    PacketQuestions,
    FilterQuestions,
    ListQuestions,
    ConnectionListQuestions,
    TroubleQuestions,
    FlowQuestions,
    JointFlowQuestions,
    ChartQuestions,
    StreamQuestions,
    MarkingQuestions,
    SavingQuestions {}

/** What the engine tells without being asked. */
export interface EngineEvents {
  progress(summary: CaptureSummary): void;
  /** How much of a long task is done, from 0 to 1. */
  working(task: LongTask, share: number): void;
  /** Marks by hand have changed, whoever changed them. */
  marked(marked: Marked): void;
}

/** For those who only ask and want to hear nothing. */
export const unheard: EngineEvents = { progress: () => {}, working: () => {}, marked: () => {} };

/** All its methods as a list, for the side that calls. */
export const engineMethods: readonly (keyof Engine)[] = [
  ...readingMethods,
  ...packetMethods,
  ...filterMethods,
  ...listMethods,
  ...connectionListMethods,
  ...troubleMethods,
  ...flowMethods,
  ...jointFlowMethods,
  ...chartMethods,
  ...streamMethods,
  ...markingMethods,
  ...savingMethods,
];

/** Passes calls on to an engine that may be replaced by another one later. */
export function standIn(engine: () => Engine): Engine {
  type AnyMethod = (...args: readonly unknown[]) => unknown;
  const passOn =
    (name: keyof Engine) =>
    (...args: readonly unknown[]) =>
      (engine()[name] as AnyMethod)(...args);
  return Object.fromEntries(engineMethods.map((name) => [name, passOn(name)])) as unknown as Engine;
}
