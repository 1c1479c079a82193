import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../../engine/contract/engine";
import type { RelatedPackets } from "../../engine/contract/packets";

/** How other packets are related to the selected one: asked for when it is selected, and shown once it is known. */
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

  /** Another packet is selected: what was known is forgotten. */
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
