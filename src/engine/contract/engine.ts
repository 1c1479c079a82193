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

/** One open capture, from wherever it is looked at. Everything that crosses is plain data of the size of a screen. */
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
  /** How much of what takes long is done, from 0 to 1. */
  working(task: LongTask, share: number): void;
  /** Packets were marked by hand, or are so no longer, whoever did it. */
  marked(marked: Marked): void;
}

/** For those who only ask and want to hear nothing. */
export const unheard: EngineEvents = { progress: () => {}, working: () => {}, marked: () => {} };

/** What it can be asked, as a list, for the side that calls. */
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

/** Passes on what it is asked to an engine that may be another one later. */
export function standIn(engine: () => Engine): Engine {
  type AnyMethod = (...args: readonly unknown[]) => unknown;
  const passOn =
    (name: keyof Engine) =>
    (...args: readonly unknown[]) =>
      (engine()[name] as AnyMethod)(...args);
  return Object.fromEntries(engineMethods.map((name) => [name, passOn(name)])) as unknown as Engine;
}
