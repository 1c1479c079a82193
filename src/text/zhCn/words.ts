import type { Words } from "../words";
import { columnHeads as heads } from "./columnHeads";
import { derivedNames as derived } from "./derivedNames";
import { fields } from "./fields";
import { messages } from "./messages";

export const zhCn: Words = { language: "zh-cn", fields, derived, heads, messages };
