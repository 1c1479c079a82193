import { say } from "../../text/words";
import { type ColumnId, columnIds, fieldColumn } from "../../view/onScreen/columnId";
import {
  fieldsOf,
  freshColumns,
  type ListColumns,
  movedBy,
  resized,
  seenColumns,
  toggled,
} from "../../view/onScreen/listColumns";
import type { ListOrder } from "../../view/onScreen/listOrder";
import { type TimeKind, timeKinds } from "../../view/onScreen/rowLook";
import { words } from "../language";
import type { MenuGroup, MenuItem } from "../menu";
import { columnLabel, type FieldHeads } from "./columnLabel";

/** The state of the list's headings. */
export interface HeadState {
  readonly columns: ListColumns;
  readonly order: ListOrder | undefined;
  readonly time: TimeKind;
  readonly references: readonly number[];
  readonly names: boolean;
}
export type HeadChange = Partial<HeadState>;

/** The order after a click on a column: rising, then falling, then none. */
export function nextOrder(order: ListOrder | undefined, column: ColumnId): ListOrder | undefined {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? undefined : { column, descending: true };
}

/** What the menu does: it changes the headings, or asks for a field that is to have a column. */
export interface HeadActions {
  change(change: HeadChange): void;
  addField(): void;
}

/** What can be done with a column, and with all of them. */
export function headMenu(
  id: ColumnId,
  state: HeadState,
  heads: FieldHeads,
  { change, addField }: HeadActions,
): readonly MenuGroup[] {
  const { columns, order, time, references, names } = state;
  const labelOf = (each: ColumnId) => (each === "time" ? messages["editor.columns.time"] : columnLabel(each, time, heads));
  const { messages } = words;
  const seen = seenColumns(columns).map((column) => column.id);
  const at = seen.indexOf(id);
  const isSorted = order?.column === id;
  const sorting: MenuGroup = [
    radio(messages["list.sort.up"], isSorted && !order.descending, () => change({ order: { column: id, descending: false } })),
    radio(messages["list.sort.down"], isSorted && order.descending, () => change({ order: { column: id, descending: true } })),
    radio(messages["list.sort.none"], order === undefined, () => change({ order: undefined })),
  ];
  const times = timeKinds.map((kind) => radio(messages[`list.time.${kind}`], kind === time, () => change({ time: kind })));
  const counting: MenuGroup =
    references.length > 0 ? [{ label: messages["list.time.unset"], act: () => change({ references: [] }) }] : [];
  const naming = [check(messages["list.names"], names, () => change({ names: !names }))];
  const arranging: MenuGroup = [
    { label: messages["list.column.fit"], act: () => change({ columns: resized(columns, id, undefined) }) },
    { label: messages["list.column.left"], isDisabled: at === 0, act: () => change({ columns: movedBy(columns, id, -1) }) },
    {
      label: messages["list.column.right"],
      isDisabled: at === seen.length - 1,
      act: () => change({ columns: movedBy(columns, id, 1) }),
    },
    {
      label: say(words, "list.column.hide", { column: labelOf(id) }),
      isDisabled: seen.length === 1,
      act: () => change({ columns: toggled(columns, id) }),
    },
  ];
  const choosing = [...columnIds, ...fieldsOf(columns).map(fieldColumn)].map((each) =>
    check(labelOf(each), seen.includes(each), () => change({ columns: toggled(columns, each) })),
  );
  return [
    sorting,
    id === "time" ? times : [],
    id === "time" ? counting : [],
    id === "source" || id === "destination" || id === "info" ? naming : [],
    arranging,
    choosing,
    [
      { label: messages["list.column.add"], act: addField },
      { label: messages["list.column.reset"], act: () => change({ columns: freshColumns }) },
    ],
  ];
}

const radio = (label: string, isOn: boolean, act: () => void): MenuItem => ({ label, check: { kind: "radio", isOn }, act });
const check = (label: string, isOn: boolean, act: () => void): MenuItem => ({ label, check: { kind: "checkbox", isOn }, act });
