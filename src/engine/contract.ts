import type { Chart, ChartPoint, ChartView, TimeSpan, TrafficView } from "../view/charts/chart";
import type { ChartFormat } from "../view/charts/chartFormats";
import type { ConnectionRow } from "../view/connectionRow";
import type { FieldHead } from "../view/fieldCell";
import type { LabelledItem } from "../view/filterCompletion";
import type { FlowFormat } from "../view/flow/flowFormats";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { JointSummary, JointWindow } from "../view/flow/joint/jointFlow";
import type { Numbers } from "../view/flow/notation";
import type { SendWindow } from "../view/flow/sendWindow";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import type { ConnectionOrder } from "../view/onScreen/connectionOrder";
import type { SeveralScope } from "../view/onScreen/flowScope";
import type { ListOrder } from "../view/onScreen/listOrder";
import type { RowLook } from "../view/onScreen/rowLook";
import type { RowPart } from "../view/onScreen/rowPart";
import type { StreamDirection } from "../view/onScreen/streamLook";
import type { PacketRow } from "../view/packetRow";
import type { Standing } from "../view/standing";
import type { StreamRow, StreamView } from "../view/stream/streamRows";
import type { TreeNode } from "../view/tree";
import type { ConnectionChoices, ScopeChoice } from "./joint/connectionChoices";
import type { CaptureFormat, PcapObstacle } from "./save/fileFormat";
import type { BegunFile } from "./save/packetFiles";
import type { FilePiece } from "./save/pieces";
import type { SaveChoice } from "./save/saveChoices";
import type { SavedPackets } from "./save/savedPackets";

/** One open capture, from wherever it is looked at. Everything that crosses is plain data of the size of a screen. */
export interface Engine {
  /** What is known so far. */
  summary(): Promise<CaptureSummary>;
  /** What is known once all has been read, or the reading has been ended. */
  wholeSummary(): Promise<CaptureSummary>;
  /** Rows from `first` on, counted from 0; fewer where the capture ends. */
  rows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /**
   * Shows only what fits a display filter, everything for an empty one; the rows that do stay with the engine. A filter takes the
   * place of the one before, and stops it where it still runs; one that cannot be read changes nothing.
   */
  filter(expression: string): Promise<FilterAnswer>;
  /** What a filter asks for in words, or what is wrong with it; it is asked of no packet. */
  readFilter(expression: string): Promise<FilterReading>;
  /** What may stand at a place of a filter; `start` to `end` is what it replaces. */
  completeFilter(expression: string, cursor: number): Promise<FilterCompletion>;
  /** Ends the reading of the file where it is; what has been read stays. */
  stopReading(): Promise<void>;
  /** Puts what the filter shows in an order, until it shows something else; without one, in the capture's. */
  sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer>;
  /** As `rows`, of those that the filter shows, in their order. */
  listedRows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /** Where a packet stands among them, from 0; -1 where it is not shown. */
  placeInList(number: number): Promise<number>;
  /** The next of them that has what is searched for, or the one before, beyond the packet `from`; past an end it goes on at the other. */
  find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer>;
  /** The next of them that belongs to the same connection, or that has a problem. */
  neighbour(kind: NeighbourKind, from: number, step: Step): Promise<number | undefined>;
  /** Where in the list such packets stand: 1 for each of so many equal parts of it that has one, else 0. */
  overview(kind: NeighbourKind, from: number, parts: number): Promise<Uint8Array>;
  /** Counts and sorts the connections of the listed packets, and says how many there are; then their rows, and where one stands (-1 where it does not). */
  listConnections(order: ConnectionOrder): Promise<number>;
  connectionRows(first: number, count: number): Promise<readonly ConnectionRow[]>;
  connectionPlace(stream: number): Promise<number>;
  /** What other packets have to do with one. */
  related(number: number): Promise<RelatedPackets>;
  /** Gives up what takes long. */
  cancel(task: LongTask): Promise<void>;
  /** The decoded tree of a packet, counted from 1 as people do. */
  packet(number: number): Promise<PacketDetail>;
  /** Where it stands in its connection, if it has one. */
  standing(number: number): Promise<Standing | undefined>;
  /** A display filter that asks for what a field of it says; `key` is the field's in the tree. */
  fieldFilter(number: number, key: string): Promise<string | undefined>;
  /** What the columns are called that show fields, by the names that filters have for them. */
  fieldHeads(names: readonly string[]): Promise<readonly FieldHead[]>;
  /** A display filter that asks for what a part of its row says. */
  rowFilter(number: number, part: RowPart): Promise<string | undefined>;
  /** What stands in the flow of a connection from one height to another, counted in even steps. */
  flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow>;
  /** Where a packet of that connection stands in its flow. */
  flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace>;
  /** All of its flow, as far as it goes into one file, written out. */
  writeFlow(stream: number, view: FlowView, format: FlowFormat): Promise<string>;
  /** What is said of the flow of several connections as a whole; the packets that the filter shows are those of this page. */
  jointFlow(scope: SeveralScope): Promise<JointSummary>;
  /** What stands in it from one height to another, where a packet stands in it, and all of it written out, as for one connection. */
  jointWindow(scope: SeveralScope, view: FlowView, from: number, to: number): Promise<JointWindow>;
  jointPlace(scope: SeveralScope, view: FlowView, frame: number): Promise<FlowPlace>;
  writeJointFlow(scope: SeveralScope, view: FlowView, format: FlowFormat): Promise<string>;
  /** Which connections there are to choose from: the first that have a text in their ends, or that number. */
  connectionChoices(search: string, most: number): Promise<ConnectionChoices>;
  /** What is offered to be drawn together, for the connection of a packet. */
  scopeChoices(packet: number): Promise<readonly ScopeChoice[]>;
  /** The way of both its ends through the state diagram. */
  states(stream: number): Promise<StatePath>;
  /** The arithmetic of a packet of that connection. */
  sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum>;
  /** What each of its ends may send when a packet has gone by, as far as that is known. */
  sendWindows(stream: number, numbers: Numbers, frame: number): Promise<readonly SendWindow[]>;
  /** A chart of it over time, as far as a view shows it; nothing where all its packets have one time. */
  chart(stream: number, view: ChartView): Promise<Chart | undefined>;
  /** Where a packet stands in that chart, and which packet is meant by a place of it. */
  chartPoint(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined>;
  chartPointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined>;
  /** The chart as a picture or as a table of its values, as much of its time as the view shows; empty where there is none. */
  writeChart(stream: number, view: ChartView, format: ChartFormat): Promise<string>;
  /** The same of the whole capture, and of what the filter shows of it, as far as it has been read. */
  trafficChart(view: TrafficView): Promise<Chart | undefined>;
  trafficPoint(view: TrafficView, frame: number): Promise<ChartPoint | undefined>;
  /** What is counted together in a span of its time, widened to whole intervals. */
  trafficWithin(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined>;
  /** The first packet of the next interval that has one, or of the one before; from 0 the first of all, or the last. */
  trafficNeighbour(view: TrafficView, from: number, step: Step): Promise<number | undefined>;
  writeTraffic(view: TrafficView, format: ChartFormat): Promise<string>;
  /** What both its ends sent, put together: how much that is, rows of it, and the first row with bytes of a packet (-1 for none). */
  stream(stream: number, view: StreamView): Promise<StreamSummary>;
  streamRows(stream: number, view: StreamView, first: number, count: number): Promise<readonly StreamRow[]>;
  streamPlace(stream: number, view: StreamView, frame: number): Promise<number>;
  /** As `find`, of its rows, which count from 0: the next in which it begins. */
  findInStream(stream: number, view: StreamView, search: StreamSearch, from: number, step: Step): Promise<FindAnswer>;
  /** All that one end sent, or both in turn, as far as it goes into one file. */
  streamBytes(stream: number, direction: StreamDirection): Promise<StreamBytes>;
  /** Which packets are offered to be saved as a capture of their own while one is selected (0 for none). */
  saveChoices(selected: number): Promise<readonly SaveChoice[]>;
  /** Begins such a capture, of the packets that there are now and in the capture's order; or why its format cannot hold them. */
  beginFile(which: SavedPackets, format: CaptureFormat): Promise<BegunFile | { readonly obstacle: PcapObstacle }>;
  /** Its next bytes, a few megabytes at most; nothing behind the last. */
  nextPiece(file: number): Promise<FilePiece | undefined>;
  /** Forgets it, whether all of it has been asked for or not. */
  endFile(file: number): Promise<void>;
}

/** What the engine tells without being asked. */
export interface EngineEvents {
  progress(summary: CaptureSummary): void;
  /** How much of what takes long is done, from 0 to 1. */
  working(task: LongTask, share: number): void;
}

/** The same as a list, for the side that calls. */
export const engineMethods = [
  "summary",
  "wholeSummary",
  "rows",
  "filter",
  "readFilter",
  "completeFilter",
  "stopReading",
  "sort",
  "listedRows",
  "placeInList",
  "find",
  "neighbour",
  "overview",
  "listConnections",
  "connectionRows",
  "connectionPlace",
  "related",
  "cancel",
  "packet",
  "standing",
  "fieldFilter",
  "fieldHeads",
  "rowFilter",
  "flow",
  "flowPlace",
  "writeFlow",
  "jointFlow",
  "jointWindow",
  "jointPlace",
  "writeJointFlow",
  "connectionChoices",
  "scopeChoices",
  "states",
  "sum",
  "sendWindows",
  "chart",
  "chartPoint",
  "chartPointNear",
  "writeChart",
  "trafficChart",
  "trafficPoint",
  "trafficWithin",
  "trafficNeighbour",
  "writeTraffic",
  "stream",
  "streamRows",
  "streamPlace",
  "findInStream",
  "streamBytes",
  "saveChoices",
  "beginFile",
  "nextPiece",
  "endFile",
] as const satisfies readonly (keyof Engine)[];

/** Passes on what it is asked to an engine that may be another one later. */
export function standIn(engine: () => Engine): Engine {
  type AnyMethod = (...args: readonly unknown[]) => unknown;
  const passOn =
    (name: keyof Engine) =>
    (...args: readonly unknown[]) =>
      (engine()[name] as AnyMethod)(...args);
  return Object.fromEntries(engineMethods.map((name) => [name, passOn(name)])) as unknown as Engine;
}

export interface CaptureSummary {
  readonly packets: number;
  readonly connections: number;
  readonly format?: string;
  /** Share of the file that has been read, from 0 to 1. */
  readonly read: number;
  readonly complete: boolean;
  /** Somebody has ended the reading. */
  readonly stopped?: true;
  /** Why there is nothing to see, or where the file stopped being readable: a sentence. */
  readonly problem?: string;
  /** It is no capture but a text, in which packets may stand. */
  readonly isText?: true;
}

export type FilterAnswer =
  /** How many packets it shows. */
  { readonly shown: number } | { readonly cancelled: true } | FilterRefusal;

/** What is wrong with a filter, at which place, and what was probably meant. */
export interface FilterRefusal {
  readonly problem: { readonly start: number; readonly end: number; readonly text: string; readonly instead?: string };
}

export type FilterReading = { readonly says: string } | FilterRefusal;

export type LongTask = "filter" | "sort" | "find";

export type SortAnswer = { readonly done: true } | { readonly cancelled: true };

/** What is looked for in the listed packets. */
export interface Search {
  /** In Info as it is shown, or in the packet's bytes: as text, or as the digits of bytes. */
  readonly kind: "info" | "text" | "hex";
  readonly text: string;
}

/** What is looked for in what was sent. */
export type StreamSearch = Search & { readonly kind: "text" | "hex" };

/** Forward or back. */
export type Step = 1 | -1;

export type FindAnswer =
  | {
      /** The packet's number, or the row, where there is one. */
      readonly found?: number;
      /** It lies beyond an end of the list. */
      readonly wrapped?: true;
    }
  | { readonly cancelled: true }
  /** The digits are no bytes. */
  | { readonly unreadable: true };

export type NeighbourKind = "connection" | "problem";

/** Numbers of packets. */
export interface RelatedPackets {
  /** Of its connection. */
  readonly first?: number;
  readonly last?: number;
  /** The segments that it is the first to acknowledge. */
  readonly acknowledges: readonly number[];
  /** The first that acknowledges all of it. */
  readonly acknowledgedBy?: number;
  /** The segment that it sends again, and those that send it again. */
  readonly repeats?: number;
  readonly repeatedBy: readonly number[];
  /** The acknowledgment that it is a duplicate of, and its own duplicates. */
  readonly duplicateOf?: number;
  readonly duplicates: readonly number[];
}

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

export interface FilterCompletion {
  readonly start: number;
  readonly end: number;
  readonly items: readonly LabelledItem[];
}

export interface PacketDetail {
  readonly tree: readonly TreeNode[];
  readonly bytes: Uint8Array;
  /** What each of them is: its place in `byteColours`. */
  readonly colours: Uint8Array;
  /** What people wrote beside the packet. */
  readonly comments?: readonly string[];
}
