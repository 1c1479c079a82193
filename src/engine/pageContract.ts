import type { NotedPacket } from "../notes/notedPackets";
import type { ChartFormat } from "../view/charts/chartFormats";
import type { FlowFormat } from "../view/flow/flowFormats";
import type { ColumnId } from "../view/onScreen/columnId";
import type { ByteFormat } from "../view/onScreen/copiedBytes";
import type { FlowScope } from "../view/onScreen/flowScope";
import type { ScopeChoice } from "./joint/connectionChoices";

/**
 * What the capture editor's page and VS Code say to one another beside the capture itself: commands go to the page, and the page
 * asks for what only VS Code can do.
 */
export interface EditorCommands {
  nextPacket(): void;
  previousPacket(): void;
  nextInConnection(): void;
  previousInConnection(): void;
  /** Problems are segments with a mark of the analysis that speaks of trouble. */
  nextProblem(): void;
  previousProblem(): void;
  nextMark(): void;
  previousMark(): void;
  /** To the packet of this number, or to the last one where there are not so many. */
  goToPacket(number: number): void;
  /** The same, and to the flow of its connection. */
  showFlow(number: number): void;
  /** Lists the packets that a filter shows. */
  showOnly(filter: string): void;
  find(): void;
  findNext(): void;
  findPrevious(): void;
  focusFilter(): void;
  clearFilter(): void;
  toggleFlow(): void;
  toggleDetail(): void;
  toggleBytes(): void;
  toggleHeader(): void;
  /** Shows panes, columns and flows as new captures begin. */
  resetLayout(fresh: object): void;
  /** From relative sequence numbers to raw ones and back. */
  switchNumbers(): void;
  /** What is selected in the pane that had the keyboard last. */
  copy(): void;
  /** Lists connections where the packets are listed. */
  showConnections(): void;
  /** Lists there what went wrong. */
  showTrouble(): void;
  /** Draws the capture over time there. */
  showOverTime(): void;
  /** To the charts of the selected packet's connection. */
  showCharts(): void;
  /** To what was sent in it. */
  followStream(): void;
  exportFlow(): void;
  /** Saves packets as a capture of their own; a menu may be about another packet than the selected one. */
  savePackets(packet?: number): void;
  /** That packet, or the selected one, is marked, or no longer; then all that the filter shows, or none of them. */
  toggleMark(packet?: number): void;
  markShown(): void;
  unmarkShown(): void;
  /** The time counts from that packet, or from the selected one, or does so no longer. */
  toggleTimeReference(packet?: number): void;
  /** Asks which connections the flow shall show; then back to that of the selected packet alone. */
  chooseConnections(): void;
  showOneConnection(): void;
  /** Filters by what the selected field or a cell of the list says: alone, by its opposite, and beside the filter that is in force. */
  filterByField(cell?: ListCell): void;
  filterByNotField(cell?: ListCell): void;
  filterByAlsoField(cell?: ListCell): void;
  filterByOrField(cell?: ListCell): void;
  /** Writes the filter without applying it. */
  prepareFilter(cell?: ListCell): void;
  /** Shows only what the ends of the selected packet say to one another. */
  filterByConversation(): void;
  copyFieldValue(cell?: ListCell): void;
  /** Gives what the selected field says a column of the packet list. */
  showFieldAsColumn(): void;
  /** Asks which field is to have a column. */
  chooseColumn(): void;
  /** The filter instead of what it asks for. */
  copyAsFilter(cell?: ListCell): void;
  copyFieldName(): void;
  copyFieldBytes(): void;
  /** Puts the keyboard to what is said of the selected field. */
  explainField(): void;
  /** The selected bytes, or those of the selected field. */
  copyBytes(format: ByteFormat): void;
}
/** A cell of the packet list, by the number of its packet. */
export interface ListCell {
  readonly packet: number;
  readonly column: ColumnId;
}

export type EditorCommand = keyof EditorCommands & string;

/** Each is `wirenote.capture.…` in the palette, but for what only links ask for, and what is told to all pages. */
export const editorCommands = [
  "nextPacket",
  "previousPacket",
  "nextInConnection",
  "previousInConnection",
  "nextProblem",
  "previousProblem",
  "nextMark",
  "previousMark",
  "goToPacket",
  "showFlow",
  "showOnly",
  "find",
  "findNext",
  "findPrevious",
  "focusFilter",
  "clearFilter",
  "toggleFlow",
  "toggleDetail",
  "toggleBytes",
  "toggleHeader",
  "resetLayout",
  "switchNumbers",
  "copy",
  "showConnections",
  "showTrouble",
  "showOverTime",
  "showCharts",
  "followStream",
  "exportFlow",
  "savePackets",
  "toggleMark",
  "markShown",
  "unmarkShown",
  "toggleTimeReference",
  "chooseConnections",
  "showOneConnection",
  "filterByField",
  "filterByNotField",
  "filterByAlsoField",
  "filterByOrField",
  "prepareFilter",
  "filterByConversation",
  "copyFieldValue",
  "showFieldAsColumn",
  "chooseColumn",
  "copyAsFilter",
  "copyFieldName",
  "copyFieldBytes",
  "explainField",
  "copyBytes",
] as const satisfies readonly EditorCommand[];

/** What became of the file since it was opened. */
export type FileFate = "same" | "changed" | "gone";

/** What a note says of one of the capture's packets. */
export interface PacketNote extends NotedPacket {
  /** The note's address, and what it is called. */
  readonly note: string;
  readonly name: string;
}

/** What VS Code tells the page without being asked. */
export interface HostEvents {
  fileIs(fate: FileFate): void;
  /** Notes were written since they were asked for. */
  notesChanged(): void;
}

/** What the page asks of VS Code. */
export interface EditorHost {
  /** Says whether the page has the keyboard; keybindings hold only while it has. */
  focused(hasFocus: boolean): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Says what is looked at, for the status bar. */
  looksAt(look: Look): Promise<void>;
  /** Asks where to, and writes; false where that was given up. */
  saveText(name: string, text: string): Promise<boolean>;
  saveBytes(name: string, bytes: Uint8Array): Promise<boolean>;
  /** As `saveText`, and opens the page where the person's browser can reach it: that is what prints. */
  savePage(name: string, page: string): Promise<boolean>;
  /** Asks which packets, that one's connection among them, are to be saved as a capture, and where to. */
  savePackets(packet: number): Promise<void>;
  /** Asks as what a flow is to be put where; nothing where that was given up. */
  chooseFlowExport(): Promise<FlowExport | undefined>;
  chooseChartExport(): Promise<ChartExport | undefined>;
  /** Asks which connections a flow shall show, of those that are offered or one by one; nothing where that was given up. */
  chooseFlowScope(offered: readonly ScopeChoice[], current: FlowScope): Promise<FlowScope | undefined>;
  /** Asks for a field that is to have a column, of all but those that have one; its name, or nothing where that was given up. */
  chooseField(shown: readonly string[]): Promise<string | undefined>;
  fileFate(): Promise<FileFate>;
  /** What notes beside the capture say of its packets. */
  packetNotes(): Promise<readonly PacketNote[]>;
  /** Shows where it says so. */
  openNote(note: PacketNote): Promise<void>;
  /** Reads the file as it is now; all its pages are loaded again. */
  loadAgain(): Promise<void>;
  /** Keeps how the capture is looked at: another view of it begins there, and so does one that is opened after this was closed. */
  keepState(state: object): Promise<void>;
  /** Shows the file as something else, in the place of this editor. */
  openInstead(choice: Instead): Promise<void>;
  /** What was last given to `remember`, by whatever version: to be read with suspicion. */
  recall(key: MemoryKey): Promise<unknown>;
  remember(key: MemoryKey, value: unknown): Promise<void>;
}

export interface FlowExport {
  readonly format: FlowFormat;
  readonly to: "file" | "clipboard";
}

export interface ChartExport {
  readonly format: ChartFormat;
  readonly to: "file" | "clipboard";
}

/** What a file that shows no packets can be opened as: the packets that stand in its text, a text, or what VS Code asks for. */
export type Instead = "textPackets" | "text" | "other";

/** What outlives an editor: the list's columns, the panes and the look of flows in a workspace, a person's filters in all. */
export type MemoryKey = "columns" | "panes" | "flow" | "filters";

/** What a page shows. */
export interface Look {
  readonly packets: number;
  readonly connections: number;
  /** How many of them the filter shows, where there is one. */
  readonly shown?: number;
  /** What it asks for. */
  readonly filter?: string;
  /** How many are marked by hand. */
  readonly marked?: number;
  /** The selected packet's number. */
  readonly selected?: number;
  /** How its connection opened and closed. */
  readonly life?: string;
}

export const editorHostMethods = [
  "focused",
  "looksAt",
  "copyText",
  "saveText",
  "saveBytes",
  "savePage",
  "savePackets",
  "chooseFlowExport",
  "chooseChartExport",
  "chooseFlowScope",
  "chooseField",
  "fileFate",
  "packetNotes",
  "openNote",
  "loadAgain",
  "keepState",
  "openInstead",
  "recall",
  "remember",
] as const satisfies readonly (keyof EditorHost)[];
