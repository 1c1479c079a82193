import type { SeenFlow } from "../ladderPlaces";
import { stepFor } from "../ladderPlaces";

/** Where things are in the flow of several connections, from left to right, in pixels. If there is no room for all lifelines, they scroll. */
export interface JointPlaces {
  readonly width: number;
  /** Where the part with lifelines begins; on its left are frames and times, which do not scroll sideways. */
  readonly times: number;
  readonly isNarrow: boolean;
  /** Whether states stand on the lifelines, since there is no room beside them, or all lifelines fit only like this. */
  readonly hasStatesOn: boolean;
  /** The height of an even step. */
  readonly step: number;
  /** The distance from the top of a row to where its arrow begins. */
  readonly arrowAt: number;
  /** The distance from one lifeline to the next. */
  readonly span: number;
  /** The room beside the outermost lifelines. */
  readonly room: number;
  /** The width of all lifelines together with what is on their left. */
  readonly whole: number;
  /** How far it is scrolled sideways. */
  readonly scrolled: number;
}

type Room = Pick<JointPlaces, "room" | "span">;
/** The least room for lifelines, with states beside them and on them. */
const beside: Room = { room: 116, span: 150 };
const on: Room = { room: 56, span: 130 };

export function jointPlaces(width: number, zoom: number, seen: SeenFlow, lifelines: number, scrolled: number): JointPlaces {
  const isNarrow = width < 640;
  const times = isNarrow ? 66 : 112;
  const gaps = Math.max(1, lifelines - 1);
  const wholeOf = ({ room, span }: Room) => times + 2 * room + gaps * span;
  const hasStatesOn = width < 500 || (wholeOf(beside) > width && wholeOf(on) <= width);
  const { room, span: least } = hasStatesOn ? on : beside;
  const [lowest, usual] = hasStatesOn ? [66, 68] : [50, 62];
  const span = Math.max(least, Math.floor((width - times - 2 * room) / gaps));
  return {
    width,
    times,
    isNarrow,
    hasStatesOn,
    step: zoom === 1 ? stepFor(seen, lowest, usual) : Math.max(lowest, Math.round(usual * zoom)),
    arrowAt: 29,
    span,
    room,
    whole: wholeOf({ room, span }),
    scrolled,
  };
}

/** Where a lifeline is in the visible part. */
export const lifelineAt = ({ times, room, span, scrolled }: JointPlaces, lifeline: number): number =>
  times + room + lifeline * span - scrolled;

/** The first and the last lifeline of which some part may be seen. */
export function seenLifelines(places: JointPlaces, count: number): readonly [number, number] {
  const { span, room, scrolled, width, times } = places;
  const first = Math.floor((scrolled - room) / span);
  const last = Math.ceil((scrolled - room + width - times) / span);
  return [Math.max(0, first), Math.min(count - 1, last)];
}

/** How far to scroll to see both lifelines of a segment; if they are too far apart, that of its sender. */
export function scrolledTo(
  { from, to }: { readonly from: number; readonly to: number },
  { span, room, width, times, scrolled }: JointPlaces,
): number {
  const seen = width - times;
  const both = [Math.min(from, to), Math.max(from, to)];
  const [first, last] = (both[1] - both[0]) * span + 2 * room <= seen ? both : [from, from];
  const [least, most] = [last * span + 2 * room - seen, first * span];
  return Math.max(0, Math.min(Math.max(scrolled, least), most));
}
