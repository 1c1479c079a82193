import type { ListOrder } from "../../view/onScreen/listOrder";
import { plainLook, type RowLook } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import type { CaptureInView } from "../captureInView";
import type { FindAnswer, ListQuestions, LongTask, NeighbourKind, Search, SortAnswer, Step } from "../contract/list";

export class ListAnswers implements ListQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer> {
    const { list } = this.capture;
    return list ? list.sort(order, look) : { done: true };
  }

  async listedRows(first: number, count: number, look: RowLook = plainLook): Promise<readonly PacketRow[]> {
    const { list } = this.capture;
    return list ? this.capture.opened.rows.of(list.shown.indexes(first, count), look) : [];
  }

  async placeInList(number: number): Promise<number> {
    return this.capture.list?.shown.placeOf(number - 1) ?? -1;
  }

  async find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer> {
    return this.capture.list?.find(search, from - 1, step, look) ?? {};
  }

  async neighbour(kind: NeighbourKind, from: number, step: Step): Promise<number | undefined> {
    return this.capture.list?.neighbour(kind, from - 1, step);
  }

  async overview(kind: NeighbourKind, from: number, parts: number): Promise<Uint8Array> {
    return this.capture.list?.overview(kind, from - 1, parts) ?? new Uint8Array(0);
  }

  async cancel(task: LongTask): Promise<void> {
    this.capture.list?.cancel(task);
  }
}
