import type { NotedPacket } from "../notes/notedPackets";
import type { ChartFormat } from "../view/charts/chartFormats";
import type { FlowFormat } from "../view/flow/flowFormats";
import type { ColumnId } from "../view/onScreen/columnId";
import type { ByteFormat } from "../view/onScreen/copiedBytes";
import type { FlowScope } from "../view/onScreen/flowScope";
import type { ScopeChoice } from "./joint/connectionChoices";

/**
 * What the capture editor's page and VS Code say to each other besides the capture itself: commands go to the page, and the page asks
 * for what only VS Code can do.
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
  /** Goes to the packet with this number, or to the last one if there are not so many. */
  goToPacket(number: number): void;
  /** The same, and goes to the flow of its connection. */
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
  /** Shows panes, columns and flows as they are when a capture is opened for the first time. */
  resetLayout(fresh: object): void;
  /** Switches between relative and raw sequence numbers. */
  switchNumbers(): void;
  /** Copies what is selected in the pane that had the keyboard last. */
  copy(): void;
  /** Lists connections in place of the packets. */
  showConnections(): void;
  /** Lists what went wrong in place of the packets. */
  showTrouble(): void;
  /** Draws the capture over time in place of the packets. */
  showOverTime(): void;
  /** Goes to the charts of the selected packet's connection. */
  showCharts(): void;
  /** Goes to what was sent in the selected packet's connection. */
  followStream(): void;
  exportFlow(): void;
  /** Saves packets as a capture of their own; a menu may be about another packet than the selected one. */
  savePackets(packet?: number): void;
  /** Marks that packet, or the selected one, or takes the mark away; then the same for all packets that the filter shows. */
  toggleMark(packet?: number): void;
  markShown(): void;
  unmarkShown(): void;
  /** Lets times count from that packet, or from the selected one, or no longer. */
  toggleTimeReference(packet?: number): void;
  /** Asks which connections the flow shall show; `showOneConnection` goes back to that of the selected packet alone. */
  chooseConnections(): void;
  showOneConnection(): void;
  /** Filters by what the selected field or a cell of the list says: by that alone, by its opposite, or combined with the filter in force. */
  filterByField(cell?: ListCell): void;
  filterByNotField(cell?: ListCell): void;
  filterByAlsoField(cell?: ListCell): void;
  filterByOrField(cell?: ListCell): void;
  /** Writes the filter without applying it. */
  prepareFilter(cell?: ListCell): void;
  /** Shows only what the two ends of the selected packet say to each other. */
  filterByConversation(): void;
  copyFieldValue(cell?: ListCell): void;
  /** Adds a column for the selected field to the packet list. */
  showFieldAsColumn(): void;
  /** Asks for which field to add a column. */
  chooseColumn(): void;
  /** Copies the filter for a field or a cell, not its value. */
  copyAsFilter(cell?: ListCell): void;
  copyFieldName(): void;
  copyFieldBytes(): void;
  /** Gives the keyboard to the explanation of the selected field. */
  explainField(): void;
  /** Copies the selected bytes, or those of the selected field. */
  copyBytes(format: ByteFormat): void;
}
/** A cell of the packet list, by the number of its packet. */
export interface ListCell {
  readonly packet: number;
  readonly column: ColumnId;
}

export type EditorCommand = keyof EditorCommands & string;

/** Each is a command `wirenote.capture.…` in the palette, except those that only links use and those that go to all pages. */
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

/** What has become of the file since it was opened. */
export type FileFate = "same" | "changed" | "gone";

/** What a note says about one of the capture's packets. */
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
  /** Says what the page shows, for the status bar. */
  looksAt(look: Look): Promise<void>;
  /** Asks where to write, and writes; false if a person gave that up. */
  saveText(name: string, text: string): Promise<boolean>;
  saveBytes(name: string, bytes: Uint8Array): Promise<boolean>;
  /** As `saveText`, and then opens the page in the person's browser if that can reach it, since only a browser prints. */
  savePage(name: string, page: string): Promise<boolean>;
  /** Asks which packets are to be saved as a capture, and where to; among the choices is the connection of that packet. */
  savePackets(packet: number): Promise<void>;
  /** Asks in which format a flow is to be written, and where to; nothing if a person gave that up. */
  chooseFlowExport(): Promise<FlowExport | undefined>;
  chooseChartExport(): Promise<ChartExport | undefined>;
  /** Asks which connections a flow shall show, of the scopes that are offered or one by one; nothing if a person gave that up. */
  chooseFlowScope(offered: readonly ScopeChoice[], current: FlowScope): Promise<FlowScope | undefined>;
  /** Asks for a field that is to have a column and has none yet; gives its name, or nothing if a person gave that up. */
  chooseField(shown: readonly string[]): Promise<string | undefined>;
  fileFate(): Promise<FileFate>;
  /** What notes beside the capture say of its packets. */
  packetNotes(): Promise<readonly PacketNote[]>;
  /** Shows the place in the note. */
  openNote(note: PacketNote): Promise<void>;
  /** Reads the file as it is now; all its pages are loaded again. */
  loadAgain(): Promise<void>;
  /** Keeps how the capture is looked at: another view of it begins like this, and so does one that is opened later. */
  keepState(state: object): Promise<void>;
  /** Opens the file as something else, in the place of this editor. */
  openInstead(choice: Instead): Promise<void>;
  /** What was last given to `remember`, perhaps by another version of the extension: it has to be checked. */
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

/** What a file without packets can be opened as: the packets in its text, a text, or something that VS Code asks a person for. */
export type Instead = "textPackets" | "text" | "other";

/** What outlives an editor: the list's columns, the panes and the look of flows for a workspace, a person's filters for all workspaces. */
export type MemoryKey = "columns" | "panes" | "flow" | "filters";

/** What a page shows. */
export interface Look {
  readonly packets: number;
  readonly connections: number;
  /** How many of them the filter shows, where there is one. */
  readonly shown?: number;
  /** What that filter asks for. */
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
