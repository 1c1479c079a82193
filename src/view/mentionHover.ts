import { explainMention } from "../explain/explainMention";
import { readFilter } from "../filter/filter";
import type { DisplayFilterMention, Mention, PartId, PartMention } from "../prose/mention";
import type { TermName } from "../prose/terms/term";
import { labelOf as labelOfName, type MessageId, say, sayAll, type Words } from "../text/words";
import { withinLine } from "./fieldNames";
import { explainFilter } from "./filterExplanation";
import { flagTable } from "./hoverTables";
import { codeSpan } from "./markdown";

/** A hover over words of a note: from one column of a line up to another, in UTF-16 units. */
export interface MentionHover {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly markdown: string;
  /** The single most important sentence. */
  readonly brief: string;
}

export function mentionHover(mention: Mention, words: Words): MentionHover {
  const { short, more } = explainMention(mention);
  const brief = short.length > 0 ? sayAll(words, short) : generalSentence(mention, words);
  const paragraphs = [
    title(mention, words),
    brief,
    flagsOf(mention),
    sayAll(words, more),
    mention.kind === "part" ? neighbours(mention, words) : "",
  ];
  const { startColumn, endColumn } = mention;
  return { startColumn, endColumn, markdown: paragraphs.filter(Boolean).join("\n\n"), brief };
}

function title(mention: Mention, words: Words): string {
  switch (mention.kind) {
    case "part":
      return titled(words, pathOf(mention.part.id, words), labelOf(mention.part.id, words), mention.part.text);
    case "state":
      return titled(words, "TCP", words.messages["mention.where.state"], mention.text);
    case "metric":
      return titled(words, "TCP", words.messages["mention.where.metric"], mention.text);
    case "term":
      return titled(words, "TCP", words.messages[`mention.where.${familyOf(mention.names[0])}`], mention.text);
    case "flags":
      return titled(words, "TCP", flagsLabel(mention.headerLength, words), mention.text);
    case "formula":
      return titled(words, "TCP", labelOf(mention.field, words), mention.text);
    case "filter bytes":
      return titled(words, pathOf(mention.field, words), labelOf(mention.field, words), mention.text);
    case "display filter":
      return titled(words, "Wireshark", words.messages["mention.where.displayFilter"], mention.text);
  }
}

const familyOf = (name: TermName) => name.slice(0, name.indexOf(".")) as TermFamily;

type TermFamily = TermName extends infer Name ? (Name extends `${infer Family}.${string}` ? Family : never) : never;

const titled = (words: Words, path: string, label: string, text: string) =>
  say(words, "mention.title", { path, label: withinLine(label), text: code(text) });

/** Text from the note as code, without the marks that made it code there. */
const code = (text: string) => codeSpan(text.replace(/[`\s]+/g, " ").trim());

const flagsLabel = (headerLength: number | undefined, words: Words) =>
  headerLength === undefined ? (words.fields["tcp.flags"]?.label ?? "") : words.messages["mention.where.flags"];

/** Labels of parts that only lines of text have, and no header. */
const ownLabels: { readonly [Id in PartId]?: MessageId } = {
  "frame.time": "mention.where.time",
  "frame.interface": "mention.where.interface",
  "frame.direction": "mention.where.direction",
  "frame.len": "mention.where.frame",
  "frame.number": "mention.where.number",
  "frame.protocol": "mention.where.protocol",
  "tcp.stream.number": "mention.where.streamNumber",
  "tcp.pdu.size": "mention.where.pduSize",
  "tcp.mark": "mention.where.mark",
  "tcp.cut": "mention.where.cut",
};

/** For an option with a single number, the option's name says more than that of the number. */
const optionOf: { readonly [Id in PartId]?: PartId } = { "tcp.options.wscale.shift": "tcp.options.wscale" };

function labelOf(id: PartId, words: Words): string {
  const own = ownLabels[id];
  return own ? words.messages[own] : labelOfName(words, optionOf[id] ?? id);
}

/** The protocol that a field belongs to. */
function pathOf(id: PartId, words: Words): string {
  const [protocol] = id.split(".");
  return protocol === "frame" ? words.messages["mention.where.capture"] : (words.fields[protocol]?.label ?? protocol);
}

function generalSentence(mention: Mention, words: Words): string {
  if (mention.kind === "display filter") return filterSentence(mention, words);
  const id = mention.kind === "part" ? mention.part.id : "tcp.flags";
  return words.fields[id]?.about ?? "";
}

/** What the filter asks for; if it cannot be read, perhaps since it is of another version, what its field is. */
function filterSentence({ text, fields: [name] }: DisplayFilterMention, words: Words): string {
  const reading = readFilter(text);
  if ("filter" in reading) return say(words, "mention.displayFilter", { what: explainFilter(reading.filter, words) });
  return say(words, "mention.displayFilter.field", { label: labelOfName(words, name), name });
}

function flagsOf(mention: Mention): string {
  if (mention.kind === "flags") return flagTable(mention.flags);
  const { segment, part } = mention.kind === "part" ? mention : { segment: undefined, part: undefined };
  return part?.id === "tcp.flags" && segment?.flags !== undefined ? flagTable(segment.flags) : "";
}

function neighbours({ previous, next }: PartMention, words: Words): string {
  const link = (part: NonNullable<PartMention["next"]>) => ({
    label: withinLine(labelOf(part.id, words)),
    hex: part.text.replace(/[`\s]+/g, " "),
  });
  return [previous && say(words, "hover.before", link(previous)), next && say(words, "hover.after", link(next))]
    .filter(Boolean)
    .join(" · ");
}
