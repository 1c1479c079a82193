/** Browsers draw nothing higher than about 16.7 million pixels: a scroll area of this height stands for whatever is higher. */
const highest = 8_000_000;

/**
 * A scroll bar over content of any height. As long as the content is low, the scroll position is the place in it; of what is higher
 * the bar is a map, and the wheel still moves by single pixels.
 */
export class LongScroll {
  /** How far the content is scrolled, in pixels. */
  position = 0;
  private content = 0;
  private viewport = 0;
  private expected = 0;

  /** Height of the area to scroll in. */
  get area(): number {
    return Math.min(this.content, highest);
  }

  /** Pixels of content to a pixel of the bar. */
  private get scale(): number {
    const track = this.area - this.viewport;
    return track > 0 ? Math.max(1, (this.content - this.viewport) / track) : 1;
  }

  measure(content: number, viewport: number): void {
    this.content = content;
    this.viewport = viewport;
    this.position = this.within(this.position);
  }

  /** The bar was moved, by a person or by `barPosition`: which would round the place to the nearest that the bar has. */
  scrolledTo(scrollTop: number): void {
    if (Math.abs(scrollTop - this.expected) < 1) return;
    this.expected = scrollTop;
    this.position = this.within(scrollTop * this.scale);
  }

  moveTo(position: number): void {
    this.position = this.within(position);
  }

  /** The wheel need not be followed by hand where the bar is the place itself. */
  get isMapped(): boolean {
    return this.scale > 1;
  }

  /** Where the bar belongs. */
  barPosition(): number {
    this.expected = this.position / this.scale;
    return this.expected;
  }

  private within(position: number): number {
    return Math.max(0, Math.min(position, this.content - this.viewport));
  }
}
