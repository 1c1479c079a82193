import { type End, otherEnd } from "../../connections/wireSegment";
import type { StreamDirection } from "../../view/onScreen/streamLook";
import type { StreamContent } from "../../view/stream/streamContent";
import { StreamRows, type StreamView } from "../../view/stream/streamRows";
import type { CapturedPackets } from "../capturedPackets";
import type { FindAnswer, Step } from "../contract/list";
import type { StreamBytes, StreamSearch, StreamSummary } from "../contract/stream";
import type { Flows } from "../flows";
import { patternsOf } from "../search/bytePattern";
import { rowsWith } from "./findInStream";
import { readStream } from "./readStream";

/** How much of a connection is shown: nobody reads more on a screen, and so many packets, even without data, are read quickly enough. */
const shown = { bytes: 1 << 22, packets: 200_000 };
/** How much goes into one file. */
const written = { bytes: 1 << 28, packets: Number.POSITIVE_INFINITY };

/** What was sent in the connection that was looked at last. */
export class Streams {
  private looked: { readonly stream: number; readonly packets: number; readonly content: Promise<StreamContent> } | undefined;
  private drawn: { readonly key: string; readonly content: StreamContent; readonly rows: StreamRows } | undefined;

  /** The rows that have what was searched for last. */
  private found: { readonly key: string; readonly rows: StreamRows; readonly places: readonly number[] } | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly flows: Flows,
  ) {}

  /** How much there is by now; it is read again if the connection has more packets than the last time. */
  async summary(stream: number, view: StreamView): Promise<StreamSummary> {
    const { packets } = this.packets.tracker.connection(stream);
    if (this.looked?.packets !== packets) this.looked = undefined;
    const { bytes, isCut } = await this.content(stream);
    const client = this.clientOf(stream);
    const rows = await this.rows(stream, view);
    return { rows: rows.count, client: bytes[client].length, server: bytes[otherEnd(client)].length, isCut };
  }

  /** The rows of as much as there was when the summary was asked for. */
  async rows(stream: number, view: StreamView): Promise<StreamRows> {
    const content = await this.content(stream);
    const key = JSON.stringify([view.direction, view.format, view.columns]);
    if (this.drawn?.content !== content || this.drawn.key !== key)
      this.drawn = { key, content, rows: new StreamRows(content, this.clientOf(stream), view) };
    return this.drawn.rows;
  }

  /** The next or previous row, from a row on, in which what is searched for begins; at an end the search goes on from the other. */
  async find(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer> {
    const patterns = patternsOf(search);
    if (!patterns) return { unreadable: true };
    const rows = await this.rows(stream, view);
    const content = await this.content(stream);
    const key = JSON.stringify(search);
    if (this.found?.rows !== rows || this.found.key !== key)
      this.found = { key, rows, places: rowsWith(patterns, rows, content) };
    const { places } = this.found;
    const beyond = step > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from);
    const found = beyond ?? places.at(step > 0 ? 0 : -1);
    if (beyond !== undefined) return { found: beyond };
    const within = content.isCut && { within: content.bytes[0].length + content.bytes[1].length };
    return { ...(found !== undefined && { found, wrapped: true }), ...within };
  }

  private content(stream: number): Promise<StreamContent> {
    if (this.looked?.stream !== stream) {
      const { packets } = this.packets.tracker.connection(stream);
      this.looked = { stream, packets, content: readStream(this.packets, stream, shown) };
    }
    return this.looked.content;
  }

  /** What one end sent, or both in turn. */
  async bytes(stream: number, direction: StreamDirection): Promise<StreamBytes> {
    const content = await readStream(this.packets, stream, written);
    const client = this.clientOf(stream);
    const { isCut } = content;
    // a copy: a part of a buffer would take the whole buffer across
    if (direction !== "both") return { bytes: content.bytes[direction === "client" ? client : otherEnd(client)].slice(), isCut };
    const all = new Uint8Array(content.bytes[0].length + content.bytes[1].length);
    let at = 0;
    for (const { from, start, end } of content.pieces) {
      all.set(content.bytes[from].subarray(start, end), at);
      at += end - start;
    }
    return { bytes: all, isCut };
  }

  private clientOf(stream: number): End {
    return this.flows.of(stream).life.client;
  }
}
