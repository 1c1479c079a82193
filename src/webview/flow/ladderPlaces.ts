/** Where things are in the ladder, in pixels; in a narrow pane labels take the whole width. */
export interface LadderPlaces {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly isNarrow: boolean;
  /** Whether states stand on the lifelines, since the pane is too narrow for them beside these: so arrows keep some length. */
  readonly hasStatesOn: boolean;
  /** The height of an even step. */
  readonly step: number;
  /** The distance from the top of a row to where its arrow begins. */
  readonly arrowAt: number;
  /** The distance from there to the sign that folds or unfolds several segments. */
  readonly signAt: number;
  /** The part of the width that labels may take. */
  readonly labels: { readonly from: number; readonly to: number };
}

export const bracketWidth = 34;
export const chipHeight = 17;
const chipRoom = 104;
const chipRoomOn = 52;

/** The height of the visible part in pixels, and that of the whole flow in even steps. */
export interface SeenFlow {
  readonly height: number;
  readonly steps: number;
}

/** `zoom` makes steps higher or lower. Texts keep their size, so a step always has room for them. */
export function ladderPlaces(width: number, zoom: number, seen: SeenFlow): LadderPlaces {
  const isNarrow = width < 640;
  const hasStatesOn = width < 500;
  // in a narrow pane labels stand above the states, and above those of the row before
  const [least, usual] = hasStatesOn ? [66, 68] : isNarrow ? [46, 62] : [30, 48];
  const times = isNarrow ? 66 : 112;
  const room = hasStatesOn ? chipRoomOn : chipRoom;
  const left = times + room;
  const right = width - bracketWidth - room;
  return {
    width,
    left,
    right,
    isNarrow,
    hasStatesOn,
    step: zoom === 1 ? stepFor(seen, least, usual) : Math.max(least, Math.round(usual * zoom)),
    arrowAt: isNarrow ? 29 : 20,
    // beside the time, since a large packet number would leave no room beside itself
    signAt: hasStatesOn ? 2 : -9,
    labels: isNarrow ? { from: times, to: width - bracketWidth } : { from: left + 6, to: right - 6 },
  };
}

/** Steps are lower than usual if the whole flow is visible then. */
export function stepFor({ height, steps }: SeenFlow, least: number, usual: number): number {
  const whole = Math.floor(height / Math.max(1, steps));
  return whole < least ? usual : Math.min(usual, whole);
}

/** The width of a text, in Latin characters. */
export const widthIn = (text: string) => [...text].reduce((sum, character) => sum + placesOf(character), 0);

/** Chinese characters are twice as wide. */
const placesOf = (character: string) => (character.charCodeAt(0) > 0x2e7f ? 2 : 1);

/** As much of a text as there is room for. */
export function shortened(text: string, room: number): string {
  let taken = 0;
  for (let i = 0; i < text.length; i += 1) {
    taken += placesOf(text[i]);
    if (taken > room) return `${text.slice(0, Math.max(1, i - 1)).trimEnd()}…`;
  }
  return text;
}
