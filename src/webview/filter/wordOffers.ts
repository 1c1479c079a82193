import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../../engine/contract/engine";
import type { FilterCompletion } from "../../engine/contract/filter";

/** What may be written where a person types. Only the last answer counts. */
export class WordOffers implements ReactiveController {
  private completion: FilterCompletion | undefined;
  /** The text for which it was asked: typing on moves the places in it. */
  private completed = "";
  private asked = 0;

  constructor(
    private readonly box: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "completeFilter">,
  ) {
    box.addController(this);
  }

  hostConnected(): void {}

  get items(): FilterCompletion["items"] {
    return this.completion?.items ?? [];
  }

  /** The whole filter that is offered in place of all that is written, if it is the only offer. */
  get ready(): string | undefined {
    const { completion, completed } = this;
    if (!completion || completed.slice(completion.start, completion.end) !== completed.trim()) return undefined;
    const ready = completion.items.filter(({ kind }) => kind === "filter");
    return ready.length === 1 ? ready[0].text : undefined;
  }

  /** Asks for offers; gives those that they replace, or nothing if something else was typed meanwhile. */
  async ask(text: string, cursor: number): Promise<FilterCompletion["items"] | undefined> {
    this.asked += 1;
    const { asked } = this;
    const answer = text.trim() === "" ? undefined : await this.engine.completeFilter(text, cursor);
    if (asked !== this.asked) return undefined;
    const before = this.items;
    const isDone = answer?.items.length === 1 && answer.items[0].text === text.slice(answer.start, answer.end);
    this.completion = isDone ? undefined : answer;
    this.completed = text;
    this.box.requestUpdate();
    return before;
  }

  close(): void {
    this.asked += 1;
    this.completion = undefined;
    this.box.requestUpdate();
  }

  /** What an offer writes, and what it replaces: the word may have grown since. */
  writes(
    index: number,
    text: string,
    cursor: number,
  ): { readonly text: string; readonly start: number; readonly end: number } | undefined {
    const { completion } = this;
    if (!completion) return undefined;
    const word = completion.items[index].text;
    return {
      text: word.endsWith("(") ? word : `${word} `,
      start: completion.start,
      end: text === this.completed ? completion.end : cursor,
    };
  }
}
