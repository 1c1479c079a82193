/** Where things stand in the ladder, from left to right; in a narrow pane labels go over the whole width. */
export interface LadderPlaces {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly isNarrow: boolean;
  /** Too narrow for states beside the lifelines: they stand on them, so that arrows keep some length. */
  readonly hasStatesOn: boolean;
  /** Height of an even step. */
  readonly step: number;
  /** From the top of a row to where its arrow begins. */
  readonly arrowAt: number;
  /** From there to the sign that folds or unfolds several segments. */
  readonly signAt: number;
  /** What labels may take of the width. */
  readonly labels: { readonly from: number; readonly to: number };
}

export const bracketWidth = 34;
export const chipHeight = 17;
const chipRoom = 104;
const chipRoomOn = 52;

/** What is looked at: how much of it is seen, in pixels, and how long it is, in even steps. */
export interface SeenFlow {
  readonly height: number;
  readonly steps: number;
}

/** `zoom` makes steps higher or lower; what is written keeps its size, so a step keeps room for it. */
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
    // beside the time, where large numbers of packets leave no room for it
    signAt: hasStatesOn ? 2 : -9,
    labels: isNarrow ? { from: times, to: width - bracketWidth } : { from: left + 6, to: right - 6 },
  };
}

/** A flow that can be seen as a whole with lower steps gets those. */
export function stepFor({ height, steps }: SeenFlow, least: number, usual: number): number {
  const whole = Math.floor(height / Math.max(1, steps));
  return whole < least ? usual : Math.min(usual, whole);
}

/** In places of a Latin character. */
export const widthIn = (text: string) => [...text].reduce((sum, character) => sum + placesOf(character), 0);

/** Chinese characters take two places. */
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
