import { type ConnectionOrder, freshConnectionOrder, readConnectionOrder } from "./connectionOrder";
import { type FlowLook, freshFlowLook, readFlowLook } from "./flowLook";
import { type FlowScope, freshFlowScope, readFlowScope } from "./flowScope";
import { freshListState, type ListState, readListState } from "./listState";
import { type MarkedSpans, readMarkedSpans } from "./markedSpans";
import { type TrafficLook, trafficKinds } from "./trafficLook";
import type { TroubleKind } from "./troubleKinds";
import { troubleKinds } from "./troubleKinds";

/** What the capture editor remembers of how it was used. It is small, and checked when read, since another version may have written it. */
export interface EditorState extends TrafficLook {
  readonly version: 1;
  /** The selected packet, counted from 1; 0 where there is none. */
  readonly packet: number;
  /** The selected field's key in the packet's tree. */
  readonly field: string;
  /** Keys of nodes that are open. */
  readonly open: readonly string[];
  /** Panes that are not shown. */
  readonly hidden: readonly PaneName[];
  /** Which pane a narrow editor shows below the list. */
  readonly tab: PaneName;
  /** Where panes meet, in percent: left and right, list and what is below it, flow and header, detail and bytes, list and tabs. */
  readonly parted: Readonly<Record<PartName, number>>;
  readonly filter: string;
  readonly numbers: NumberKind;
  /** What is shown in the place of the packet list. */
  readonly listed: Listed;
  readonly list: ListState;
  /** Packets that are marked by hand. */
  readonly marked: MarkedSpans;
  readonly connections: ConnectionOrder;
  /** The kind of trouble that is selected. */
  readonly trouble?: TroubleKind;
  /** The row that was at the top of the list, from 0; -1 if it was never scrolled. */
  readonly top: number;
  readonly flow: FlowLook;
  /** Which connections the flow shows. */
  readonly scope: FlowScope;
}

/** All panes but the packet list, which is always there. */
export const paneNames = ["flow", "detail", "bytes", "header"] as const;
export type PaneName = (typeof paneNames)[number];
export type PartName = "columns" | "rows" | "right" | "detail" | "narrow";
export const listedKinds = ["packets", "connections", "trouble", "overTime"] as const;
export type Listed = (typeof listedKinds)[number];
/** Sequence numbers counted from the connection's first ones, or as they stand in the header. */
export const numberKinds = ["relative", "raw"] as const;
export type NumberKind = (typeof numberKinds)[number];

export const freshState: EditorState = {
  version: 1,
  packet: 0,
  field: "",
  open: ["tcp"],
  hidden: [],
  tab: "flow",
  parted: { columns: 62, rows: 46, right: 66, detail: 48, narrow: 40 },
  filter: "",
  numbers: "relative",
  listed: "packets",
  traffic: "bitRate",
  list: freshListState,
  marked: [],
  connections: freshConnectionOrder,
  top: -1,
  flow: freshFlowLook,
  scope: freshFlowScope,
};

/** Reads what was kept; the fresh state stands in for whatever is missing or makes no sense. */
export function readState(kept: unknown, fresh: EditorState = freshState): EditorState {
  if (typeof kept !== "object" || kept === null || (kept as EditorState).version !== fresh.version) return fresh;
  const {
    packet,
    field,
    open,
    hidden,
    tab,
    parted,
    filter,
    numbers,
    listed,
    traffic,
    list,
    marked,
    connections,
    trouble,
    top,
    flow,
    scope,
  } = kept as Record<keyof EditorState, unknown>;
  const kind = oneOf(troubleKinds, trouble);
  return {
    version: 1,
    packet: typeof packet === "number" && Number.isInteger(packet) && packet > 0 ? packet : fresh.packet,
    field: typeof field === "string" ? field : fresh.field,
    open: isTexts(open) ? open : fresh.open,
    hidden: isTexts(hidden) ? paneNames.filter((name) => hidden.includes(name)) : fresh.hidden,
    tab: oneOf(paneNames, tab) ?? fresh.tab,
    parted: readParted(parted, fresh),
    filter: typeof filter === "string" ? filter : fresh.filter,
    numbers: oneOf(numberKinds, numbers) ?? fresh.numbers,
    listed: oneOf(listedKinds, listed) ?? fresh.listed,
    traffic: oneOf(trafficKinds, traffic) ?? fresh.traffic,
    list: readListState(list, fresh.list),
    marked: readMarkedSpans(marked),
    connections: readConnectionOrder(connections),
    ...(kind && { trouble: kind }),
    top: typeof top === "number" && Number.isInteger(top) && top >= 0 ? top : fresh.top,
    flow: readFlowLook(flow, fresh.flow),
    scope: readFlowScope(scope),
  };
}

/** The same place in a capture, with the layout of another state. */
export const withLayoutOf = ({ hidden, tab, parted, flow }: EditorState, state: EditorState): EditorState => ({
  ...state,
  ...{ hidden, tab, parted, flow },
});

/** How a capture begins that is opened for the first time: with the settings, and the panes as they were left last. Checked in the same way. */
export const readFreshState = (known: object): EditorState => readState({ ...freshState, ...known });

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === "string");
const oneOf = <Name extends string>(names: readonly Name[], value: unknown) => names.find((name) => name === value);

function readParted(kept: unknown, fresh: EditorState): EditorState["parted"] {
  const shares = (typeof kept === "object" && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const read = (name: PartName) => {
    const share = shares[name];
    return typeof share === "number" && share >= 0 && share <= 100 ? share : fresh.parted[name];
  };
  return {
    columns: read("columns"),
    rows: read("rows"),
    right: read("right"),
    detail: read("detail"),
    narrow: read("narrow"),
  };
}
