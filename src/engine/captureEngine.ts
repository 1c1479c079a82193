import type { SegmentPlace } from "../connections/tracker";
import type { Words } from "../text/words";
import { ChartAnswers } from "./answers/chartAnswers";
import { ConnectionListAnswers } from "./answers/connectionListAnswers";
import { FilterAnswers } from "./answers/filterAnswers";
import { FlowAnswers } from "./answers/flowAnswers";
import { JointFlowAnswers } from "./answers/jointFlowAnswers";
import { ListAnswers } from "./answers/listAnswers";
import { MarkingAnswers } from "./answers/markingAnswers";
import { PacketAnswers } from "./answers/packetAnswers";
import { ReadingAnswers } from "./answers/readingAnswers";
import { SavingAnswers } from "./answers/savingAnswers";
import { StreamAnswers } from "./answers/streamAnswers";
import { TroubleAnswers } from "./answers/troubleAnswers";
import { CaptureInView } from "./captureInView";
import { chartMethods } from "./contract/charts";
import { connectionListMethods } from "./contract/connections";
import type { Engine, EngineEvents } from "./contract/engine";
import { filterMethods } from "./contract/filter";
import { flowMethods } from "./contract/flow";
import { jointFlowMethods } from "./contract/joint";
import { listMethods } from "./contract/list";
import { markingMethods } from "./contract/marking";
import { packetMethods } from "./contract/packets";
import { type CaptureSummary, readingMethods } from "./contract/reading";
import { savingMethods } from "./contract/saving";
import { streamMethods } from "./contract/stream";
import { troubleMethods } from "./contract/trouble";
import { IndexedCapture, type OpenSource } from "./indexedCapture";
import { wholePlacesOf } from "./wholePlaces";

/** An engine with what only its maker uses, besides the answers for those who look at the capture. */
export interface CaptureEngine extends Engine {
  /** Reads the whole file; rows can be asked for while it runs. */
  index(onProgress: (summary: CaptureSummary) => void): Promise<void>;
  /** Everything about a segment's place in its connection, even what is in no column; nothing if the packet is no segment of one. */
  place(number: number): Promise<SegmentPlace | undefined>;
}

/** The engine of a capture for one who looks at it: an object with the methods of all its parts. */
export function captureEngine(
  from: IndexedCapture | OpenSource,
  words: Words,
  onWork: EngineEvents["working"] = () => {},
): CaptureEngine {
  const indexed = from instanceof IndexedCapture ? from : new IndexedCapture(from, words);
  const capture = new CaptureInView(indexed, onWork);
  return {
    ...answering(readingMethods, new ReadingAnswers(capture)),
    ...answering(packetMethods, new PacketAnswers(capture)),
    ...answering(filterMethods, new FilterAnswers(capture)),
    ...answering(listMethods, new ListAnswers(capture)),
    ...answering(connectionListMethods, new ConnectionListAnswers(capture)),
    ...answering(troubleMethods, new TroubleAnswers(capture)),
    ...answering(flowMethods, new FlowAnswers(capture)),
    ...answering(jointFlowMethods, new JointFlowAnswers(capture)),
    ...answering(chartMethods, new ChartAnswers(capture)),
    ...answering(streamMethods, new StreamAnswers(capture)),
    ...answering(markingMethods, new MarkingAnswers(capture)),
    ...answering(savingMethods, new SavingAnswers(capture)),
    index: (onProgress) => indexed.index(onProgress),
    place: async (number) => (await wholePlacesOf(capture.opened.packets, [number - 1]))[0],
  };
}

/** The methods of one part, bound to it. */
function answering<Part extends object>(methods: readonly (keyof Part)[], part: Part): { [Name in keyof Part]: Part[Name] } {
  type AnyMethod = (...args: readonly unknown[]) => unknown;
  const own = methods.map((name) => [name, (part[name] as AnyMethod).bind(part)]);
  return Object.fromEntries(own) as Part;
}
