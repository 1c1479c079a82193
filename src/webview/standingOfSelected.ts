import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../engine/contract/engine";
import type { PacketRow } from "../view/packetRow";
import type { Standing } from "../view/standing";

/** Where the packet that was selected last stands in its connection. */
export class StandingOfSelected implements ReactiveController {
  private wanted = 0;
  private known: { readonly number: number; readonly standing: Standing | undefined } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "standing">,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  async find(number: number): Promise<void> {
    this.wanted = number;
    const standing = await this.engine.standing(number);
    if (number !== this.wanted) return;
    this.known = { number, standing };
    this.host.requestUpdate();
  }

  /** The standing of a packet, once it is known; nothing for any other packet. */
  of(row: PacketRow | undefined): Standing | undefined {
    return row !== undefined && row.number === this.known?.number ? this.known.standing : undefined;
  }
}
