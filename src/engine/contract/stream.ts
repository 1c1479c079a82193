import type { StreamDirection } from "../../view/onScreen/streamLook";
import type { StreamRow, StreamView } from "../../view/stream/streamRows";
import type { FindAnswer, Search, Step } from "./list";
import { namesOf } from "./names";

/** About what both ends of a connection sent, put together. */
export interface StreamQuestions {
  /** What both its ends sent, put together: how much that is, rows of it, and the first row with bytes of a packet (-1 for none). */
  stream(stream: number, view: StreamView): Promise<StreamSummary>;
  streamRows(stream: number, view: StreamView, first: number, count: number): Promise<readonly StreamRow[]>;
  streamPlace(stream: number, view: StreamView, frame: number): Promise<number>;
  /** As `find`, of its rows, which count from 0: the next in which it begins. */
  findInStream(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer>;
  /** All that one end sent, or both in turn, as far as it goes into one file. */
  streamBytes(stream: number, direction: StreamDirection): Promise<StreamBytes>;
}

export const streamMethods = namesOf<StreamQuestions>({
  stream: true,
  streamRows: true,
  streamPlace: true,
  findInStream: true,
  streamBytes: true,
});

/** What is looked for in what was sent. */
export type StreamSearch = Search & { readonly kind: "text" | "hex" };

/** Of what is kept of a connection's bytes. */
export interface StreamSummary {
  readonly rows: number;
  /** Bytes of each end. */
  readonly client: number;
  readonly server: number;
  /** More was sent than is shown. */
  readonly isCut: boolean;
}

export interface StreamBytes {
  readonly bytes: Uint8Array;
  readonly isCut: boolean;
}
