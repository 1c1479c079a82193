import type { Mark } from "../../connections/marks";
import { explainMark } from "../../explain/explainMark";
import { formatDuration } from "../../text/duration";
import { sayAll, sentence, type Words } from "../../text/words";
import { type ListedPlace, marksToTell } from "../tcpInfo";

/** What a mark means, and which packet it refers to. */
export interface ToldMark {
  readonly mark: Mark;
  readonly text: string;
}

/** The frame that first sent what a segment sends again, and how many seconds before. */
export interface SentFirst {
  readonly frame: number;
  readonly seconds: number;
}

const again: ReadonlySet<Mark> = new Set(["retransmission", "fast_retransmission", "spurious_retransmission"]);

/** What is remarkable about a segment. */
export function marksTold(analysis: ListedPlace["analysis"], first: SentFirst | undefined, words: Words): ToldMark[] {
  if (!analysis) return [];
  return marksToTell(analysis.marks).map(([mark]) => {
    const before =
      first && again.has(mark) ? [sentence("mark.first", { frame: first.frame, span: formatDuration(first.seconds) })] : [];
    return { mark, text: sayAll(words, [...explainMark(mark, analysis), ...before]) };
  });
}
