import { LongScroll } from "./longScroll";

/** In pixels: the heading above the rows, and a row, as high as in VS Code's own lists. */
export const sizesOfList = { head: 24, row: 22 };
/** With large letters rows are higher: so many times the font size. */
const rowHeightOfFont = 1.45;

/** How high rows are in an element, which depends on its font. */
export function rowHeightIn(element: Element, least = sizesOfList.row): number {
  const font = Number.parseFloat(getComputedStyle(element).fontSize);
  return Math.max(least, Math.ceil(font * rowHeightOfFont));
}

/** Which rows of the list are on screen, and how it is scrolled. */
export class ListScroll {
  private readonly long = new LongScroll();
  private scroller: HTMLElement | undefined;
  private viewport = 400;
  private rowHeight: number;
  private count = 0;

  /** `onMoved` is called when other rows are on screen than before. */
  constructor(
    private readonly onMoved: () => void,
    private readonly sizes = sizesOfList,
  ) {
    this.rowHeight = sizes.row;
  }

  /** Scrolls with this element from now on. */
  attach(scroller: HTMLElement): void {
    this.scroller = scroller;
    scroller.addEventListener("scroll", () => this.onScroll());
    // a passive listener could not keep the scroll bar from moving
    scroller.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.measure();
  }

  /** To be called when the element may have another height or font. */
  measure(): void {
    if (!this.scroller) return;
    const { clientHeight } = this.scroller;
    const rowHeight = rowHeightIn(this.scroller, this.sizes.row);
    if (clientHeight === this.viewport && rowHeight === this.rowHeight) return;
    const top = this.firstVisible;
    this.viewport = clientHeight;
    if (rowHeight !== this.rowHeight) {
      this.rowHeight = rowHeight;
      this.scroller.style.setProperty("--row-height", `${rowHeight}px`);
      this.holds(this.count);
      this.showAtTop(top);
    }
    this.onMoved();
  }

  /** Tells how many rows are listed now. */
  holds(count: number): void {
    this.count = count;
    this.long.measure(count * this.rowHeight, this.room);
  }

  get firstVisible(): number {
    return Math.floor(this.long.position / this.rowHeight);
  }

  get lastVisible(): number {
    return Math.min(this.count, this.firstVisible + Math.ceil(this.room / this.rowHeight) + 1);
  }

  /** Whether there are more rows than fit. */
  get hasMore(): boolean {
    return this.count * this.rowHeight > this.room;
  }

  isVisible(place: number): boolean {
    return place >= this.firstVisible && place < this.lastVisible;
  }

  /** How many rows a page has. */
  get page(): number {
    return Math.max(1, Math.floor(this.room / this.rowHeight) - 1);
  }

  /** In pixels: the height of all that can be scrolled, and by how much the first row is above the top. */
  get heights(): { readonly area: number; readonly above: number } {
    return { area: this.long.area, above: this.long.position % this.rowHeight };
  }

  /** Scrolls a row to the top. */
  showAtTop(place: number): void {
    if (place !== this.firstVisible) this.show(place * this.rowHeight);
  }

  /** Scrolls only as far as needed to see a row. */
  reveal(place: number): void {
    const room = Math.max(this.rowHeight, this.room);
    const top = place * this.rowHeight;
    if (top < this.long.position) this.show(top);
    else if (top + this.rowHeight > this.long.position + room) this.show(top + this.rowHeight - room);
  }

  private get room(): number {
    return Math.max(0, this.viewport - this.sizes.head);
  }

  private onScroll(): void {
    const before = this.long.position;
    this.long.scrolledTo(this.scroller!.scrollTop);
    if (before !== this.long.position) this.onMoved();
  }

  private onWheel(event: WheelEvent): void {
    if (!this.long.isMapped || event.deltaY === 0 || event.shiftKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.rowHeight : 1;
    this.show(this.long.position + event.deltaY * unit);
  }

  private show(position: number): void {
    this.long.moveTo(position);
    this.scroller!.scrollTop = this.long.barPosition();
    this.onMoved();
  }
}
