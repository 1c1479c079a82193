import type { Life } from "../../connections/life";
import type { Connection } from "../../connections/tracker";
import { otherEnd } from "../../connections/wireSegment";
import { formatEndpoint } from "../../text/address";
import type { Flow } from "./flow";
import { initialStates, statesByFrame } from "./flowRows";

export function endNames({ endpoints }: Pick<Connection, "endpoints">, { client }: Life): Pick<Flow, "client" | "server"> {
  const name = (end: 0 | 1) => formatEndpoint(endpoints[end].address, endpoints[end].port);
  return { client: name(client), server: name(otherEnd(client)) };
}

export const hasAssumed = (life: Life): boolean =>
  [initialStates(life), ...[...statesByFrame(life).values()].flat()].some((each) => each.client?.assumed || each.server?.assumed);
