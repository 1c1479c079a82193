import "./bytesView";
import "./detailTree";
import "./headerView";
import "./meaningView";
import { html, nothing, type TemplateResult } from "lit";
import type { PacketDetail } from "../../engine/contract/packets";
import type { PacketNote } from "../../engine/pageContract";
import type { EditorState, PaneName } from "../../view/onScreen/editorState";
import { nodeOf } from "../../view/onScreen/treeRows";

/** The selected packet, and what its three panes share. */
export interface ShownPacket {
  readonly detail: PacketDetail;
  readonly number: number;
  /** What notes say about it. */
  readonly notes: readonly PacketNote[];
  readonly view: EditorState;
  readonly pointed: string;
  /** Whether something around the pane already says which one it is. */
  readonly isNamed: boolean;
  /** Whether the meaning of the selected field stands below the pane. */
  readonly hasMeaning: boolean;
  choose(key: string): void;
  point(key: string): void;
  opened(keys: readonly string[]): void;
}

export function packetPane(name: Exclude<PaneName, "flow">, packet: ShownPacket): TemplateResult {
  const { detail, view, hasMeaning } = packet;
  const meaning = hasMeaning
    ? html`<wirenote-meaning .node=${nodeOf(detail.tree, view.field)} numbers=${view.numbers}></wirenote-meaning>`
    : nothing;
  return html`<div class="told">${panes[name](packet)}${meaning}</div>`;
}

const panes: Readonly<Record<Exclude<PaneName, "flow">, (packet: ShownPacket) => TemplateResult>> = {
  detail: ({ detail, number, notes, view, pointed, choose, point, opened }) =>
    html`<wirenote-detail-tree
      .tree=${detail.tree}
      .comments=${detail.comments ?? []}
      .notes=${notes}
      .number=${number}
      .selected=${view.field}
      .pointed=${pointed}
      .open=${view.open}
      .numbers=${view.numbers}
      @field-selected=${(event: CustomEvent<string>) => choose(event.detail)}
      @field-pointed=${(event: CustomEvent<string>) => point(event.detail)}
      @opened=${(event: CustomEvent<readonly string[]>) => opened(event.detail)}
    ></wirenote-detail-tree>`,
  bytes: ({ detail, number, view, pointed, choose, point }) =>
    html`<wirenote-bytes
      .tree=${detail.tree}
      .bytes=${detail.bytes}
      .colours=${detail.colours}
      .number=${number}
      .selected=${view.field}
      .pointed=${pointed}
      @field-selected=${(event: CustomEvent<string>) => choose(event.detail)}
      @field-pointed=${(event: CustomEvent<string>) => point(event.detail)}
    ></wirenote-bytes>`,
  header: ({ detail, view, pointed, isNamed, choose, point }) =>
    html`<wirenote-header
      .tree=${detail.tree}
      .colours=${detail.colours}
      .selected=${view.field}
      .pointed=${pointed}
      .numbers=${view.numbers}
      .isNamed=${isNamed}
      @field-selected=${(event: CustomEvent<string>) => choose(event.detail)}
      @field-pointed=${(event: CustomEvent<string>) => point(event.detail)}
    ></wirenote-header>`,
};
