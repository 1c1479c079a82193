import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { Engine, EngineEvents } from "../../engine/contract/engine";
import type { FilterAnswer } from "../../engine/contract/filter";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { words } from "../language";

/** After so many milliseconds it is said that a filter runs. */
const longWait = 200;

const { messages } = words;

/** The filter that the engine is running: how far it is, and how many packets it shows. Only the last one counts. */
export class FilterRun implements ReactiveController {
  /** How many packets the filter in force shows; missing where there is none. */
  shown: number | undefined;
  /** How much of a long-running filter is done; missing if none is running long. */
  private done: number | undefined;
  private asked = 0;

  constructor(
    private readonly box: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "filter" | "cancel">,
    onWorking: (working: EngineEvents["working"]) => void,
  ) {
    box.addController(this);
    onWorking((task, share) => {
      if (task === "filter" && this.done !== undefined) this.take(share);
    });
  }

  hostConnected(): void {}

  get isRunning(): boolean {
    return this.done !== undefined;
  }

  /** Runs a filter and gives the answer; nothing if it was given up, or another was started meanwhile. */
  async start(expression: string): Promise<Exclude<FilterAnswer, { readonly cancelled: true }> | undefined> {
    this.asked += 1;
    const { asked } = this;
    // a quick filter is not worth a word
    const patience = setTimeout(() => this.take(this.done ?? 0), longWait);
    const answer = await this.engine.filter(expression);
    clearTimeout(patience);
    if (asked !== this.asked) return undefined;
    if ("shown" in answer) this.shown = expression ? answer.shown : undefined;
    this.take(undefined);
    return "cancelled" in answer ? undefined : answer;
  }

  async cancel(): Promise<void> {
    await this.engine.cancel("filter");
  }

  /** Says how far the filter is, or how many of all packets it shows. */
  countText(packets: number): string {
    const { done, shown } = this;
    if (done !== undefined)
      return done > 0 ? say(words, "editor.filter.done", { percent: Math.floor(done * 100) }) : messages["editor.filter.running"];
    if (shown === undefined) return "";
    return say(words, "editor.filter.shown", { shown: formatCount(shown), packets: formatCount(packets) });
  }

  progress() {
    if (this.done === undefined) return nothing;
    return html`<progress max="1" .value=${this.done} aria-label=${messages["editor.filter.running"]}></progress>`;
  }

  private take(done: number | undefined): void {
    this.done = done;
    this.box.requestUpdate();
  }
}
