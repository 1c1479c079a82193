import { type ByteSource, memorySource, readRange } from "../bytes/source";
import { isPlainText } from "../capture/plainText";
import { openCapture } from "../capture/readCapture";
import type { Words } from "../text/words";
import { damageAfterText, damageText, failureText, refusalHeadLength, refusalText } from "../view/captureProblems";
import { CapturedPackets } from "./capturedPackets";
import { Charts } from "./charts/charts";
import type { CaptureSummary } from "./contract/reading";
import { OccurringValues } from "./filter/occurringValues";
import { Flows } from "./flows";
import { MarkedPackets } from "./marking/markedPackets";
import { PacketRows } from "./packetRows";
import { Streams } from "./stream/streams";

export interface OpenOptions {
  /** Told while a compressed file is unpacked, with the share of it that has been read. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}
export type OpenSource = (options: OpenOptions) => Promise<ByteSource>;

/** A capture that could be read, and what answers questions about its packets. */
export interface Opened {
  readonly packets: CapturedPackets;
  readonly rows: PacketRows;
  readonly flows: Flows;
  readonly charts: Charts;
  readonly streams: Streams;
  readonly values: OccurringValues;
}

/** One capture, which several pages may look at: indexed once, and read again only where it is looked at. */
export class IndexedCapture {
  opened: Opened | undefined;
  readonly marked = new MarkedPackets();
  private source: ByteSource = memorySource(new Uint8Array());
  private readOffset = 0;
  /** The share of a compressed file that has been unpacked; missing where there is nothing to unpack. */
  private unpacked: number | undefined;
  private complete = false;
  private readonly stopping = new AbortController();
  private endReading = () => {};
  /** Resolves when all has been read that will be read. */
  readonly whole = new Promise<void>((resolve) => {
    this.endReading = resolve;
  });
  private problem: string | undefined;
  private isText = false;

  constructor(
    private readonly open: OpenSource,
    readonly words: Words,
  ) {}

  /** Reads the whole file; rows can be asked for while it runs. */
  async index(onProgress: (summary: CaptureSummary) => void): Promise<void> {
    const { signal } = this.stopping;
    try {
      this.source = await this.open({
        onProgress: (share) => {
          this.unpacked = share;
          onProgress(this.summary());
        },
        signal,
      });
      await this.scan(onProgress, signal);
    } catch (error) {
      if (!signal.aborted) this.problem = failureText(this.words, error);
    }
    this.complete = true;
    this.endReading();
    onProgress(this.summary());
  }

  /** Stops reading; what has been read stays. */
  stop(): void {
    if (!this.complete) this.stopping.abort();
  }

  private async scan(onProgress: (summary: CaptureSummary) => void, signal: AbortSignal): Promise<void> {
    const { source, words } = this;
    const reader = await openCapture(source);
    if (!reader) {
      const { damage } = source;
      const head = await readRange(source, 0, refusalHeadLength);
      this.problem = damage ? damageText(words, damage) : refusalText(words, head);
      this.isText = !damage && isPlainText(head);
      return;
    }
    const packets = new CapturedPackets(source, reader, this.marked);
    const flows = new Flows(packets, words);
    this.opened = {
      packets,
      rows: new PacketRows(packets),
      flows,
      charts: new Charts(packets, flows, words),
      streams: new Streams(packets, flows),
      values: new OccurringValues(packets.tracker),
    };
    await packets.index({
      onBlock: (offset) => {
        this.readOffset = offset;
        onProgress(this.summary());
      },
      signal,
    });
    if (reader.damage) this.problem = damageAfterText(words, reader.damage, packets.columns.count);
  }

  /** What is known so far. */
  summary(): CaptureSummary {
    const { opened } = this;
    return {
      packets: opened?.packets.columns.count ?? 0,
      connections: opened?.packets.tracker.count ?? 0,
      ...(opened && { format: opened.packets.reader.format }),
      read: this.complete ? 1 : this.readShare(),
      complete: this.complete,
      ...(this.stopping.signal.aborted && { stopped: true }),
      ...(this.problem !== undefined && { problem: this.problem }),
      ...(this.isText && { isText: true }),
    };
  }

  /** The share that has been read. If there is something to unpack, that counts for one half, and indexing for the other. */
  private readShare(): number {
    const indexed = this.source.size === 0 ? 0 : this.readOffset / this.source.size;
    return this.unpacked === undefined ? indexed : (this.unpacked + indexed) / 2;
  }
}
