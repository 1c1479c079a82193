import type { SegmentPlace } from "../connections/tracker";
import type { Words } from "../text/words";
import { completeFilter } from "../view/filterCompletion";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { Numbers } from "../view/flow/notation";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import type { NumberKind } from "../view/onScreen/editorState";
import type { PacketRow } from "../view/packetRow";
import { packetTree } from "../view/tree";
import type { CaptureSummary, Engine, FilterAnswer, FilterCompletion, PacketDetail } from "./contract";
import { IndexedCapture, type Opened, type OpenSource } from "./indexedCapture";
import { ShownPackets } from "./shownPackets";

/** A capture as one page looks at it: the same for all of them, but for what each of them has filtered. */
export class CaptureEngine implements Engine {
  private readonly capture: IndexedCapture;
  private list: ShownPackets | undefined;

  constructor(capture: IndexedCapture | OpenSource, words: Words) {
    this.capture = capture instanceof IndexedCapture ? capture : new IndexedCapture(capture, words);
  }

  /** Reads the whole file; rows can be asked for while it runs. */
  async index(onProgress: (summary: CaptureSummary) => void, signal?: AbortSignal): Promise<void> {
    await this.capture.index(onProgress, signal);
  }

  async summary(): Promise<CaptureSummary> {
    return this.capture.summary();
  }

  async rows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    const { opened } = this.capture;
    if (!opened) return [];
    const last = Math.min(opened.packets.columns.count, first + count);
    const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    return opened.rows.of(indexes, numbers);
  }

  async filter(expression: string): Promise<FilterAnswer> {
    return this.capture.opened ? this.shown.filter(expression) : { shown: 0 };
  }

  async completeFilter(expression: string, cursor: number): Promise<FilterCompletion> {
    return completeFilter(expression, cursor, this.capture.words);
  }

  async filteredRows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    return this.capture.opened ? this.opened.rows.of(this.shown.indexes(first, count), numbers) : [];
  }

  async packet(number: number): Promise<PacketDetail> {
    const packet = await this.opened.packets.decode(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    return { tree: packetTree(packet, this.capture.words), bytes: packet.sources[0].slice() };
  }

  async flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow> {
    return this.opened.flows.of(stream).window(view, from, to);
  }

  async flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.opened.flows.of(stream).place(view, frame);
  }

  async sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum> {
    return this.opened.flows.of(stream).sum(numbers, frame);
  }

  async states(stream: number): Promise<StatePath> {
    return this.opened.flows.of(stream).statePath();
  }

  /** Everything about a segment, what is in no column too; nothing where the packet is no segment of a connection. */
  async place(number: number): Promise<SegmentPlace | undefined> {
    return this.opened.packets.wholePlaceOf(number - 1);
  }

  /** To be asked only about packets that there are. */
  private get opened(): Opened {
    const { opened } = this.capture;
    if (!opened) throw new Error("No capture has been opened.");
    return opened;
  }

  private get shown(): ShownPackets {
    this.list ??= new ShownPackets(this.opened.packets, this.capture.words);
    return this.list;
  }
}
