import type { Words } from "../words";
import { columnHeads as heads } from "./columnHeads";
import { derivedNames as derived } from "./derivedNames";
import { fields } from "./fields";
import { messages } from "./messages";

export const en: Words = { language: "en", fields, derived, heads, messages };
