import type { PacketDetail } from "../../engine/contract";
import type { EditorCommands } from "../../engine/pageContract";
import { asHex } from "../../view/onScreen/copiedBytes";
import type { NumberKind } from "../../view/onScreen/editorState";
import { shownText } from "../../view/onScreen/shownText";
import { nodeOf } from "../../view/onScreen/treeRows";
import type { FilterBox } from "../filter/filterBox";
import { engine, host } from "../host";

/** The selected field, and the filter that it may go into. */
export interface ChosenField {
  readonly number: number;
  readonly detail: PacketDetail | undefined;
  readonly key: string;
  readonly numbers: NumberKind;
  /** The filter that is in force. */
  readonly filter: string;
  readonly filterBox: FilterBox;
}

type FieldCommand =
  | "filterByField"
  | "filterByNotField"
  | "filterByAlsoField"
  | "filterByOrField"
  | "prepareFilter"
  | "copyFieldValue"
  | "copyFieldName"
  | "copyFieldBytes";

/** What the detail's menu does with the field that is selected when it is asked. */
export function fieldCommands(chosen: () => ChosenField): Pick<EditorCommands, FieldCommand> {
  const filter = async (combine: (own: string, before: string) => string, isTaken = true) => {
    const { number, key, filter: before, filterBox } = chosen();
    const own = await engine.fieldFilter(number, key);
    if (own !== undefined) await filterBox.propose(combine(own, before.trim()), isTaken);
  };
  const copy = (textOf: (field: ChosenField, node: NonNullable<ReturnType<typeof nodeChosen>>) => string) => {
    const field = chosen();
    const node = nodeChosen(field);
    if (node) void host.copyText(textOf(field, node));
  };
  return {
    filterByField: () => void filter((own) => own),
    filterByNotField: () => void filter((own) => `!(${own})`),
    filterByAlsoField: () => void filter((own, before) => (before ? `(${before}) && (${own})` : own)),
    filterByOrField: () => void filter((own, before) => (before ? `(${before}) || (${own})` : own)),
    prepareFilter: () => void filter((own) => own, false),
    copyFieldValue: () => copy(({ numbers }, node) => shownText(node, numbers)),
    copyFieldName: () => copy((_, node) => node.id),
    copyFieldBytes: () =>
      copy(({ detail }, { start, length, source }) =>
        source === undefined && detail ? asHex(detail.bytes.subarray(start, start + length)) : "",
      ),
  };
}

const nodeChosen = ({ detail, key }: ChosenField) => detail && nodeOf(detail.tree, key);
