import { readAsaTerms } from "./asaTerms";
import { readConntrackTerms } from "./conntrackTerms";
import { readDropReasons } from "./dropReasons";
import type { TermWord } from "./term";

export function readTerms(line: string): readonly TermWord[] {
  return [...readConntrackTerms(line), ...readAsaTerms(line), ...readDropReasons(line)];
}
