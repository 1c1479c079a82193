import { type ByteSource, memorySource, readRange } from "../bytes/source";
import { openCapture, scanRecords } from "../capture/readCapture";
import type { SegmentPlace } from "../connections/tracker";
import { say, type Words } from "../text/words";
import { damageText, refusalHeadLength, refusalText } from "../view/captureProblems";
import { completeFilter } from "../view/filterCompletion";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { Numbers } from "../view/flow/notation";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import type { NumberKind } from "../view/onScreen/editorState";
import type { PacketRow } from "../view/packetRow";
import { packetTree } from "../view/tree";
import { CapturedPackets } from "./capturedPackets";
import type { CaptureSummary, Engine, FilterAnswer, FilterCompletion, PacketDetail } from "./contract";
import { Flows } from "./flows";
import { PacketRows } from "./packetRows";
import { ShownPackets } from "./shownPackets";

export interface OpenOptions {
  /** Told while a compressed file is unpacked, with the share of it that has been read. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** A capture that could be read, and who answers what is asked about it. */
interface Opened {
  readonly packets: CapturedPackets;
  readonly rows: PacketRows;
  readonly shown: ShownPackets;
  readonly flows: Flows;
}

/** Owns one open capture: indexes it once, then reads again only what is looked at. */
export class CaptureEngine implements Engine {
  private opened: Opened | undefined;
  private source: ByteSource = memorySource(new Uint8Array());
  private readOffset = 0;
  /** The share of a compressed file that has been unpacked; missing where there is nothing to unpack. */
  private unpacked: number | undefined;
  private complete = false;
  private problem: string | undefined;

  constructor(
    private readonly open: (options: OpenOptions) => Promise<ByteSource>,
    private readonly words: Words,
  ) {}

  /** Reads the whole file; rows can be asked for while it runs. */
  async index(onProgress: (summary: CaptureSummary) => void, signal?: AbortSignal): Promise<void> {
    try {
      this.source = await this.open({
        onProgress: (share) => {
          this.unpacked = share;
          onProgress(this.currentSummary());
        },
        ...(signal && { signal }),
      });
      await this.scan(onProgress, signal);
    } catch (error) {
      this.problem = say(this.words, "capture.unreadable", { reason: error instanceof Error ? error.message : String(error) });
    }
    this.complete = true;
    onProgress(this.currentSummary());
  }

  private async scan(onProgress: (summary: CaptureSummary) => void, signal?: AbortSignal): Promise<void> {
    const { source, words } = this;
    const reader = await openCapture(source);
    if (!reader) {
      const { damage } = source;
      this.problem = damage ? damageText(words, damage) : refusalText(words, await readRange(source, 0, refusalHeadLength));
      return;
    }
    const packets = new CapturedPackets(source, reader);
    this.opened = {
      packets,
      rows: new PacketRows(packets),
      shown: new ShownPackets(packets, words),
      flows: new Flows(packets, words),
    };
    await scanRecords(source, reader, {
      onRecords: packets.indexer.onRecords,
      onBlock: (offset) => {
        this.readOffset = offset;
        onProgress(this.currentSummary());
      },
      ...(signal && { signal }),
    });
    if (reader.damage) this.problem = damageText(words, reader.damage);
  }

  async summary(): Promise<CaptureSummary> {
    return this.currentSummary();
  }

  async rows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    if (!this.opened) return [];
    const last = Math.min(this.opened.packets.columns.count, first + count);
    const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    return this.opened.rows.of(indexes, numbers);
  }

  async filter(expression: string): Promise<FilterAnswer> {
    return this.opened?.shown.filter(expression) ?? { shown: 0 };
  }

  async completeFilter(expression: string, cursor: number): Promise<FilterCompletion> {
    return completeFilter(expression, cursor, this.words);
  }

  async filteredRows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    return this.opened ? this.opened.rows.of(this.opened.shown.indexes(first, count), numbers) : [];
  }

  async packet(number: number): Promise<PacketDetail> {
    const packet = await this.capture.packets.decode(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    return { tree: packetTree(packet, this.words), bytes: packet.sources[0].slice() };
  }

  async flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow> {
    return this.capture.flows.of(stream).window(view, from, to);
  }

  async flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.capture.flows.of(stream).place(view, frame);
  }

  async sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum> {
    return this.capture.flows.of(stream).sum(numbers, frame);
  }

  async states(stream: number): Promise<StatePath> {
    return this.capture.flows.of(stream).statePath();
  }

  /** Everything about a segment, what is in no column too; nothing where the packet is no segment of a connection. */
  async place(number: number): Promise<SegmentPlace | undefined> {
    return this.capture.packets.wholePlaceOf(number - 1);
  }

  /** To be asked only about packets that there are. */
  private get capture(): Opened {
    if (!this.opened) throw new Error("No capture has been opened.");
    return this.opened;
  }

  private currentSummary(): CaptureSummary {
    const { opened } = this;
    return {
      packets: opened?.packets.columns.count ?? 0,
      connections: opened?.packets.tracker.count ?? 0,
      ...(opened && { format: opened.packets.reader.format }),
      read: this.complete ? 1 : this.readShare(),
      complete: this.complete,
      ...(this.problem !== undefined && { problem: this.problem }),
    };
  }

  /** Unpacking counts for one half, where there is any, and indexing for the other. */
  private readShare(): number {
    const indexed = this.source.size === 0 ? 0 : this.readOffset / this.source.size;
    return this.unpacked === undefined ? indexed : (this.unpacked + indexed) / 2;
  }
}
