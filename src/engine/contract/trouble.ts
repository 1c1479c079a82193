import type { TroubleRow } from "../../view/troubleRow";
import { namesOf } from "./names";

/** Questions about what went wrong among the listed packets. */
export interface TroubleQuestions {
  /** Each kind of trouble that there is, the most frequent first. */
  troubleRows(): Promise<readonly TroubleRow[]>;
}

export const troubleMethods = namesOf<TroubleQuestions>({ troubleRows: true });
