import { readAsaTerms } from "./asaTerms";
import { readCongestionStates } from "./congestionStates";
import { readConntrackTerms } from "./conntrackTerms";
import { readDropReasons } from "./dropReasons";
import { readFlowTerms } from "./flowTerms";
import { readKernelCounters } from "./kernelCounters";
import { readSettings } from "./settings";
import type { TermWord } from "./term";
import { readTracerTerms } from "./tracerTerms";
import { readZeekTerms } from "./zeekTerms";

export function readTerms(line: string): readonly TermWord[] {
  return [
    ...readConntrackTerms(line),
    ...readAsaTerms(line),
    ...readDropReasons(line),
    ...readKernelCounters(line),
    ...readCongestionStates(line),
    ...readTracerTerms(line),
    ...readSettings(line),
    ...readFlowTerms(line),
    ...readZeekTerms(line),
  ];
}
