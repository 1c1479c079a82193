import "../workStrip";
import { html, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { Engine, EngineEvents } from "../../engine/contract/engine";
import type { FindAnswer, LongTask, Search, Step } from "../../engine/contract/list";
import { say } from "../../text/words";
import type { ListOrder } from "../../view/onScreen/listOrder";
import type { RowLook } from "../../view/onScreen/rowLook";
import { words } from "../language";

/** Tasks of the list for the engine that may take long: sorting and finding. */
export class ListWork implements ReactiveController {
  /** The task that is shown: it is set once the engine says how much is done, which it does only for long tasks. */
  running: { readonly task: LongTask; readonly share: number } | undefined;
  /** The order in which the engine has sorted the list. */
  sorted: ListOrder | undefined;
  answer: FindAnswer | undefined;
  /** The packet that was selected or found last, and the steps on the way to the next ones. */
  private current = 0;
  private lastStep: Promise<unknown> = Promise.resolve();
  private searched = "";
  private sorting = 0;
  private readonly tasks = new Set<LongTask>();

  constructor(
    private readonly list: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "sort" | "find" | "cancel">,
    onWorking: (working: EngineEvents["working"]) => void,
  ) {
    list.addController(this);
    onWorking((task, share) => {
      if (!this.tasks.has(task)) return;
      this.running = { task, share };
      list.requestUpdate();
    });
  }

  hostConnected(): void {}

  /** The running task, with a way to give it up. */
  strip() {
    const { running } = this;
    if (!running) return html`<span></span>`;
    const percent = Math.floor(running.share * 100);
    return html`<wirenote-work
      .label=${say(words, running.task === "sort" ? "list.sorting" : "list.finding", { percent })}
      .share=${running.share}
      @given-up=${() => void this.engine.cancel(running.task)}
    ></wirenote-work>`;
  }

  /** To be called for another filter: what it shows is in the capture's order at first. */
  forgetOrder(): void {
    this.sorted = undefined;
  }

  /** Sorts the list, which stays as it is until that is done. Tells whether it was done, given up, or overtaken by a later wish. */
  async sort(order: ListOrder | undefined, look: RowLook): Promise<"done" | "given-up" | "overtaken"> {
    this.sorting += 1;
    const turn = this.sorting;
    this.tasks.add("sort");
    const answer = await this.engine.sort(order, look);
    if (turn !== this.sorting) return "overtaken";
    this.end("sort");
    if (!("done" in answer)) return "given-up";
    this.sorted = order;
    return "done";
  }

  /** The next packet that has what is searched for. The same search goes on from where the last one has led; another does not wait for it. */
  find(search: Search, step: Step, look: RowLook): Promise<number | undefined> {
    const wanted = JSON.stringify(search);
    if (wanted !== this.searched) void this.engine.cancel("find");
    this.searched = wanted;
    return this.inTurn(async (from) => {
      this.answer = undefined;
      this.tasks.add("find");
      const answer = await this.engine.find(search, from, step, look);
      this.end("find");
      this.answer = answer;
      return "found" in answer ? answer.found : undefined;
    });
  }

  endFind(): void {
    this.answer = undefined;
    void this.engine.cancel("find");
  }

  /** Another packet has been selected, so steps go on from there. */
  startFrom(number: number): void {
    this.current = number;
  }

  /** Takes steps one after the other, each from where the last one has led, even if that becomes known late. */
  inTurn(act: (from: number) => Promise<number | undefined>): Promise<number | undefined> {
    const done = this.lastStep.then(async () => {
      const found = await act(this.current);
      this.current = found ?? this.current;
      return found;
    });
    this.lastStep = done.catch(() => {});
    return done;
  }

  private end(task: LongTask): void {
    this.tasks.delete(task);
    if (this.running?.task === task) this.running = undefined;
    this.list.requestUpdate();
  }
}
