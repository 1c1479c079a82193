import type { CapturePlace } from "../notes/capturePlace";
import { type Glimpse, mostSeen } from "../view/glimpse";
import { plainLook } from "../view/onScreen/rowLook";
import type { Engine } from "./contract/engine";

/** Looks into a capture at the place that a link names. A link with a filter sets it, as the page's own. */
export async function glimpseOf(engine: Engine, place: CapturePlace | undefined): Promise<Glimpse> {
  const { packets, connections, problem } = await engine.wholeSummary();
  const known = { packets, connections, ...(problem !== undefined && { problem }) };
  if (!place) {
    const rows = await engine.rows(0, mostSeen);
    const own = connections === 1 ? rows.find(({ stream }) => stream !== undefined) : undefined;
    return { ...known, rows, shown: packets, ...(own && (await standingOf(engine, own.number))) };
  }
  if ("packet" in place) return { ...known, shown: 1, ...(await packetSeen(engine, place.packet)) };
  const reading = await engine.readFilter(place.filter);
  if ("problem" in reading) return { ...known, rows: [], shown: 0, filter: reading.problem.text };
  const answer = await engine.filter(place.filter);
  const shown = "shown" in answer ? answer.shown : 0;
  return { ...known, rows: await engine.listedRows(0, mostSeen, plainLook), shown, filter: reading.says };
}

async function packetSeen(engine: Engine, number: number): Promise<Pick<Glimpse, "rows" | "standing" | "sum">> {
  const rows = await engine.rows(number - 1, 1);
  const stream = rows[0]?.stream;
  if (stream === undefined) return { rows };
  return { rows, ...(await standingOf(engine, number)), sum: await engine.sum(stream, "relative", number) };
}

async function standingOf(engine: Engine, number: number): Promise<Pick<Glimpse, "standing">> {
  const standing = await engine.standing(number);
  return standing ? { standing } : {};
}
