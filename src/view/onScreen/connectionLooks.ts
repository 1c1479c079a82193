/** Signs that tell connections apart, as paths around their middle. */
const signs = [
  "M -4.5 0 a 4.5 4.5 0 1 1 9 0 a 4.5 4.5 0 1 1 -9 0 z",
  "M -4 -4 h 8 v 8 h -8 z",
  "M 0 -5 L 5 4 H -5 z",
  "M 0 -5.5 L 5.5 0 L 0 5.5 L -5.5 0 z",
  "M 0 5 L 5 -4 H -5 z",
  "M -1.7 -5 h 3.4 v 3.3 h 3.3 v 3.4 h -3.3 v 3.3 h -3.4 v -3.3 h -3.3 v -3.4 h 3.3 z",
] as const;

/** Colours of the theme, and what they are on white paper; red is reserved for resets. */
const colours = [
  { name: "blue", onPaper: "#0b61a4" },
  { name: "green", onPaper: "#2f7023" },
  { name: "purple", onPaper: "#6f3fa0" },
  { name: "yellow", onPaper: "#7a6000" },
  { name: "cyan", onPaper: "#00707f" },
] as const;

export interface ConnectionLook {
  readonly sign: string;
  readonly colour: (typeof colours)[number]["name"];
  readonly onPaper: string;
}

/** How the connection at a place among several is drawn. Thirty of them look different; beyond that, their numbers tell them apart. */
export function connectionLook(place: number): ConnectionLook {
  const { name, onPaper } = colours[place % colours.length];
  return { sign: signs[place % signs.length], colour: name, onPaper };
}
