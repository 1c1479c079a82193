import type { TroubleKind } from "../../view/onScreen/troubleKinds";
import { words } from "../language";

export const kindName = (kind: TroubleKind): string =>
  kind === "reset" ? words.messages["connectionList.reset"] : words.messages[`markName.${kind}`];

/** What a kind of trouble means, in a sentence. */
export const kindMeaning = (kind: TroubleKind): string =>
  kind === "reset" ? words.messages["tcp.flags.reset"] : words.messages[`mark.${kind}`];
