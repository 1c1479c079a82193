import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../../engine/contract/engine";
import type { EditorHost } from "../../engine/pageContract";
import type { NumberKind } from "../../view/onScreen/editorState";
import { fieldsOf, freshColumns, type ListColumns, readColumns, withField } from "../../view/onScreen/listColumns";
import type { ListState } from "../../view/onScreen/listState";
import type { RowLook } from "../../view/onScreen/rowLook";
import { keyboardBack } from "../keyboardBack";
import type { FieldHeads } from "./columnLabel";
import type { HeadChange } from "./headMenu";

/** How a person has arranged the list: columns are kept for the workspace, all else with the editor. */
export class ListArrangement implements ReactiveController {
  columns: ListColumns = freshColumns;
  /** The headings of columns that show fields. */
  heads: FieldHeads = new Map();
  private last: RowLook | undefined;

  constructor(
    private readonly page: ReactiveControllerHost,
    private readonly host: Pick<EditorHost, "recall" | "remember" | "chooseField">,
    private readonly engine: Pick<Engine, "fieldHeads">,
  ) {
    page.addController(this);
  }

  hostConnected(): void {
    void this.host.recall("columns").then((kept) => this.show(readColumns(kept)));
  }

  /** The look of rows; the same object while nothing in it changes. */
  look(numbers: NumberKind, { time, references, names }: ListState): RowLook {
    const wanted = { numbers, time, references, names, fields: fieldsOf(this.columns) };
    if (JSON.stringify(wanted) !== JSON.stringify(this.last)) this.last = wanted;
    return this.last ?? wanted;
  }

  /** Adds a column for a field; if none is named, a person chooses one. */
  async addField(name?: string): Promise<void> {
    const chosen = name ?? (await this.choose());
    if (chosen !== undefined) this.change({ columns: withField(this.columns, chosen) });
  }

  /** Takes what a person has changed: columns are kept here, the rest is returned. */
  change({ columns, ...list }: HeadChange): Partial<ListState> {
    if (columns) {
      this.show(columns);
      void this.host.remember("columns", columns);
    }
    return list;
  }

  /** Goes back to the columns of a new workspace. */
  reset(): void {
    this.show(freshColumns);
  }

  private async choose(): Promise<string | undefined> {
    await keyboardBack();
    return this.host.chooseField(fieldsOf(this.columns));
  }

  private show(columns: ListColumns): void {
    this.columns = columns;
    this.page.requestUpdate();
    void this.callFields(fieldsOf(columns));
  }

  private async callFields(names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => !this.heads.has(name));
    if (unknown.length === 0) return;
    const heads = await this.engine.fieldHeads(unknown);
    this.heads = new Map([...this.heads, ...unknown.map((name, i) => [name, heads[i]] as const)]);
    this.page.requestUpdate();
  }
}
