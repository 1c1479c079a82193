import type { PacketDetail } from "../../engine/contract/packets";
import type { EditorCommands, ListCell } from "../../engine/pageContract";
import { inConnection } from "../../protocols/derived";
import { filterNameOf } from "../../protocols/filterNames";
import type { FieldId } from "../../protocols/registry";
import { asHex } from "../../view/onScreen/copiedBytes";
import type { NumberKind } from "../../view/onScreen/editorState";
import { shownText } from "../../view/onScreen/shownText";
import { nodeOf } from "../../view/onScreen/treeRows";
import type { TreeNode } from "../../view/tree";
import { alsoFilter } from "../filter/alsoFilter";
import type { FilterBox } from "../filter/filterBox";
import { engine, host } from "../host";

/** The selected field, and the filter to which it may be added; a menu may be about a cell of the packet list instead. */
export interface ChosenField {
  readonly number: number;
  readonly detail: PacketDetail | undefined;
  readonly key: string;
  readonly numbers: NumberKind;
  /** The filter that is in force. */
  readonly filter: string;
  readonly filterBox: FilterBox;
  cellText(cell: ListCell): Promise<string>;
  addColumn(name: string): void;
}

type FieldCommand =
  | "filterByField"
  | "filterByNotField"
  | "filterByAlsoField"
  | "filterByOrField"
  | "prepareFilter"
  | "filterByConversation"
  | "copyAsFilter"
  | "copyFieldValue"
  | "copyFieldName"
  | "copyFieldBytes"
  | "showFieldAsColumn";

/** What the menus of the detail and of the packet list do with a cell, or else with the field that is selected at the time. */
export function fieldCommands(chosen: () => ChosenField): Pick<EditorCommands, FieldCommand> {
  const filterOf = (cell: ListCell | undefined): Promise<string | undefined> => {
    const { number, key } = chosen();
    return cell ? engine.rowFilter(cell.packet, cell.column) : engine.fieldFilter(number, key);
  };
  const filter = (combine: (own: string, before: string) => string) => async (cell?: ListCell) => {
    const own = await filterOf(cell);
    const { filter: before, filterBox } = chosen();
    if (own !== undefined) await filterBox.take(combine(own, before.trim()));
  };
  const copy = (textOf: (field: ChosenField, node: NonNullable<ReturnType<typeof nodeChosen>>) => string) => {
    const field = chosen();
    const node = nodeChosen(field);
    if (node) void host.copyText(textOf(field, node));
  };
  return {
    filterByField: filter((own) => own),
    filterByNotField: filter((own) => `!(${own})`),
    filterByAlsoField: filter(alsoFilter),
    filterByOrField: filter((own, before) => (before ? `(${before}) || (${own})` : own)),
    prepareFilter: async (cell) => {
      const own = await filterOf(cell);
      if (own !== undefined) chosen().filterBox.prepare(own);
    },
    filterByConversation: async () => {
      const { number, filterBox } = chosen();
      const own = await engine.rowFilter(number, "conversation");
      if (own !== undefined) await filterBox.take(own);
    },
    copyFieldValue: async (cell) => {
      if (cell) await host.copyText(await chosen().cellText(cell));
      else copy(({ numbers }, node) => shownText(node, numbers));
    },
    copyAsFilter: async (cell) => {
      const own = await filterOf(cell);
      if (own !== undefined) await host.copyText(own);
    },
    showFieldAsColumn: () => {
      const field = chosen();
      const node = nodeChosen(field);
      if (node) field.addColumn(columnName(node, field.numbers));
    },
    copyFieldName: () => copy((_, node) => node.id),
    copyFieldBytes: () =>
      copy(({ detail }, { start, length, source }) =>
        source === undefined && detail ? asHex(detail.bytes.subarray(start, start + length)) : "",
      ),
  };
}

/** The field for a column. A number within its connection says more than that on the wire, unless raw numbers are chosen. */
const columnName = ({ id, relative }: TreeNode, numbers: NumberKind): string =>
  (numbers === "raw" && relative !== undefined ? undefined : inConnection[id as FieldId]) ?? filterNameOf(id);

const nodeChosen = ({ detail, key }: ChosenField) => detail && nodeOf(detail.tree, key);
