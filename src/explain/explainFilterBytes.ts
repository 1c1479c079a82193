import type { FilterBytesMention } from "../prose/mention";
import { flagNames, type TcpFlagName, tcp, tcpFlag } from "../protocols/tcp";
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
  if (mention.field !== tcp.fields.flags.id) return [where, ...explainOther(mention)];
  // which segments it takes says most
  const [taken, ...display] = explainFlagTest(mention);
  return taken ? [taken, where, ...display] : [where];
}

const allFlags = tcp.fields.flags.mask;
/** Wireshark's name of the field of each flag. */
const flagFields: Readonly<Record<TcpFlagName, string>> = {
  FIN: "fin",
  SYN: "syn",
  RST: "reset",
  PSH: "push",
  ACK: "ack",
  URG: "urg",
  ECE: "ece",
  CWR: "cwr",
  AE: "ae",
};

function explainFlagTest({ mask, comparison }: FilterBytesMention): Sentence[] {
  const asked = flagNames((mask ?? allFlags) & (2 * tcpFlag.AE - 1));
  const names = asked.join(", ");
  if (!comparison) return mask === undefined ? [] : [sentence("captureFilter.flags.kept", { names })];
  const { value, isEqual } = comparison;
  const set = flagNames(value).join(", ");
  if (mask === undefined) {
    const display = `tcp.flags ${isEqual ? "==" : "!="} ${formatHex(value, tcp.fields.flags.bits)}`;
    return [sentence(isEqual ? "captureFilter.flags.exactly" : "captureFilter.flags.not", { names: set }), inDisplay(display)];
  }
  const all = (bit: 0 | 1) => inDisplay(asked.map((flag) => `tcp.flags.${flagFields[flag]} == ${bit}`).join(" && "));
  if (value === 0 && isEqual) return [sentence("captureFilter.flags.none", { names }), all(0)];
  if (value === 0 && asked.length > 1)
    return [sentence("captureFilter.flags.any", { names }), inDisplay(`tcp.flags & ${formatHex(mask, tcp.fields.flags.bits)}`)];
  if (value === 0 || (value === mask && isEqual)) return [sentence("captureFilter.flags.all", { names }), all(1)];
  return isEqual ? [sentence("captureFilter.flags.some", { names, set })] : [];
}

const hasLengthMask = { tcp: 0xf0, ip: 0x0f } as const;

/** The header's length is asked for to step over it: the only number in units that one byte shares with others. */
function explainOther({ header, field, size, mask, comparison }: FilterBytesMention): Sentence[] {
  if (field.endsWith(".hdr_len") && size === 1 && mask === hasLengthMask[header])
    return [sentence(header === "tcp" ? "captureFilter.length.tcp" : "captureFilter.length.ip", {})];
  return comparison && mask === undefined ? [inDisplay(`${field} ${comparison.isEqual ? "==" : "!="} ${comparison.value}`)] : [];
}

const inDisplay = (filter: string): Sentence => sentence("captureFilter.display", { filter });
