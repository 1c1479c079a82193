import type { SeenFlow } from "../ladderPlaces";
import { stepFor } from "../ladderPlaces";

/** Where things stand in the flow of several connections, from left to right. Lifelines that have no room are scrolled to. */
export interface JointPlaces {
  readonly width: number;
  /** Where the lifelines' part begins: left of it stand frames and times, which are not scrolled sideways. */
  readonly times: number;
  readonly isNarrow: boolean;
  /** Too narrow for states beside the lifelines: they stand on them. */
  readonly hasStatesOn: boolean;
  /** Height of an even step. */
  readonly step: number;
  /** From the top of a row to where its arrow begins. */
  readonly arrowAt: number;
  /** From one lifeline to the next. */
  readonly span: number;
  /** Beside the outermost lifelines. */
  readonly room: number;
  /** Of all lifelines, with what stands left of them. */
  readonly whole: number;
  /** How far it is scrolled sideways. */
  readonly scrolled: number;
}

export function jointPlaces(width: number, zoom: number, seen: SeenFlow, lifelines: number, scrolled: number): JointPlaces {
  const isNarrow = width < 640;
  const hasStatesOn = width < 500;
  const [least, usual] = hasStatesOn ? [66, 68] : [50, 62];
  const times = isNarrow ? 66 : 112;
  const room = hasStatesOn ? 56 : 116;
  const gaps = Math.max(1, lifelines - 1);
  const span = Math.max(hasStatesOn ? 130 : 150, Math.floor((width - times - 2 * room) / gaps));
  return {
    width,
    times,
    isNarrow,
    hasStatesOn,
    step: zoom === 1 ? stepFor(seen, least, usual) : Math.max(least, Math.round(usual * zoom)),
    arrowAt: 29,
    span,
    room,
    whole: times + 2 * room + gaps * span,
    scrolled,
  };
}

/** Where a lifeline stands in what is seen. */
export const lifelineAt = ({ times, room, span, scrolled }: JointPlaces, lifeline: number): number =>
  times + room + lifeline * span - scrolled;

/** The first and the last lifeline of which something may be seen. */
export function seenLifelines(places: JointPlaces, count: number): readonly [number, number] {
  const { span, room, scrolled, width, times } = places;
  const first = Math.floor((scrolled - room) / span);
  const last = Math.ceil((scrolled - room + width - times) / span);
  return [Math.max(0, first), Math.min(count - 1, last)];
}

/** How far it is scrolled to see both lifelines that a segment goes between: where they are too far apart, its sender's. */
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
