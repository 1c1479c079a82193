import type { RareOption } from "../decode/packet";
import { probeType, riverbedProbe, riverbedTransparency } from "../protocols/proxyOptions";
import { tcpFlag } from "../protocols/tcp";

const id = riverbedProbe.body.id;
const flagBit = { last: 0x01, notCacheFile: 0x04 } as const;

/**
 * What Riverbed's proxies say to each other: the question of one (S+), the answer of another (SA+). It stands before everything else in
 * TCP's text; each option is put before those that were read earlier, and the question before all of them.
 */
export function riverbedText(options: readonly RareOption[], flags: number, breakOff: boolean): string {
  let text = "";
  let asked: number | undefined;
  let askedFlags = 0;
  for (const { kind, values } of options) {
    if (kind === riverbedTransparency.kind) text = `TRPY, ${text}`;
    if (kind !== riverbedProbe.kind) continue;
    const [type1, type2, said = 0] = [values.get(`${id}.type1`), values.get(`${id}.type2`), values.get(`${id}.flags`)];
    if (type1 === probeType.response || type1 === probeType.responseShort) text = `SA+, ${text}`;
    if (type1 === probeType.query || type1 === probeType.queryShort || type1 === probeType.trace) asked = type1;
    if (type2 === probeType.queryInfo) askedFlags = said;
    if (isLastNotice(type2, said, flags)) text = `SA++, ${text}`;
  }
  if (asked === undefined || breakOff) return text;
  const sign = asked === probeType.trace ? "#" : askedFlags & flagBit.notCacheFile ? "+*" : "+";
  return `S${sign}, ${text}`;
}

function isLastNotice(type: number | undefined, said: number, flags: number): boolean {
  const isNotice = type === probeType.queryInfo || type === probeType.queryInfoShort;
  const { SYN, ACK } = tcpFlag;
  return isNotice && (said & flagBit.last) !== 0 && (flags & (SYN | ACK)) === (SYN | ACK);
}
