import type { FlowRow } from "../../view/flow/flow";
import type { FlowPlace } from "../../view/flow/flowWindow";

export const steppingKeys: ReadonlySet<string> = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"]);

/** What steps through a flow depend on. */
export interface LookedAt {
  /** Where a packet stands in the flow, and which rows are at a height and below. */
  place(frame: number): Promise<FlowPlace>;
  rowsAt(position: number): Promise<readonly { readonly top: number; readonly row: FlowRow }[]>;
  /** How many even steps a page has. */
  readonly page: number;
  readonly height: number;
}

/** Where keys lead from the packet that was chosen last, which need not have become the selection yet. */
export class FlowSteps {
  /** The packet that was selected or chosen last. */
  current = 0;
  private lastKey: Promise<unknown> = Promise.resolve();

  /** Handles keys one after the other: each goes on from where the last one has led. */
  inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.lastKey.then(act);
    this.lastKey = done.catch(() => {});
    return done;
  }

  step(key: string, at: LookedAt): Promise<number> {
    return this.inTurn(async () => {
      this.current = (await this.target(key, at)) ?? this.current;
      return this.current;
    });
  }

  /** The first frame of the folded run that hides the current packet. */
  async run(at: LookedAt): Promise<number | undefined> {
    return (await at.place(this.current)).run;
  }

  private async target(key: string, at: LookedAt): Promise<number | undefined> {
    if (key === "Home") return this.frameAt(0, at);
    if (key === "End") return this.frameAt(at.height, at);
    const { top, previous, next } = await at.place(this.current);
    if (key === "ArrowDown") return next;
    if (key === "ArrowUp") return previous;
    return this.frameAt(top + (key === "PageDown" ? at.page : -at.page), at);
  }

  /** The packet at a height, or the next below it. */
  private async frameAt(position: number, at: LookedAt): Promise<number | undefined> {
    const rows = await at.rowsAt(position);
    const row = rows.find((each) => each.row.kind !== "silence")?.row;
    if (row && row.kind !== "silence") return row.frame;
    return rows.length > 0 ? this.frameAt(rows[0].top + 1, at) : undefined;
  }
}
