import type { TimeSpan } from "../../view/charts/chart";

/** A span of time that is marked: by dragging over it, or with keys from an interval step by step, as text is marked. */
export class MarkedSpan {
  private span: TimeSpan | undefined;
  /** Where marking by steps began, and where it is now. */
  private steps: { readonly from: TimeSpan; at: number } | undefined;

  constructor(private readonly mark: (span: TimeSpan) => void) {}

  begin(span: TimeSpan): void {
    this.steps = undefined;
    this.take(span);
  }

  /** Extends the marking by an interval; the first step begins at `from`. */
  extend(from: TimeSpan | undefined, step: 1 | -1): void {
    if (!this.steps && from) this.steps = { from, at: 0 };
    const { steps } = this;
    if (!steps) return;
    steps.at += step;
    const by = steps.at * (steps.from.to - steps.from.from);
    this.take({ from: steps.from.from + Math.min(0, by), to: steps.from.to + Math.max(0, by) });
  }

  end(): void {
    this.span = this.steps = undefined;
  }

  /** Whether this span is still marked. */
  is(span: TimeSpan): boolean {
    return span === this.span;
  }

  private take(span: TimeSpan): void {
    this.span = span;
    this.mark(span);
  }
}
