import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../../engine/contract/engine";
import type { RelatedPackets } from "../../engine/contract/packets";

/** What other packets have to do with the selected one: asked for once it is selected, and shown when it is known. */
export class RelatedToSelected implements ReactiveController {
  private number = 0;
  private related: RelatedPackets | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "related">,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Another packet is selected. */
  forget(number: number): void {
    this.number = number;
    this.related = undefined;
    if (number > 0) void this.load(number);
  }

  of(number: number): RelatedPackets | undefined {
    return number === this.number ? this.related : undefined;
  }

  private async load(number: number): Promise<void> {
    const related = await this.engine.related(number);
    if (number !== this.number) return;
    this.related = related;
    this.host.requestUpdate();
  }
}
