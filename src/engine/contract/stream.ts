import type { StreamDirection } from "../../view/onScreen/streamLook";
import type { StreamRow, StreamView } from "../../view/stream/streamRows";
import type { FindAnswer, Search, Step } from "./list";
import { namesOf } from "./names";

/** Questions about what both ends of a connection sent, put together. */
export interface StreamQuestions {
  /** What both ends of a connection sent: how much it is, rows of it, and the first row with bytes of a packet (-1 for none). */
  stream(stream: number, view: StreamView): Promise<StreamSummary>;
  streamRows(stream: number, view: StreamView, first: number, count: number): Promise<readonly StreamRow[]>;
  streamPlace(stream: number, view: StreamView, frame: number): Promise<number>;
  /** The next row in which what is searched for begins, counted from 0; otherwise like `find`. */
  findInStream(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer>;
  /** All that one end sent, or both in turn, as far as it fits into one file. */
  streamBytes(stream: number, direction: StreamDirection): Promise<StreamBytes>;
}

export const streamMethods = namesOf<StreamQuestions>({
  stream: true,
  streamRows: true,
  streamPlace: true,
  findInStream: true,
  streamBytes: true,
});

/** What is searched for in what was sent. */
export type StreamSearch = Search & { readonly kind: "text" | "hex" };

/** How much of a connection's bytes is kept. */
export interface StreamSummary {
  readonly rows: number;
  /** Bytes of each end. */
  readonly client: number;
  readonly server: number;
  /** Whether more was sent than is shown. */
  readonly isCut: boolean;
}

export interface StreamBytes {
  readonly bytes: Uint8Array;
  readonly isCut: boolean;
}
