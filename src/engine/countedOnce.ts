import type { CapturedPackets } from "./capturedPackets";
import type { ShownPackets } from "./shownPackets";

/** Something that is counted over all listed packets, and counted again only when others are listed. */
export class CountedOnce<Counted> {
  private last:
    | { readonly filtered: Uint32Array | undefined; readonly packets: number; readonly counted: Promise<Counted> }
    | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly shown: ShownPackets,
    private readonly count: () => Promise<Counted>,
  ) {}

  get(): Promise<Counted> {
    const { filtered } = this.shown;
    const packets = this.packets.columns.count;
    if (this.last?.filtered !== filtered || this.last?.packets !== packets)
      this.last = { filtered, packets, counted: this.count() };
    return this.last.counted;
  }
}
