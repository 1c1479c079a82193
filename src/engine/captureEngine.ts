import type { SegmentPlace } from "../connections/tracker";
import { lastSegment } from "../decode/packet";
import type { Words } from "../text/words";
import type { Chart, ChartPoint, ChartView, TimeSpan, TrafficView } from "../view/charts/chart";
import type { ChartFormat } from "../view/charts/chartFormats";
import { colourNumbers } from "../view/colouredBytes";
import type { ConnectionRow } from "../view/connectionRow";
import { type FieldHead, fieldHead } from "../view/fieldCell";
import { fieldFilter } from "../view/fieldFilter";
import { completeFilter } from "../view/filterCompletion";
import { type FlowFormat, flowWriters } from "../view/flow/flowFormats";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { JointSummary, JointWindow } from "../view/flow/joint/jointFlow";
import { jointWriters } from "../view/flow/joint/jointFormats";
import type { Numbers } from "../view/flow/notation";
import type { SendWindow } from "../view/flow/sendWindow";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import { fieldOf, isFieldColumn } from "../view/onScreen/columnId";
import type { ConnectionOrder } from "../view/onScreen/connectionOrder";
import type { SeveralScope } from "../view/onScreen/flowScope";
import type { ListOrder } from "../view/onScreen/listOrder";
import { plainLook, type RowLook } from "../view/onScreen/rowLook";
import type { RowPart } from "../view/onScreen/rowPart";
import type { StreamDirection } from "../view/onScreen/streamLook";
import type { PacketRow } from "../view/packetRow";
import { rowFilter } from "../view/rowFilter";
import { type Standing, standingOf } from "../view/standing";
import type { StreamRow, StreamView } from "../view/stream/streamRows";
import { packetTree } from "../view/tree";
import type {
  CaptureSummary,
  Engine,
  EngineEvents,
  FilterAnswer,
  FilterCompletion,
  FilterReading,
  FindAnswer,
  LongTask,
  NeighbourKind,
  PacketDetail,
  RelatedPackets,
  Search,
  SortAnswer,
  Step,
  StreamBytes,
  StreamSearch,
  StreamSummary,
} from "./contract";
import { filterReading } from "./filter/filterReading";
import { IndexedCapture, type Opened, type OpenSource } from "./indexedCapture";
import { type ConnectionChoices, connectionChoices, type ScopeChoice, scopeChoices } from "./joint/connectionChoices";
import type { ConnectionsFlow } from "./joint/connectionsFlow";
import { JointFlows, type Known } from "./joint/jointFlows";
import { PacketList } from "./list/packetList";
import { relatedPackets } from "./list/relatedPackets";
import { givingAway } from "./rpc";
import type { CaptureFormat } from "./save/fileFormat";
import { PacketFiles } from "./save/packetFiles";
import type { FilePiece } from "./save/pieces";
import { type SaveChoice, saveChoices } from "./save/saveChoices";
import { chosenPackets, type SavedPackets } from "./save/savedPackets";
import { wholePlacesOf } from "./wholePlaces";

/** A capture as one page looks at it: the same for all of them, but for what each of them has filtered. */
export class CaptureEngine implements Engine {
  private readonly capture: IndexedCapture;
  private listed: PacketList | undefined;
  private readonly jointFlows: JointFlows;
  private readonly files = new PacketFiles();

  constructor(
    capture: IndexedCapture | OpenSource,
    words: Words,
    private readonly onWork: EngineEvents["working"] = () => {},
  ) {
    this.capture = capture instanceof IndexedCapture ? capture : new IndexedCapture(capture, words);
    this.jointFlows = new JointFlows(words);
  }

  /** Reads the whole file; rows can be asked for while it runs. */
  async index(onProgress: (summary: CaptureSummary) => void): Promise<void> {
    await this.capture.index(onProgress);
  }

  async summary(): Promise<CaptureSummary> {
    return this.capture.summary();
  }

  async wholeSummary(): Promise<CaptureSummary> {
    await this.capture.whole;
    return this.capture.summary();
  }

  async rows(first: number, count: number, look: RowLook = plainLook): Promise<readonly PacketRow[]> {
    const { opened } = this.capture;
    if (!opened) return [];
    const last = Math.min(opened.packets.columns.count, first + count);
    const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    return opened.rows.of(indexes, look);
  }

  async stopReading(): Promise<void> {
    this.capture.stop();
  }

  async filter(expression: string): Promise<FilterAnswer> {
    return this.list?.filter(expression) ?? { shown: 0 };
  }

  async completeFilter(expression: string, cursor: number): Promise<FilterCompletion> {
    const { opened, words } = this.capture;
    return completeFilter(expression, cursor, words, (field) => opened?.values.of(field) ?? []);
  }

  async readFilter(expression: string): Promise<FilterReading> {
    return filterReading(expression, this.capture.words);
  }

  async sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer> {
    const { list } = this;
    return list ? list.sort(order, look) : { done: true };
  }

  async listedRows(first: number, count: number, look: RowLook = plainLook): Promise<readonly PacketRow[]> {
    const { list } = this;
    return list ? this.opened.rows.of(list.shown.indexes(first, count), look) : [];
  }

  async placeInList(number: number): Promise<number> {
    return this.list?.shown.placeOf(number - 1) ?? -1;
  }

  async find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer> {
    return this.list?.find(search, from - 1, step, look) ?? {};
  }

  async neighbour(kind: NeighbourKind, from: number, step: Step): Promise<number | undefined> {
    return this.list?.neighbour(kind, from - 1, step);
  }

  async overview(kind: NeighbourKind, from: number, parts: number): Promise<Uint8Array> {
    return this.list?.overview(kind, from - 1, parts) ?? new Uint8Array(0);
  }

  async listConnections(order: ConnectionOrder): Promise<number> {
    return this.list?.connections.show(order) ?? 0;
  }

  async connectionRows(first: number, count: number): Promise<readonly ConnectionRow[]> {
    return this.list?.connections.rows(first, count) ?? [];
  }

  async connectionPlace(stream: number): Promise<number> {
    return this.list?.connections.placeOf(stream) ?? -1;
  }

  async related(number: number): Promise<RelatedPackets> {
    return relatedPackets(this.opened.packets, number - 1);
  }

  async cancel(task: LongTask): Promise<void> {
    this.list?.cancel(task);
  }

  async packet(number: number): Promise<PacketDetail> {
    const { packets } = this.opened;
    const packet = await packets.decode(number - 1);
    const place = packets.placeOf(number - 1, lastSegment(packet));
    const comments = packets.reader.notes.packetComments.get(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    const bytes = packet.sources[0].slice();
    const tree = packetTree(packet, this.capture.words, place);
    return { tree, bytes, colours: colourNumbers(packet, bytes.length), ...(comments && { comments }) };
  }

  async standing(number: number): Promise<Standing | undefined> {
    const { columns } = this.opened.packets;
    const index = number - 1;
    if (columns.flow[index] < 0) return undefined;
    const stream = columns.stream(index);
    return standingOf(stream, this.opened.flows.of(stream).life, number, columns.direction(index), this.capture.words);
  }

  async fieldFilter(number: number, key: string): Promise<string | undefined> {
    return fieldFilter(await this.opened.packets.decode(number - 1), key);
  }

  async fieldHeads(names: readonly string[]): Promise<readonly FieldHead[]> {
    return names.map((name) => fieldHead(name, this.capture.words));
  }

  async rowFilter(number: number, part: RowPart): Promise<string | undefined> {
    const { packets, rows } = this.opened;
    if (part !== "conversation" && isFieldColumn(part)) return rows.cells.filterOf(number - 1, fieldOf(part));
    const packet = await packets.decode(number - 1);
    const [facts] = await this.rows(number - 1, 1);
    return facts && rowFilter(facts, packet, packets.placeOf(number - 1, lastSegment(packet)), part);
  }

  async flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow> {
    return this.opened.flows.of(stream).window(view, from, to);
  }

  async flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.opened.flows.of(stream).place(view, frame);
  }

  async writeFlow(stream: number, view: FlowView, format: FlowFormat): Promise<string> {
    const { write, mostRows } = flowWriters[format];
    return write(await this.opened.flows.of(stream).whole(view, mostRows), this.capture.words);
  }

  async jointFlow(scope: SeveralScope): Promise<JointSummary> {
    return this.joint(scope).summary;
  }

  async jointWindow(scope: SeveralScope, view: FlowView, from: number, to: number): Promise<JointWindow> {
    return this.joint(scope).window(view, from, to);
  }

  async jointPlace(scope: SeveralScope, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.joint(scope).place(view, frame);
  }

  async writeJointFlow(scope: SeveralScope, view: FlowView, format: FlowFormat): Promise<string> {
    const whole = await this.joint(scope).whole(view, flowWriters[format].mostRows);
    return jointWriters[format](whole, this.capture.words);
  }

  async connectionChoices(search: string, most: number): Promise<ConnectionChoices> {
    return this.capture.opened ? connectionChoices(this.known, search, most) : { choices: [], more: false };
  }

  async scopeChoices(packet: number): Promise<readonly ScopeChoice[]> {
    if (!this.capture.opened) return [];
    const flow = this.opened.packets.columns.flow[packet - 1] ?? -1;
    return scopeChoices(this.known, flow < 0 ? undefined : flow >> 1);
  }

  async sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum> {
    return this.opened.flows.of(stream).sum(numbers, frame);
  }

  async sendWindows(stream: number, numbers: Numbers, frame: number): Promise<readonly SendWindow[]> {
    return this.opened.flows.of(stream).sendWindows(numbers, frame);
  }

  async states(stream: number): Promise<StatePath> {
    return this.opened.flows.of(stream).statePath();
  }

  async chart(stream: number, view: ChartView): Promise<Chart | undefined> {
    return this.opened.charts.chart(stream, view);
  }

  async chartPoint(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined> {
    return this.opened.charts.point(stream, view, frame);
  }

  async chartPointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined> {
    return this.opened.charts.pointNear(stream, view, time, value);
  }

  async writeChart(stream: number, view: ChartView, format: ChartFormat): Promise<string> {
    return this.opened.charts.write(stream, view, format);
  }

  async trafficChart(view: TrafficView): Promise<Chart | undefined> {
    return this.list?.traffic.chart(view);
  }

  async trafficPoint(view: TrafficView, frame: number): Promise<ChartPoint | undefined> {
    return this.list?.traffic.point(view, frame);
  }

  async trafficWithin(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined> {
    return this.list?.traffic.within(view, span);
  }

  async trafficNeighbour(view: TrafficView, from: number, step: Step): Promise<number | undefined> {
    return this.list?.traffic.neighbour(view, from, step);
  }

  async writeTraffic(view: TrafficView, format: ChartFormat): Promise<string> {
    return this.list?.traffic.write(view, format) ?? "";
  }

  async stream(stream: number, view: StreamView): Promise<StreamSummary> {
    return this.opened.streams.summary(stream, view);
  }

  async streamRows(stream: number, view: StreamView, first: number, count: number): Promise<readonly StreamRow[]> {
    const rows = await this.opened.streams.rows(stream, view);
    const shown = Math.max(0, Math.min(count, rows.count - first));
    return Array.from({ length: shown }, (_, i) => rows.row(first + i));
  }

  async streamPlace(stream: number, view: StreamView, frame: number): Promise<number> {
    return (await this.opened.streams.rows(stream, view)).placeOf(frame - 1);
  }

  async findInStream(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer> {
    return this.opened.streams.find(stream, view, search, from, step);
  }

  async streamBytes(stream: number, direction: StreamDirection): Promise<StreamBytes> {
    return this.opened.streams.bytes(stream, direction);
  }

  async saveChoices(selected: number): Promise<readonly SaveChoice[]> {
    const { list } = this;
    return list ? saveChoices(this.opened.packets, list.shown, selected) : [];
  }

  async beginFile(which: SavedPackets, format: CaptureFormat): ReturnType<PacketFiles["begin"]> {
    const { packets } = this.opened;
    return this.files.begin(packets, chosenPackets(which, packets, this.list?.shown.filtered), format);
  }

  async nextPiece(file: number): Promise<FilePiece | undefined> {
    const piece = await this.files.next(file);
    return piece && givingAway(piece, piece.bytes.buffer);
  }

  async endFile(file: number): Promise<void> {
    this.files.end(file);
  }

  /** Everything about a segment, what is in no column too; nothing where the packet is no segment of a connection. */
  async place(number: number): Promise<SegmentPlace | undefined> {
    return (await wholePlacesOf(this.opened.packets, [number - 1]))[0];
  }

  /** To be asked only about packets that there are. */
  private get opened(): Opened {
    const { opened } = this.capture;
    if (!opened) throw new Error("No capture has been opened.");
    return opened;
  }

  private joint(scope: SeveralScope): ConnectionsFlow {
    return this.jointFlows.of(scope, this.known);
  }

  private get known(): Known {
    const { complete } = this.capture.summary();
    return { packets: this.opened.packets, filtered: this.list?.shown.filtered, isComplete: complete };
  }

  private get list(): PacketList | undefined {
    const { opened, words } = this.capture;
    if (opened) this.listed ??= new PacketList(opened, words, this.onWork);
    return this.listed;
  }
}
