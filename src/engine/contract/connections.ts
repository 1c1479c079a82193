import type { ConnectionRow } from "../../view/connectionRow";
import type { ConnectionOrder } from "../../view/onScreen/connectionOrder";
import { namesOf } from "./names";

/** Questions about the connections of the listed packets. */
export interface ConnectionListQuestions {
  /** Counts and sorts the connections of the listed packets, and tells how many there are; then rows and places (or -1) are of this list. */
  listConnections(order: ConnectionOrder): Promise<number>;
  connectionRows(first: number, count: number): Promise<readonly ConnectionRow[]>;
  connectionPlace(stream: number): Promise<number>;
}

export const connectionListMethods = namesOf<ConnectionListQuestions>({
  listConnections: true,
  connectionRows: true,
  connectionPlace: true,
});
