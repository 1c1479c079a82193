import { widthIn } from "./ladderPlaces";

/** Pixels from one line of an edge's words to the next. */
export const lineHeight = 12;
/** In letters of ASCII: a longer text does not fit between two columns of states. */
const mostInLine = 14;

/** The words along an edge, in two lines if they are long: broken behind a comma, else between words near the middle. */
export function edgeLines(text: string): readonly string[] {
  if (widthIn(text) <= mostInLine) return [text];
  const breaks = [...text.matchAll(/, |，| /gu)].map(({ 0: sign, index }) => ({ sign, index, end: index + sign.length }));
  const distance = ({ index }: { index: number }) => Math.abs(widthIn(text.slice(0, index)) - widthIn(text) / 2);
  const comma = breaks.find(({ sign }) => sign !== " ");
  const at = comma ?? breaks.reduce((best, each) => (distance(each) < distance(best) ? each : best), breaks[0]);
  return at ? [text.slice(0, at.end).trimEnd(), text.slice(at.end)] : [text];
}
