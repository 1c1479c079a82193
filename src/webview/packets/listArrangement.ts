import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EditorHost } from "../../engine/pageContract";
import type { NumberKind } from "../../view/onScreen/editorState";
import { freshColumns, type ListColumns, readColumns } from "../../view/onScreen/listColumns";
import type { ListState } from "../../view/onScreen/listState";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { HeadChange } from "./headMenu";

/** How a person has arranged the list: its columns are kept in the workspace, all else with the editor. */
export class ListArrangement implements ReactiveController {
  columns: ListColumns = freshColumns;
  private last: RowLook | undefined;

  constructor(
    private readonly page: ReactiveControllerHost,
    private readonly host: Pick<EditorHost, "recall" | "remember">,
  ) {
    page.addController(this);
  }

  hostConnected(): void {
    void this.host.recall("columns").then((kept) => {
      this.columns = readColumns(kept);
      this.page.requestUpdate();
    });
  }

  /** The same object as long as it says the same. */
  look(numbers: NumberKind, { time, names }: ListState): RowLook {
    const { last } = this;
    if (last?.numbers === numbers && last.time === time && last.names === names) return last;
    this.last = { numbers, time, names };
    return this.last;
  }

  /** What a person has changed: columns stay here, the rest is told back. */
  change({ columns, ...list }: HeadChange): Partial<ListState> {
    if (columns) {
      this.columns = columns;
      this.page.requestUpdate();
      void this.host.remember("columns", columns);
    }
    return list;
  }
}
