import type { FlagsMention, FormulaMention, Mention, StateMention } from "../prose/mention";
import { stateSpellings } from "../prose/states";
import { flagNames, tcp, tcpFlag } from "../protocols/tcp";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { asSegment } from "./describedSegment";
import { explainPart } from "./explainPart";
import { explainCongestion, explainFlags } from "./explainRole";
import { segmentExplanations } from "./explainSegment";

/** What a mention means here, the most important first. Empty where only its field's general sentence applies. */
export function explainMention(mention: Mention): readonly Sentence[] {
  switch (mention.kind) {
    case "part":
      return explainPart(mention);
    case "state":
      return explainState(mention);
    case "flags":
      return explainFlagsMention(mention);
    case "formula":
      return explainFormula(mention);
  }
}

function explainState({ state }: StateMention): Sentence[] {
  return [
    sentence(`state.${state}.waits`, {}),
    sentence(`state.${state}.entered`, {}),
    sentence(`state.${state}.next`, {}),
    sentence("state.spelling", { name: state, ...stateSpellings[state] }),
  ];
}

function explainFlagsMention({ text, notation, flags, headerLength, contradicts }: FlagsMention): Sentence[] {
  const length = segmentExplanations["tcp.hdr_len"]({ ...asSegment({ notation: "label" }), headerLength });
  const word = (((headerLength ?? 0) / 4) << tcp.fields.flags.bits) | flags;
  const bits = headerLength === undefined ? tcp.fields.flags.bits : 16;
  return [
    ...length,
    ...explainFlags(flags),
    ...explainCongestion(flags),
    ...(notation === "binary" ? [sentence("mention.flags.binary", { hex: formatHex(word, bits) })] : []),
    ...(notation === "hex" ? [sentence("mention.flags.asBinary", { binary: inNibbles(word, bits) })] : []),
    ...(contradicts
      ? [
          sentence("mention.flags.contradicts", {
            text: contradicts.text,
            hex: formatHex(contradicts.value, 16),
            names: namesOf(contradicts.value),
            own: text,
            ownNames: namesOf(flags),
          }),
        ]
      : []),
  ];
}

const namesOf = (word: number) => flagNames(word & (2 * tcpFlag.AE - 1)).join(", ");

function inNibbles(word: number, bits: number): string {
  return word
    .toString(2)
    .padStart(bits, "0")
    .replace(/\B(?=(?:\d{4})+$)/g, " ");
}

function explainFormula({ field, symbol, plus }: FormulaMention): Sentence[] {
  if (field === "tcp.ack_raw")
    return [plus > 0 ? sentence("mention.formula.ack", { symbol, plus }) : sentence("mention.formula.ackData", { symbol })];
  return [plus > 0 ? sentence("mention.formula.seqNext", { symbol, plus }) : sentence("mention.formula.seq", { symbol })];
}
