import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine, EngineEvents } from "../engine/contract/engine";
import type { Marked } from "../engine/contract/marking";
import type { EditorCommands } from "../engine/pageContract";
import { formatCount } from "../text/value";
import { say } from "../text/words";
import type { MarkedSpans } from "../view/onScreen/markedSpans";
import { words } from "./language";

/** What marking needs from the editor around it. */
export interface MarkedEditor {
  /** The marks that the editor has kept. */
  kept(): MarkedSpans;
  keep(spans: MarkedSpans): void;
  /** The number of the selected packet; 0 where there is none. */
  selected(): number;
  /** The filter that is in force; if it asks for marks, it may show other packets now. */
  filter(): string;
  filterAgain(): Promise<void>;
}

/** Packets that are marked by hand: kept with the editor, drawn again where they are shown, and announced to screen readers. */
export class Marking implements ReactiveController {
  /** A number that changes when others are marked. */
  version = 0;
  packets = 0;
  private spans: MarkedSpans | undefined = [];
  private told: { readonly text: string; readonly at: number } | undefined;

  constructor(
    private readonly page: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "toggleMark" | "markShown" | "restoreMarks">,
    onMarked: (marked: EngineEvents["marked"]) => void,
    private readonly editor: MarkedEditor,
  ) {
    page.addController(this);
    onMarked((marked) => void this.take(marked));
  }

  hostConnected(): void {
    void this.engine.restoreMarks(this.editor.kept()).then((marked) => this.take(marked));
  }

  readonly commands = {
    toggleMark: (packet) => void this.toggle(packet ?? this.editor.selected()),
    markShown: () => void this.markShown(true),
    unmarkShown: () => void this.markShown(false),
  } satisfies Partial<EditorCommands>;

  /** What was done last, while the same packet is selected. */
  get outcome(): string | undefined {
    return this.told?.at === this.editor.selected() ? this.told.text : undefined;
  }

  private async toggle(number: number): Promise<void> {
    if (number === 0) return;
    const isMarked = await this.engine.toggleMark(number);
    this.tell(say(words, isMarked ? "mark.set" : "mark.unset", { number: formatCount(number) }));
  }

  private async markShown(isMarked: boolean): Promise<void> {
    const packets = await this.engine.markShown(isMarked);
    this.tell(say(words, "mark.count", { packets: formatCount(packets) }));
  }

  private tell(text: string): void {
    this.told = { text, at: this.editor.selected() };
    this.page.requestUpdate();
  }

  private async take({ packets, spans }: Marked): Promise<void> {
    if (packets === this.packets && spans?.join() === this.spans?.join()) return;
    this.packets = packets;
    this.spans = spans;
    this.editor.keep(spans ?? []);
    if (asksForMarks(this.editor.filter())) await this.editor.filterAgain();
    this.version += 1;
    this.page.requestUpdate();
  }
}

const asksForMarks = (filter: string): boolean => /\bframe\.marked\b/.test(filter);
