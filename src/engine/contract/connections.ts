import type { ConnectionRow } from "../../view/connectionRow";
import type { ConnectionOrder } from "../../view/onScreen/connectionOrder";
import { namesOf } from "./names";

/** About the connections of the listed packets. */
export interface ConnectionListQuestions {
  /** Counts and sorts the connections of the listed packets, and says how many there are; then their rows, and where one stands (-1 where it does not). */
  listConnections(order: ConnectionOrder): Promise<number>;
  connectionRows(first: number, count: number): Promise<readonly ConnectionRow[]>;
  connectionPlace(stream: number): Promise<number>;
}

export const connectionListMethods = namesOf<ConnectionListQuestions>({
  listConnections: true,
  connectionRows: true,
  connectionPlace: true,
});
