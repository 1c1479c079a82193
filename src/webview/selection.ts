import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../engine/contract/engine";
import type { PacketDetail } from "../engine/contract/packets";
import type { PacketRow } from "../view/packetRow";

/** A packet's row, or its number if the row is not loaded; or a promise of either. */
export type Choice = PacketRow | number | Promise<PacketRow | number | undefined>;

/** A packet with its detail. */
export interface PacketInDetail {
  readonly row: PacketRow;
  readonly detail: PacketDetail;
}

/** The selected packet. The last choice counts, however late the answers to earlier ones come. */
export class Selection implements ReactiveController {
  /** The number of the packet that was chosen last, known before its row is. */
  number = 0;
  row: PacketRow | undefined;
  /** The last packet whose detail has arrived; right after a choice that is still the one before. */
  shown: PacketInDetail | undefined;
  private choices = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "rows" | "packet">,
    private readonly onChange: { readonly row: (row: PacketRow) => void; readonly detail: (detail: PacketDetail) => void },
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Answers that are on their way are not waited for any more. */
  hostDisconnected(): void {
    this.choices += 1;
  }

  choose(choice: Choice): void {
    this.choices += 1;
    if (typeof choice === "object" && "number" in choice) this.take(choice);
    else void this.find(choice, this.choices);
  }

  private async find(choice: number | Promise<PacketRow | number | undefined>, turn: number): Promise<void> {
    if (typeof choice === "number") this.show(choice);
    const found = await choice;
    if (turn !== this.choices || found === undefined) return;
    if (typeof found === "object") return this.take(found);
    this.show(found);
    const [row] = found > 0 ? await this.engine.rows(found - 1, 1) : [];
    if (row && turn === this.choices) this.take(row);
  }

  private take(row: PacketRow): void {
    this.row = row;
    this.show(row.number);
    this.onChange.row(row);
    void this.look(row, this.choices);
  }

  private async look(row: PacketRow, turn: number): Promise<void> {
    const detail = await this.engine.packet(row.number);
    if (turn !== this.choices) return;
    this.shown = { row, detail };
    this.onChange.detail(detail);
    this.host.requestUpdate();
  }

  private show(number: number): void {
    this.number = number;
    this.host.requestUpdate();
  }
}
