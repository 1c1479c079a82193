import type { ReactiveController, ReactiveControllerHost } from "lit";
import { copyPicture, exportChosen, savePicture, type Writable } from "./exporting";
import { words } from "./language";

/** Copies or saves what a pane shows, and says what was done. */
export class PutElsewhere implements ReactiveController {
  private said = "";

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly written: () => Writable,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** What was done last, for a screen reader. */
  get done(): string {
    return this.said;
  }

  set done(said: string) {
    this.said = said;
    this.host.requestUpdate();
  }

  async export(): Promise<void> {
    this.done = "";
    if (await exportChosen(this.written())) this.done = words.messages["export.saved"];
  }

  async copyPicture(): Promise<void> {
    this.done = "";
    try {
      await copyPicture(this.written());
      this.done = words.messages["export.copied"];
    } catch {
      // some browsers let no page write pictures to the clipboard: then it is saved in a file
      if (await savePicture(this.written())) this.done = words.messages["export.saved"];
    }
  }
}
