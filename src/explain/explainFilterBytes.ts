import type { FilterBytesMention } from "../prose/mention";
import { ipv4 } from "../protocols/ipv4";
import { flagNames, tcp } from "../protocols/tcp";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";

/** What a capture filter asks for by a header's bytes, and how a display filter asks for the same. */
export function explainFilterBytes(mention: FilterBytesMention): Sentence[] {
  const { header, from, size } = mention;
  const name = header === "tcp" ? "TCP" : "IP";
  const where =
    size === 1
      ? sentence("captureFilter.byte", { header: name, from })
      : sentence("captureFilter.bytes", { header: name, from, to: from + size - 1 });
  if (mention.field !== flags.id) return [where, ...explainOther(mention)];
  // most of all a reader wants to know which segments it matches
  const [taken, ...display] = explainFlagTest(mention);
  return taken ? [taken, where, ...display] : [where];
}

const { flags } = tcp.fields;

function explainFlagTest(mention: FilterBytesMention): Sentence[] {
  const { mask, size, comparison } = mention;
  const asked = flagBits(mention, mask ?? 256 ** size - 1);
  const value = comparison && flagBits(mention, comparison.value);
  // it tests bits of other fields too
  if (asked === undefined || (comparison && value === undefined)) return [];
  const names = flagNames(asked).join(", ");
  if (!comparison || value === undefined) return mask === undefined ? [] : [sentence("captureFilter.flags.kept", { names })];
  const { isEqual } = comparison;
  const flag = flags.parts.find((part) => flagBits({ from: part.offset, size: part.length }, part.mask << part.shift) === asked);
  if (flag && (value === 0 || value === asked)) {
    const isSet = (value !== 0) === isEqual;
    return [sentence(`captureFilter.flags.${isSet ? "all" : "none"}`, { names }), inDisplay(`${flag.id} == ${isSet ? 1 : 0}`)];
  }
  const test = `tcp.flags & ${formatHex(asked, flags.bits)}`;
  if (value === 0 && !isEqual) return [sentence("captureFilter.flags.any", { names }), inDisplay(test)];
  const display = inDisplay(`${test} ${isEqual ? "==" : "!="} ${formatHex(value, flags.bits)}`);
  if (value === 0) return [sentence("captureFilter.flags.none", { names }), display];
  const set = flagNames(value).join(", ");
  if (mask === undefined) return [sentence(`captureFilter.flags.${isEqual ? "exactly" : "not"}`, { names: set }), display];
  if (!isEqual) return [];
  if (value === asked) return [sentence("captureFilter.flags.all", { names }), display];
  return [sentence("captureFilter.flags.some", { names, set }), display];
}

/** Bits of some bytes as bits of the field of flags; nothing if others are among them. */
function flagBits({ from, size }: Pick<FilterBytesMention, "from" | "size">, bits: number): number | undefined {
  const moved = bits * 256 ** (flags.offset + flags.length - from - size);
  return Number.isInteger(moved) && moved <= flags.mask ? moved : undefined;
}

const fieldsOf = { tcp: tcp.order, ip: ipv4.order } as const;

/** Other fields than flags. Filters ask for the header's length to step over it; no other number shares a byte and has a unit. */
function explainOther({ header, field: id, from, size, mask, comparison }: FilterBytesMention): Sentence[] {
  const field = fieldsOf[header].find((each) => each.id === id);
  if (!field || from !== field.offset || size !== field.length) return [];
  if (id.endsWith(".hdr_len")) {
    const isLength = mask === field.mask << field.shift;
    return isLength ? [sentence(`captureFilter.length.${header}`, {})] : [];
  }
  const isNumber = field.bits === size * 8 && field.format !== "ipv4";
  if (!comparison || mask !== undefined || !isNumber) return [];
  return [inDisplay(`${id} ${comparison.isEqual ? "==" : "!="} ${comparison.value}`)];
}

const inDisplay = (filter: string): Sentence => sentence("captureFilter.display", { filter });
