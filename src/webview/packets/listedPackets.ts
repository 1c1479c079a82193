import type { Engine } from "../../engine/contract/engine";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";

/** Which packets are listed, and how their rows are to look. */
export interface Listed {
  readonly filter: string;
  readonly isSorted: boolean;
  readonly look: RowLook;
}

/** Rows by their places in the list, from 0. Without a filter and an order, the place says which packet is there. */
export class ListedPackets {
  constructor(
    private readonly engine: Pick<Engine, "rows" | "listedRows" | "placeInList">,
    private readonly listed: () => Listed,
  ) {}

  /** The packet at a place, if that is known without asking the engine. */
  numberAt(place: number): number | undefined {
    return this.areAll ? place + 1 : undefined;
  }

  /** Where a packet stands; -1 where it is not listed. */
  async placeOf(number: number): Promise<number> {
    return this.areAll ? number - 1 : this.engine.placeInList(number);
  }

  rows(first: number, count: number): Promise<readonly PacketRow[]> {
    const { look } = this.listed();
    return this.areAll ? this.engine.rows(first, count, look) : this.engine.listedRows(first, count, look);
  }

  async row(place: number): Promise<PacketRow | undefined> {
    return place < 0 ? undefined : (await this.rows(place, 1))[0];
  }

  private get areAll(): boolean {
    const { filter, isSorted } = this.listed();
    return filter === "" && !isSorted;
  }
}
