import { type TcpEvent, type TcpState, type Transition, transitions } from "../../protocols/tcpStates";

export interface Point {
  readonly x: number;
  readonly y: number;
}

const column = 184;
const line = 62;
const margin = { x: 55, y: 20 };
const at = (x: number, y: number): Point => ({ x: margin.x + x * column, y: margin.y + y * line });

/** Where states are, as in RFC 9293, Figure 5: opening at the top, closing at the bottom, with the end that closes first on the left. */
export const statePlaces: Readonly<Record<TcpState, Point>> = {
  CLOSED: at(1, 0),
  LISTEN: at(1, 1),
  "SYN-RECEIVED": at(0, 2),
  "SYN-SENT": at(2, 2),
  ESTABLISHED: at(1, 3),
  "FIN-WAIT-1": at(0, 4),
  "CLOSE-WAIT": at(2, 4),
  "FIN-WAIT-2": at(0, 5),
  CLOSING: at(1, 5),
  "LAST-ACK": at(2, 5),
  "TIME-WAIT": at(1, 6),
};
/** Where a connection ends: in the same state as at the top. */
export const closedAtEnd: Point = at(2, 6);

export const diagramWidth = 2 * margin.x + 2 * column;
export const diagramHeight = 2 * margin.y + 6 * line;
export const box = { width: 104, height: 28 };

const atStart: ReadonlySet<TcpState> = new Set(["CLOSED", "LISTEN"]);

export interface Edge {
  readonly from: TcpState;
  readonly to: TcpState;
  readonly event: TcpEvent;
  readonly start: Point;
  readonly end: Point;
  /** Where along the edge its words stand, from 0 to 1. */
  readonly label: number;
}

/** Whether the diagram always shows an edge; the others, mostly resets, are shown only if the connection has gone that way. */
const drawnAlways = ({ event, from, to }: Transition) =>
  !event.endsWith("rst") && event !== "close" && !(from === "SYN-RECEIVED" && to === "CLOSE-WAIT");

/** Where words stand that would cover others if they stood in the middle. */
const labelAt: Readonly<Record<string, number | undefined>> = {
  "CLOSED SYN-SENT": 0.66,
  "LISTEN SYN-SENT": 0.3,
  "SYN-SENT SYN-RECEIVED": 0.5,
  "FIN-WAIT-1 CLOSING": 0.55,
  "FIN-WAIT-1 TIME-WAIT": 0.5,
  "FIN-WAIT-2 TIME-WAIT": 0.4,
};

export const commonEdges: readonly Edge[] = transitions.filter(drawnAlways).map(edgeOf);

export function edgeOf({ from, to, event }: Pick<Transition, "from" | "to" | "event">): Edge {
  const [a, b] = [statePlaces[from], placeOfTarget(from, to)];
  return {
    from,
    to,
    event,
    start: onBorder(a, b),
    end: onBorder(b, a),
    label: labelAt[`${from} ${to}`] ?? 0.45,
  };
}

function placeOfTarget(from: TcpState, to: TcpState): Point {
  return to === "CLOSED" && !atStart.has(from) ? closedAtEnd : statePlaces[to];
}

/** The point at which the line to another box leaves this one. */
function onBorder(centre: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - centre.x, towards.y - centre.y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: centre.x + dx * share, y: centre.y + dy * share };
}
