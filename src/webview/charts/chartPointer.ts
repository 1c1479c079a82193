import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ChartPoint, TimeSpan } from "../../view/charts/chart";
import type { ChartArea } from "../../view/onScreen/chartArea";

/** Pixels: a pointer that moves less has clicked. */
const leastDrag = 4;
const wheelStep = 1.25;

/** A place in a chart. */
interface Place {
  readonly time: number;
  readonly value: number;
}

/** What a pointer can do with a chart. */
export interface ChartActs {
  area(): ChartArea | undefined;
  /** Where the area begins, in pixels from the upper left corner of the element that hears the pointer. */
  origin(): { readonly left: number; readonly top: number };
  near(time: number, value: number): Promise<ChartPoint | undefined>;
  choose(point: ChartPoint): void;
  show(span: TimeSpan): void;
  zoom(around: number, times: number): void;
  move(share: number): void;
}

/** Tells what is pointed at, chooses it on a click, marks a span that is dragged over, and zooms with the wheel. */
export class ChartPointer implements ReactiveController {
  pointed: ChartPoint | undefined;
  /** The span that is being dragged over. */
  band: TimeSpan | undefined;
  private start: { readonly x: number; readonly time: number } | undefined;
  private isAsking = false;
  /** Where the pointer is now. */
  private latest: Place | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly act: ChartActs,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  readonly onDown = (event: PointerEvent): void => {
    const place = this.place(event);
    if (event.button !== 0 || !place) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.start = { x: event.clientX, time: place.time };
  };

  readonly onMove = (event: PointerEvent): void => {
    const { start } = this;
    if (!start) {
      this.latest = this.place(event);
      void this.point();
      return;
    }
    const place = this.place(event);
    const isDrawn = place && Math.abs(event.clientX - start.x) >= leastDrag;
    this.band = isDrawn ? { from: Math.min(start.time, place.time), to: Math.max(start.time, place.time) } : undefined;
    this.pointed = undefined;
    this.host.requestUpdate();
  };

  readonly onUp = (event: PointerEvent): void => {
    const { start, band } = this;
    this.start = this.band = undefined;
    this.host.requestUpdate();
    if (band) this.act.show(band);
    else if (start) void this.choose(this.place(event));
  };

  readonly onLeave = (): void => {
    this.forget();
    this.host.requestUpdate();
  };

  readonly onWheel = (event: WheelEvent): void => {
    const area = this.act.area();
    const place = this.place(event);
    if (!area || !place) return;
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.act.move(event.deltaX / area.width);
    else if (event.shiftKey) this.act.move(event.deltaY / area.width);
    else if (event.deltaY !== 0) this.act.zoom(place.time, event.deltaY < 0 ? wheelStep : 1 / wheelStep);
  };

  private forget(): void {
    this.pointed = this.band = this.start = this.latest = undefined;
  }

  /** Asks one question at a time: by the answer, the pointer may have moved on. */
  private async point(): Promise<void> {
    const { latest } = this;
    if (!latest || this.isAsking) return;
    this.isAsking = true;
    const pointed = await this.act.near(latest.time, latest.value).finally(() => {
      this.isAsking = false;
    });
    if (!this.latest) return;
    this.pointed = pointed;
    this.host.requestUpdate();
    if (this.latest !== latest) await this.point();
  }

  private async choose(place: Place | undefined): Promise<void> {
    const point = place && (await this.act.near(place.time, place.value));
    if (point) this.act.choose(point);
  }

  private place({ clientX, clientY, currentTarget }: MouseEvent): Place | undefined {
    const area = this.act.area();
    if (!area) return undefined;
    const { left, top } = (currentTarget as Element).getBoundingClientRect();
    const origin = this.act.origin();
    const x = clientX - left - origin.left;
    return { time: area.timeAt(Math.min(area.width, Math.max(0, x))), value: area.valueAt(clientY - top - origin.top) };
  }
}
