import "./flowPane";
import { html, type TemplateResult } from "lit";
import type { CaptureSummary } from "../../engine/contract/reading";
import type { EditorState } from "../../view/onScreen/editorState";
import type { FlowLook } from "../../view/onScreen/flowLook";
import type { FlowScope } from "../../view/onScreen/flowScope";
import type { Choice } from "../selection";

/** What the flow pane shows, and what hears of what a person does there. */
export interface FlowOfSelected {
  readonly view: EditorState;
  readonly summary: CaptureSummary | undefined;
  /** The filter that is in force. */
  readonly filter: string;
  /** The selected packet, and its connection. */
  readonly selected: number;
  readonly stream: number;
  /** A number that changes when other packets are marked by hand. */
  readonly markingVersion: number;
  remember(change: Partial<EditorState>): void;
  choose(event: CustomEvent<Choice>): void;
}

export function flowOfSelected(of: FlowOfSelected): TemplateResult {
  const { view, summary } = of;
  return html`<wirenote-flow
    .stream=${of.stream}
    .connections=${summary?.connections ?? 0}
    .scope=${view.scope}
    .filter=${of.filter}
    .selected=${of.selected}
    .numbers=${view.numbers}
    .packets=${summary?.packets ?? 0}
    .version=${summary?.complete ? 1 : 0}
    .markingVersion=${of.markingVersion}
    .look=${view.flow}
    @packet-chosen=${(event: CustomEvent<Choice>) => of.choose(event)}
    @scope-chosen=${({ detail }: CustomEvent<FlowScope>) => of.remember({ scope: detail })}
    @flow-looked=${({ detail }: CustomEvent<Partial<FlowLook>>) => of.remember({ flow: { ...view.flow, ...detail } })}
  ></wirenote-flow>`;
}
