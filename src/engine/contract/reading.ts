import { namesOf } from "./names";

/** Questions about the file, and how far it has been read. */
export interface ReadingQuestions {
  /** What is known so far. */
  summary(): Promise<CaptureSummary>;
  /** What is known once all has been read, or the reading has been ended. */
  wholeSummary(): Promise<CaptureSummary>;
  /** Ends the reading of the file where it is; what has been read stays. */
  stopReading(): Promise<void>;
}

export const readingMethods = namesOf<ReadingQuestions>({
  summary: true,
  wholeSummary: true,
  stopReading: true,
});

export interface CaptureSummary {
  readonly packets: number;
  readonly connections: number;
  readonly format?: string;
  /** Share of the file that has been read, from 0 to 1. */
  readonly read: number;
  readonly complete: boolean;
  /** Somebody has stopped the reading. */
  readonly stopped?: true;
  /** Why there is nothing to see, or where the file stopped being readable: a sentence. */
  readonly problem?: string;
  /** The file is no capture but a text, in which there may be packets. */
  readonly isText?: true;
}
