import { svg } from "lit";
import { stateSpellings, type TcpState } from "../../protocols/tcpStates";
import { say } from "../../text/words";
import type { ShownState } from "../../view/flow/flow";
import { words } from "../language";
import { chipHeight } from "./ladderPlaces";

/** What part of a connection's life a state belongs to: the class that colours it. */
export function phaseOf(state: TcpState): "none" | "opening" | "open" | "closing" {
  if (state === "CLOSED" || state === "LISTEN") return "none";
  if (state === "SYN-SENT" || state === "SYN-RECEIVED") return "opening";
  return state === "ESTABLISHED" ? "open" : "closing";
}

/** A question mark where the capture cannot know it. */
export const stateName = ({ state, assumed }: ShownState): string => (assumed ? `${state}?` : state);

/** What it waits for, and how netstat spells it. */
export function aboutState({ state, assumed }: ShownState): string {
  const about = words.messages[`state.${state}`];
  const told = say(words, "ladder.netstat", { state, name: stateSpellings[state].netstat, about });
  return assumed ? `${told} ${words.messages["ladder.assumed"]}` : told;
}

/** A state beside its lifeline, at the height at which it begins. */
export function stateChip(shown: ShownState, x: number, y: number, end: "client" | "server") {
  const width = widthOf(shown);
  return chipAt(shown, end === "client" ? x - width - 6 : x + 6, y);
}

/** A state at the head of its lifeline: beside it, as far as the picture has room there; and where what is said of it has its end. */
export function stateAtHead(shown: ShownState, x: number, y: number, end: "client" | "server", width: number) {
  const own = widthOf(shown);
  const left = Math.min(Math.max(end === "client" ? x - own - 6 : x + 6, 2), width - own - 2);
  const beside = end === "client" ? Math.max(x, left + own) + 6 : Math.min(x, left) - 6;
  return { chip: chipAt(shown, left, y), beside };
}

/** A state on its lifeline, below what has changed it. */
export const stateOnLine = (shown: ShownState, x: number, y: number) =>
  chipAt(shown, x - widthOf(shown) / 2, y + chipHeight / 2 + 4);

const widthOf = (shown: ShownState) => stateName(shown).length * 6.6 + 12;

function chipAt(shown: ShownState, left: number, y: number) {
  const name = stateName(shown);
  const width = widthOf(shown);
  return svg`<g class="chip ${phaseOf(shown.state)} ${shown.assumed ? "assumed" : ""}">
    <title>${aboutState(shown)}</title>
    <rect x=${left} y=${y - chipHeight / 2} width=${width} height=${chipHeight} rx="3"></rect>
    <text x=${left + width / 2} y=${y + 4} text-anchor="middle">${name}</text>
  </g>`;
}
