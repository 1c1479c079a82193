import { ecnNames, ipv4 } from "../protocols/ipv4";
import { ipProtocolNames } from "../protocols/next";
import { largestWindowShift } from "../protocols/tcpOptions";
import { type Sentence, sentence } from "../text/words";

/** What a field's value means by itself, whatever is around it; nothing where only the field's general sentence applies. */
export function explainValue(id: string, value: number): Sentence[] {
  switch (id) {
    case "ip.hdr_len":
      return value <= ipv4.size
        ? [sentence("ip.hdr_len.plain", { words: value / 4, bytes: value })]
        : [sentence("ip.hdr_len.options", { words: value / 4, bytes: value, options: value - ipv4.size })];
    case "ip.ttl":
    case "ipv6.hlim":
      return [explainHops(value)];
    case "ip.dsfield.ecn":
    case "ipv6.tclass.ecn":
      return explainCongestionField(value);
    case "ip.frag_offset":
      return value === 0 ? [sentence("ip.frag_offset.none", {})] : [sentence("ip.frag_offset", { offset: value })];
    case "ip.proto":
    case "ipv6.nxt":
      return ipProtocolNames[value] ? [sentence("ip.proto", { name: ipProtocolNames[value] })] : [];
    case "tcp.options.mss_val":
      return [sentence("tcp.mss", { mss: value, packet: value + 40 })];
    case "tcp.options.wscale.shift":
      return [sentence("tcp.wscale", { shift: value, factor: 2 ** Math.min(value, largestWindowShift) })];
    case "tcp.options.timestamp.tsval":
      return [sentence("mention.tsval", { value })];
    case "tcp.options.timestamp.tsecr":
      return value === 0 ? [sentence("tcp.tsecr.zero", {})] : [];
    default:
      return [];
  }
}

/** RFC 3168 §5: two values mean the same, that the ends understand ECN; the last one is set by a router. */
function explainCongestionField(value: number): Sentence[] {
  const name = ecnNames[value as keyof typeof ecnNames];
  if (value === 0 || name === undefined) return [sentence("mention.ip.ecn.none", {})];
  if (value === congestionExperienced) return [sentence("mention.ip.marked", {})];
  return [sentence("mention.ip.ecn.capable", { name }), sentence("mention.ip.mayBeMarked", {})];
}

const congestionExperienced = 3;

/** Systems start at 64, 128 or 255: the next of these above a value is its likely start. */
function explainHops(ttl: number): Sentence {
  const start = [64, 128, 255].find((initial) => ttl <= initial) ?? 255;
  return ttl === start ? sentence("ip.ttl.fresh", { ttl }) : sentence("ip.ttl", { ttl, start, hops: start - ttl });
}
