import type { TemplateResult } from "lit";
import { type NumberKind, numberKinds } from "../view/onScreen/editorState";
import { choice } from "./choice";
import { words } from "./language";

/** A choice whether sequence numbers are counted from a connection's first, or are those on the wire. */
export function numberChoice(chosen: NumberKind, choose: (kind: NumberKind) => void): TemplateResult {
  const { messages } = words;
  return choice(messages["editor.numbers"], numberKinds, (kind) => messages[`editor.numbers.${kind}`], chosen, choose);
}
