import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EditorHost } from "../../engine/pageContract";
import { type KeptFilters, readKeptFilters } from "../../view/onScreen/keptFilters";

/** The filters that a person has saved and used, which all editors share. */
export class FilterMemory implements ReactiveController {
  kept: KeptFilters = readKeptFilters(undefined);

  constructor(
    private readonly box: ReactiveControllerHost,
    private readonly host: Pick<EditorHost, "recall" | "remember">,
  ) {
    box.addController(this);
  }

  hostConnected(): void {
    void this.recall();
  }

  async recall(): Promise<void> {
    this.kept = readKeptFilters(await this.host.recall("filters"));
    this.box.requestUpdate();
  }

  /** Changes what is kept, after reading it again, since another editor may have changed it meanwhile. */
  async keep(change: (kept: KeptFilters) => KeptFilters): Promise<void> {
    await this.recall();
    this.kept = change(this.kept);
    this.box.requestUpdate();
    await this.host.remember("filters", this.kept);
  }
}
