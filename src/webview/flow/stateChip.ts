import { svg } from "lit";
import { stateSpellings, type TcpState } from "../../protocols/tcpStates";
import { say } from "../../text/words";
import type { ShownState } from "../../view/flow/flow";
import { words } from "../language";
import { chipHeight } from "./ladderPlaces";

/** The part of a connection's life to which a state belongs: a CSS class that colours it. */
export function phaseOf(state: TcpState): "none" | "opening" | "open" | "closing" {
  if (state === "CLOSED" || state === "LISTEN") return "none";
  if (state === "SYN-SENT" || state === "SYN-RECEIVED") return "opening";
  return state === "ESTABLISHED" ? "open" : "closing";
}

/** A state's name, with a question mark if it cannot be known from the capture. */
export const stateName = ({ state, assumed }: ShownState): string => (assumed ? `${state}?` : state);

/** What a state waits for, and how netstat spells it. */
export function aboutState({ state, assumed }: ShownState): string {
  const about = words.messages[`state.${state}`];
  const told = say(words, "ladder.netstat", { state, name: stateSpellings[state].netstat, about });
  return assumed ? `${told} ${words.messages["ladder.assumed"]}` : told;
}

/** A state beside its lifeline, at the height at which it begins; with the connection's number before it if there are several. */
export function stateChip(shown: ShownState, x: number, y: number, side: "left" | "right", stream?: number) {
  const width = chipWidth(shown, stream);
  return chipAt(shown, side === "left" ? x - width - 6 : x + 6, y, stream);
}

/** A state comes no nearer to the edge of the picture than this, in pixels. */
const atEdge = 8;

/** A state at the head of its lifeline: beside it, as far as the picture has room; and where the text next to the state may stand. */
export function stateAtHead(shown: ShownState, x: number, y: number, end: "client" | "server", width: number) {
  const own = chipWidth(shown);
  const left = Math.min(Math.max(end === "client" ? x - own - 6 : x + 6, atEdge), width - own - atEdge);
  const beside = end === "client" ? Math.max(x, left + own) + 6 : Math.min(x, left) - 6;
  return { chip: chipAt(shown, left, y), beside };
}

/** A state on its lifeline, below what has changed it. */
export const stateOnLine = (shown: ShownState, x: number, y: number, _side?: "left" | "right", stream?: number) =>
  chipAt(shown, x - chipWidth(shown, stream) / 2, y + chipHeight / 2 + 4, stream);

const written = (shown: ShownState, stream?: number) =>
  stream === undefined ? stateName(shown) : `${stream} ${stateName(shown)}`;
export const chipWidth = (shown: ShownState, stream?: number) => written(shown, stream).length * 6.6 + 12;

function chipAt(shown: ShownState, left: number, y: number, stream?: number) {
  const name = written(shown, stream);
  const width = chipWidth(shown, stream);
  return svg`<g class="chip ${phaseOf(shown.state)} ${shown.assumed ? "assumed" : ""}">
    <title>${aboutState(shown)}</title>
    <rect x=${left} y=${y - chipHeight / 2} width=${width} height=${chipHeight} rx="3"></rect>
    <text x=${left + width / 2} y=${y + 4} text-anchor="middle">${name}</text>
  </g>`;
}
