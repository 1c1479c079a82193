import "./charts/overTime";
import "./connections/connectionList";
import "./packets/packetList";
import "./trouble/troubleList";
import { html, type TemplateResult } from "lit";
import type { NeighbourKind } from "../engine/contract/list";
import type { CaptureSummary } from "../engine/contract/reading";
import type { ConnectionOrder } from "../view/onScreen/connectionOrder";
import type { EditorState } from "../view/onScreen/editorState";
import type { ListColumns } from "../view/onScreen/listColumns";
import type { RowLook } from "../view/onScreen/rowLook";
import type { TrafficKind } from "../view/onScreen/trafficLook";
import type { TroubleKind } from "../view/onScreen/troubleKinds";
import { words } from "./language";
import { listTabs } from "./listTabs";
import type { NotesByPacket } from "./packetNotes";
import type { FieldHeads } from "./packets/columnLabel";
import type { HeadChange } from "./packets/headMenu";
import type { Choice } from "./selection";

/** What is listed of a capture, and what hears of what a person does there. */
export interface Listing {
  readonly view: EditorState;
  readonly summary: CaptureSummary | undefined;
  /** How many packets the filter shows; missing where there is none. */
  readonly shown: number | undefined;
  /** Numbers that change when a filter has been applied, and when other packets are marked by hand. */
  readonly filtering: number;
  readonly markingVersion: number;
  readonly look: RowLook;
  readonly columns: ListColumns;
  readonly heads: FieldHeads;
  readonly notes: NotesByPacket;
  /** The selected packet, and its connection. */
  readonly selected: number;
  readonly stream: number;
  remember(change: Partial<EditorState>): void;
  choose(event: CustomEvent<Choice>): void;
  /** Whether the filter shows the selected packet. */
  noteListed(isListed: boolean): void;
  arrange(change: HeadChange): void;
  /** Adds a column for a field that a person chooses. */
  addColumn(): void;
  /** Lists the packets of the selected connection alone. */
  narrow(): void;
  /** Lists only those of the listed packets that fit a filter. */
  narrowTo(filter: string): void;
}

/** The packets, their connections, what went wrong in them, or all of them over time. The lists that are not visible stay as they are. */
export function listing(of: Listing): TemplateResult {
  const { view, summary, shown, selected, stream } = of;
  const { listed } = view;
  const isComplete = summary?.complete ?? false;
  const filter = shown === undefined ? "" : view.filter;
  const { filtering } = of;
  const version = 2 * filtering + (isComplete ? 1 : 0);
  return html`<section aria-label=${words.messages["editor.packets"]}>
    ${listTabs(listed, summary, (chosen) => of.remember({ listed: chosen }))}
    <div class="slot" role="tabpanel" aria-labelledby="list-packets" ?hidden=${listed !== "packets"}>
      <wirenote-packet-list
        .count=${shown ?? summary?.packets ?? 0}
        .filter=${filter}
        .filtering=${filtering}
        .markingVersion=${of.markingVersion}
        .look=${of.look}
        .order=${view.list.order}
        .columns=${of.columns}
        .heads=${of.heads}
        .notes=${of.notes}
        .isComplete=${isComplete}
        .problem=${problemIn(view)}
        .isFilterBack=${view.filter === "" || shown !== undefined}
        .top=${view.top}
        @scrolled-to=${({ detail }: CustomEvent<number>) => of.remember({ top: detail })}
        .selected=${selected}
        .stream=${stream}
        @packet-selected=${(event: CustomEvent<Choice>) => of.choose(event)}
        @selected-listed=${({ detail }: CustomEvent<boolean>) => of.noteListed(detail)}
        @column-wanted=${() => of.addColumn()}
        @head-changed=${({ detail }: CustomEvent<HeadChange>) => of.arrange(detail)}
      ></wirenote-packet-list>
    </div>
    <div class="slot" role="tabpanel" aria-labelledby="list-connections" ?hidden=${listed !== "connections"}>
      <wirenote-connection-list
        .isShown=${listed === "connections"}
        .filter=${filter}
        .order=${view.connections}
        .stream=${stream}
        .version=${version}
        @packet-selected=${(event: CustomEvent<Choice>) => of.choose(event)}
        @order-chosen=${({ detail }: CustomEvent<ConnectionOrder>) => of.remember({ connections: detail })}
        @connection-wanted=${() => of.narrow()}
      ></wirenote-connection-list>
    </div>
    <div class="slot" role="tabpanel" aria-labelledby="list-trouble" ?hidden=${listed !== "trouble"}>
      <wirenote-trouble-list
        .isShown=${listed === "trouble"}
        .version=${version}
        .kind=${view.trouble}
        @kind-chosen=${({ detail }: CustomEvent<TroubleKind>) => of.remember({ trouble: detail })}
        @packet-selected=${(event: CustomEvent<Choice>) => of.choose(event)}
        @packets-wanted=${({ detail }: CustomEvent<string>) => of.narrowTo(detail)}
      ></wirenote-trouble-list>
    </div>
    <div class="slot" role="tabpanel" aria-labelledby="list-overTime" ?hidden=${listed !== "overTime"}>
      <wirenote-over-time
        .isShown=${listed === "overTime"}
        .kind=${view.traffic}
        .filter=${filter}
        .filtering=${filtering}
        .clock=${view.list.time === "utc" ? "utc" : "local"}
        .selected=${selected}
        .isComplete=${isComplete}
        .version=${summary?.packets ?? 0}
        @packet-chosen=${(event: CustomEvent<Choice>) => of.choose(event)}
        @kind-chosen=${({ detail }: CustomEvent<TrafficKind>) => of.remember({ traffic: detail })}
        @packets-wanted=${({ detail }: CustomEvent<string>) => of.narrowTo(detail)}
      ></wirenote-over-time>
    </div>
  </section>`;
}

/** What counts as a problem depends on what is listed: one of the selected connection, or one of the selected kind. */
function problemIn({ listed, trouble }: EditorState): NeighbourKind {
  if (listed === "connections") return "ownProblem";
  return (listed === "trouble" && trouble) || "problem";
}
