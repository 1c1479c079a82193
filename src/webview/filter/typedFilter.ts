import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Engine } from "../../engine/contract/engine";
import { type Problem, toldProblem, underlined } from "./filterProblem";

/** The text in the filter box, and what it asks for, or what is wrong with it. */
export class TypedFilter implements ReactiveController {
  text = "";
  problem: Problem | undefined;
  /** What it asks for, in words. */
  says = "";
  /** Its problem is put into words only once it was asked for and refused: whoever still types knows. */
  isRefused = false;
  private checked = 0;

  constructor(
    private readonly box: ReactiveControllerHost,
    private readonly engine: Pick<Engine, "readFilter">,
  ) {
    box.addController(this);
  }

  hostConnected(): void {}

  /** Sets the text, and drops what was said of another one. */
  write(text: string): void {
    this.text = text;
    this.problem = undefined;
    this.isRefused = false;
    this.box.requestUpdate();
  }

  /** Says what the text asks for, or marks what is wrong in it unless that is still being typed. */
  async check(): Promise<void> {
    const { text } = this;
    this.checked += 1;
    const { checked } = this;
    const reading = text.trim() === "" ? { says: "" } : await this.engine.readFilter(text);
    if (checked !== this.checked) return;
    this.says = "says" in reading ? reading.says : "";
    if ("says" in reading) this.problem = undefined;
    else if (!this.isRefused) this.problem = reading.problem.end < text.trimEnd().length ? reading.problem : undefined;
    this.box.requestUpdate();
  }

  /** Notes that the filter was asked for and refused. */
  refuse(problem: Problem): void {
    this.problem = problem;
    this.isRefused = true;
    this.says = "";
    this.box.requestUpdate();
  }

  /** What was probably meant, once that is said. */
  get meant(): string | undefined {
    return this.isRefused ? this.problem?.instead : undefined;
  }

  /** The marks under the text, which show the place of a problem. */
  marks() {
    return underlined(this.text, this.problem);
  }

  /** What is wrong, in words. */
  complaint(take: (expression: string) => void) {
    return this.problem && this.isRefused ? toldProblem(this.problem, take) : undefined;
  }
}
