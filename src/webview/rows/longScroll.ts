/** Browsers draw nothing higher than about 16.7 million pixels. A scroll area of this height stands for all higher content. */
const highest = 8_000_000;

/**
 * A scroll bar for content of any height. While the content is low enough, the scroll position is the place in it. For higher content the
 * bar is a map of it, and the wheel still moves by single pixels.
 */
export class LongScroll {
  /** How far the content is scrolled, in pixels. */
  position = 0;
  private content = 0;
  private viewport = 0;
  private expected = 0;

  /** The height of the area to scroll in. */
  get area(): number {
    return Math.min(this.content, highest);
  }

  /** How many pixels of content correspond to a pixel of the bar. */
  private get scale(): number {
    const track = this.area - this.viewport;
    return track > 0 ? Math.max(1, (this.content - this.viewport) / track) : 1;
  }

  measure(content: number, viewport: number): void {
    this.content = content;
    this.viewport = viewport;
    this.position = this.within(this.position);
  }

  /** To be called when the bar has moved. Where `barPosition` has put it, nothing is done: the place would be rounded to the bar's pixels. */
  scrolledTo(scrollTop: number): void {
    if (Math.abs(scrollTop - this.expected) < 1) return;
    this.expected = scrollTop;
    this.position = this.within(scrollTop * this.scale);
  }

  moveTo(position: number): void {
    this.position = this.within(position);
  }

  /** Whether the bar is a map: only then the wheel has to be handled here. */
  get isMapped(): boolean {
    return this.scale > 1;
  }

  /** The position that the bar has to have. */
  barPosition(): number {
    this.expected = this.position / this.scale;
    return this.expected;
  }

  private within(position: number): number {
    return Math.max(0, Math.min(position, this.content - this.viewport));
  }
}
