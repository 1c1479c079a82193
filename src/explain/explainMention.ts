import type {
  DisplayFilterMention,
  FlagsMention,
  FormulaMention,
  Mention,
  MetricMention,
  StateMention,
  TermMention,
} from "../prose/mention";
import { wiresharkMarks } from "../prose/wiresharkMarks";
import { flagNames, tcp, tcpFlag } from "../protocols/tcp";
import { stateSpellings } from "../protocols/tcpStates";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { asSegment } from "./describedSegment";
import { explainFilterBytes } from "./explainFilterBytes";
import { explainPart } from "./explainPart";
import { explainCongestion, explainFlags } from "./explainRole";
import { segmentExplanations } from "./explainSegment";

/** What a mention means: first in short, then what else there is to say. */
export interface Explanation {
  /** Empty where only the field's general sentence applies. */
  readonly short: readonly Sentence[];
  readonly more: readonly Sentence[];
}

export function explainMention(mention: Mention): Explanation {
  switch (mention.kind) {
    case "part":
      return firstOf(explainPart(mention));
    case "state":
      return firstOf(explainState(mention));
    case "metric":
      return firstOf(explainMetric(mention));
    case "term":
      return explainTerm(mention);
    case "flags":
      return explainFlagsMention(mention);
    case "formula":
      return firstOf(explainFormula(mention));
    case "filter bytes":
      return firstOf(explainFilterBytes(mention));
    case "display filter":
      return explainDisplayFilter(mention);
  }
}

const firstOf = (sentences: readonly Sentence[]): Explanation => ({ short: sentences.slice(0, 1), more: sentences.slice(1) });

function explainState({ state }: StateMention): Sentence[] {
  return [
    sentence(`state.${state}.waits`, {}),
    sentence(`state.${state}.entered`, {}),
    sentence(`state.${state}.next`, {}),
    sentence("state.spelling", { name: state, ...stateSpellings[state] }),
  ];
}

function explainMetric({ metric, values }: MetricMention): Sentence[] {
  const [value, second = ""] = values.map((each) => (Number.isInteger(Number(each)) ? Number(each) : each));
  if (metric === "ssthresh" && value === notSetYet) return [sentence("metric.ssthresh.none", {})];
  return [sentence(`metric.${metric}`, { value, second })];
}

/** Linux's TCP_INFINITE_SSTHRESH, with which every connection begins. */
const notSetYet = 0x7fff_ffff;

/** Letters that stand together are explained one after another. */
function explainTerm({ names, value }: TermMention): Explanation {
  const sentences = names.map((name) => sentence(`term.${name}`, { value }));
  const common = (["conntrack", "counter", "history", "flow"] as const).filter((family) => names[0].startsWith(`${family}.`));
  return { short: sentences, more: common.map((family) => sentence(`term.${family}`, {})) };
}

function explainFlagsMention({ text, notation, flags, headerLength, contradicts }: FlagsMention): Explanation {
  const length = segmentExplanations["tcp.hdr_len"]({ ...asSegment({ notation: "label" }), headerLength });
  const [value, ...role] = explainFlags(flags);
  const word = (((headerLength ?? 0) / 4) << tcp.fields.flags.bits) | flags;
  const bits = headerLength === undefined ? tcp.fields.flags.bits : 16;
  const difference = contradicts && {
    text: contradicts.text,
    hex: formatHex(contradicts.value, 16),
    names: namesOf(contradicts.value),
    own: text,
    ownNames: namesOf(flags),
  };
  return {
    short: [...length, value],
    more: [
      ...(notation === "binary" ? [sentence("mention.flags.binary", { hex: formatHex(word, bits) })] : []),
      ...(notation === "hex" ? [sentence("mention.flags.asBinary", { binary: inNibbles(word, bits) })] : []),
      ...(difference ? [sentence("mention.flags.contradicts", difference)] : []),
      ...role,
      ...explainCongestion(flags),
    ],
  };
}

const namesOf = (word: number) => flagNames(word & (2 * tcpFlag.AE - 1)).join(", ");

function inNibbles(word: number, bits: number): string {
  return word
    .toString(2)
    .padStart(bits, "0")
    .replace(/\B(?=(?:\d{4})+$)/g, " ");
}

/** What Wireshark's marks in a display filter mean. What the filter asks for is said elsewhere, by code that can read it. */
function explainDisplayFilter({ fields }: DisplayFilterMention): Explanation {
  const marks = fields.flatMap((name) => wiresharkMarks.filter(([mark]) => name === `tcp.analysis.${mark}`));
  return { short: [], more: marks.map(([mark]) => sentence(`mark.${mark}`, {})) };
}

function explainFormula({ field, symbol, plus }: FormulaMention): Sentence[] {
  if (field === "tcp.ack_raw")
    return [plus > 0 ? sentence("mention.formula.ack", { symbol, plus }) : sentence("mention.formula.ackData", { symbol })];
  return [plus > 0 ? sentence("mention.formula.seqNext", { symbol, plus }) : sentence("mention.formula.seq", { symbol })];
}
