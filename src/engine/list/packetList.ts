import type { Words } from "../../text/words";
import type { ListOrder } from "../../view/onScreen/listOrder";
import type { RowLook } from "../../view/onScreen/rowLook";
import { TrafficCharts } from "../charts/trafficCharts";
import { ConnectionList } from "../connectionList/connectionList";
import type { EngineEvents } from "../contract/engine";
import type { FilterAnswer } from "../contract/filter";
import type { FindAnswer, LongTask, NeighbourKind, Search, SortAnswer, Step } from "../contract/list";
import type { Opened } from "../indexedCapture";
import { LongWork } from "../longWork";
import { packetOrder } from "../order/packetOrder";
import { type FoundPlace, findAmong, findOnTheWay, fittingPackets } from "../search/findPacket";
import { packetTest } from "../search/packetTest";
import { ShownPackets } from "../shownPackets";
import { TroubleList } from "../troubleList";
import { neighbourTest } from "./neighbours";
import { overviewOf } from "./overview";

/** The packets as one page lists them. Of each kind of long task only one runs at a time: a new one ends the one before. */
export class PacketList {
  readonly shown: ShownPackets;
  readonly connections: ConnectionList;
  readonly trouble: TroubleList;
  readonly traffic: TrafficCharts;
  private readonly running: Record<LongTask, AbortController> = {
    filter: new AbortController(),
    sort: new AbortController(),
    find: new AbortController(),
  };
  /** Which packets have what was searched for last in a sorted list. */
  private fitting: { readonly search: string; readonly fits: Uint8Array } | undefined;

  constructor(
    private readonly opened: Opened,
    words: Words,
    private readonly onWork: EngineEvents["working"],
  ) {
    this.shown = new ShownPackets(opened.packets, words);
    this.connections = new ConnectionList(opened.packets, this.shown);
    this.trouble = new TroubleList(opened.packets, this.shown);
    this.traffic = new TrafficCharts(opened.packets, this.shown, words);
  }

  async filter(expression: string): Promise<FilterAnswer> {
    const signal = this.begin("filter");
    // sorting what was shown before has become pointless
    this.cancel("sort");
    this.fitting = undefined;
    return this.shown.filter(expression, { signal, onProgress: (share) => this.onWork("filter", share) });
  }

  async sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer> {
    const { packets, rows } = this.opened;
    const work = this.work("sort");
    if (!order) {
      this.shown.sort(undefined);
      return { done: true };
    }
    return this.unlessCancelled("sort", async () => {
      this.shown.sort(await packetOrder({ packets, rows, shown: this.shown.rising() }, order, look, work));
      return { done: true };
    });
  }

  async find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer> {
    const { packets, rows } = this.opened;
    const test = packetTest(packets, rows, search, look);
    if (!test) return { unreadable: true };
    const work = this.work("find");
    return this.unlessCancelled("find", async () => {
      const after = this.placeBeyond(from, step);
      if (!this.shown.isSorted) return this.answer(await findOnTheWay(packets, this.shown, test, after, step, work));
      const key = JSON.stringify([search, look]);
      if (this.fitting?.search !== key)
        this.fitting = { search: key, fits: await fittingPackets(packets, this.shown.rising(), test, work) };
      const { fits } = this.fitting;
      return this.answer(findAmong(this.shown, (index) => fits[index] !== 0, after, step));
    });
  }

  /** Problems and marks are searched for in a circle; a connection has a first and a last packet. */
  neighbour(kind: NeighbourKind, from: number, step: Step): number | undefined {
    const test = neighbourTest(this.opened.packets, kind, from);
    const found = test && findAmong(this.shown, test, this.placeBeyond(from, step), step);
    return found && (kind !== "connection" || !found.wrapped) ? this.shown.indexAt(found.place) + 1 : undefined;
  }

  /** How much of each of so many equal parts of the list packets of that kind make up. */
  async overview(kind: NeighbourKind, from: number, parts: number): Promise<Uint8Array> {
    const test = neighbourTest(this.opened.packets, kind, from);
    return test ? overviewOf(this.shown, test, parts, new LongWork({})) : new Uint8Array(0);
  }

  cancel(task: LongTask): void {
    this.running[task].abort();
  }

  /** The first place to look at beyond a packet. One that is not listed itself counts as standing before the next that is. */
  private placeBeyond(index: number, step: Step): number {
    const place = index < 0 ? -1 : this.shown.placeOf(index);
    if (place >= 0) return place + step;
    if (index < 0 || this.shown.isSorted) return step > 0 ? 0 : this.shown.count - 1;
    const next = this.shown.placeFrom(index);
    return step > 0 ? next : next - 1;
  }

  private answer(found: FoundPlace | undefined): FindAnswer {
    return found ? { found: this.shown.indexAt(found.place) + 1, ...(found.wrapped && { wrapped: true }) } : {};
  }

  private begin(task: LongTask): AbortSignal {
    this.running[task].abort();
    this.running[task] = new AbortController();
    return this.running[task].signal;
  }

  private work(task: LongTask): LongWork {
    return new LongWork({ signal: this.begin(task), onProgress: (share) => this.onWork(task, share) });
  }

  private async unlessCancelled<Answer>(task: LongTask, act: () => Promise<Answer>): Promise<Answer | { cancelled: true }> {
    const { signal } = this.running[task];
    try {
      return await act();
    } catch (error) {
      if (signal.aborted) return { cancelled: true };
      throw error;
    }
  }
}
