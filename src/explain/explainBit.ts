import type { DescribedSegment, PartId } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";
import { type MessageId, type Sentence, sentence } from "../text/words";
import { asSegment, hasFlag } from "./describedSegment";
import type { Placed } from "./explainPart";
import { explainCongestion, explainFlags } from "./explainRole";
import { segmentExplanations } from "./explainSegment";

/** A single bit that stands on a line of its own: what follows from its being set, or not. */

type Explain = (mention: Placed) => Sentence[];
/** A sentence that needs no numbers. */
type Plain = Extract<MessageId, `bit.${string}` | `mention.ip.${"df" | "mf"}`>;

const { SYN, FIN, ACK, RST, PSH } = tcpFlag;

const bit =
  (clear: Plain, ofSet: (segment: DescribedSegment) => Sentence[]): Explain =>
  ({ part, segment }) =>
    part.value ? ofSet(segment) : [sentence(clear, {})];

/** What a segment with this flag does, and with ACK if that is set too. */
const role = (flag: number) => (segment: DescribedSegment) => explainFlags(flag | (hasFlag(segment, ACK) ? ACK : 0)).slice(1);
const always = (id: Plain) => () => [sentence(id, {})];

/** The bits for congestion mean something else while a connection is opened. */
const congestion = (id: Plain) => (segment: DescribedSegment) => {
  const opening = explainCongestion(segment.flags ?? 0);
  return opening.length > 0 ? opening : [sentence(id, {})];
};

const acknowledgment = (segment: DescribedSegment): Sentence[] => {
  const withNumber = segmentExplanations["tcp.ack_raw"](asSegment({ ...segment, flags: (segment.flags ?? 0) | ACK }));
  return withNumber.length > 0 ? withNumber : explainFlags(ACK).slice(1);
};

const urgent = (segment: DescribedSegment): Sentence[] =>
  segment.urgentPointer === undefined
    ? [sentence("bit.urg.set", {})]
    : segmentExplanations["tcp.urgent_pointer"](asSegment({ ...segment, flags: (segment.flags ?? 0) | tcpFlag.URG }));

export const bitExplanations: { readonly [Id in PartId]?: Explain } = {
  "tcp.flags.res": bit("bit.reserved.clear", always("bit.reserved.set")),
  "tcp.flags.ae": bit("bit.ae.clear", congestion("bit.ae.set")),
  "tcp.flags.cwr": bit("bit.cwr.clear", congestion("bit.cwr.set")),
  "tcp.flags.ece": bit("bit.ece.clear", congestion("bit.ece.set")),
  "tcp.flags.urg": bit("bit.urg.clear", urgent),
  "tcp.flags.ack": bit("bit.ack.clear", acknowledgment),
  "tcp.flags.push": bit("bit.push.clear", role(PSH)),
  "tcp.flags.reset": bit("bit.reset.clear", role(RST)),
  "tcp.flags.syn": bit("bit.syn.clear", role(SYN)),
  "tcp.flags.fin": bit("bit.fin.clear", role(FIN)),
  "ip.flags.rb": bit("bit.reserved.clear", always("bit.reserved.set")),
  "ip.flags.df": bit("bit.df.clear", always("mention.ip.df")),
  "ip.flags.mf": bit("bit.mf.clear", always("mention.ip.mf")),
};
