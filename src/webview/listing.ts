import "./charts/overTime";
import "./connections/connectionList";
import "./packets/packetList";
import { html, type TemplateResult } from "lit";
import type { CaptureSummary } from "../engine/contract/reading";
import type { ConnectionOrder } from "../view/onScreen/connectionOrder";
import type { EditorState } from "../view/onScreen/editorState";
import type { ListColumns } from "../view/onScreen/listColumns";
import type { RowLook } from "../view/onScreen/rowLook";
import type { TrafficKind } from "../view/onScreen/trafficLook";
import { words } from "./language";
import { listTabs } from "./listTabs";
import type { NotesByPacket } from "./packetNotes";
import type { FieldHeads } from "./packets/columnLabel";
import type { HeadChange } from "./packets/headMenu";
import type { Choice } from "./selection";

/** What is listed of a capture, and who hears what is done there. */
export interface Listing {
  readonly view: EditorState;
  readonly summary: CaptureSummary | undefined;
  /** How many packets the filter shows; missing where there is none. */
  readonly shown: number | undefined;
  /** Another number whenever a filter has been applied, and whenever others are marked by hand. */
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
  /** A column for a field that is to be chosen. */
  addColumn(): void;
  /** The packets of the selected connection alone. */
  narrow(): void;
  /** Of those that are listed, the packets that fit a filter alone. */
  narrowTo(filter: string): void;
}

/** The packets, their connections, or all of them over time. What is not seen stays as it is. */
export function listing(of: Listing): TemplateResult {
  const { view, summary, shown, selected, stream } = of;
  const { listed } = view;
  const isComplete = summary?.complete ?? false;
  const filter = shown === undefined ? "" : view.filter;
  const { filtering } = of;
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
        .staysInConnection=${listed === "connections"}
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
        .version=${2 * filtering + (isComplete ? 1 : 0)}
        @packet-selected=${(event: CustomEvent<Choice>) => of.choose(event)}
        @order-chosen=${({ detail }: CustomEvent<ConnectionOrder>) => of.remember({ connections: detail })}
        @connection-wanted=${() => of.narrow()}
      ></wirenote-connection-list>
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
