import { ethernet, localAddress, mpls, pseudowireControl } from "../../protocols/ethernet";
import { etherTypes } from "../../protocols/next";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";
import type { Scope } from "../scope";

/** Labels do not say what they carry: the first four bits behind them do (RFC 4928 §3). */
export const decodeMpls: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, mpls);
  packet.add("mpls", reading.node);
  if (!reading.complete) return undefined;
  const rest = scope.after(mpls.size);
  if (reading.number("bottom") === 0) return { protocol: "mpls", scope: rest };
  switch (rest.has(1) ? rest.bytes[rest.start] >> 4 : -1) {
    case 4:
      return { protocol: "ip", scope: rest };
    case 6:
      return { protocol: "ipv6", scope: rest };
    case 0:
      return { protocol: "eth", scope: looksLikeEthernet(rest) ? rest : readControlWord(rest, packet) };
    case 1:
      return { protocol: "data", scope: rest };
    default:
      return { protocol: "eth", scope: rest };
  }
};

/**
 * A frame of Ethernet may begin with four zero bits, as a control word does. It is a frame if there is a known EtherType at its place in a
 * frame and none four bytes on, and both addresses are from makers of cards, as Wireshark demands too (it knows the makers). Two addresses
 * that begin with 16 zero bits, as those of the first makers do, are enough: so a control word before addresses such as
 * `02:00:00:00:00:01` is mistaken for the beginning of one.
 */
function looksLikeEthernet(scope: Scope): boolean {
  const { dst, src } = ethernet.fields;
  if (isOfFirstMakers(scope, dst.offset) && isOfFirstMakers(scope, src.offset)) return true;
  const isMakers = (at: number) => scope.has(at + 1) && (scope.bytes[scope.start + at] & localAddress) === 0;
  if (!isMakers(dst.offset) || !isMakers(src.offset)) return false;
  const typeAt = (start: number) => (scope.has(start + 14) ? scope.view.getUint16(scope.start + start + 12) : 0);
  return typeAt(0) in etherTypes && !(typeAt(pseudowireControl.size) in etherTypes);
}

/** Whether an address is from 00:00:00 to 00:00:ff, all of which IEEE has given to makers. */
const isOfFirstMakers = (scope: Scope, at: number): boolean => scope.has(at + 3) && scope.view.getUint16(scope.start + at) === 0;

/** RFC 4448 §4.6: its first four bits are zero, so that nobody takes it for IP. */
function readControlWord(scope: Scope, packet: Parameters<LayerDecoder>[1]): Scope {
  packet.add("pwethcw", readHeader(scope, pseudowireControl).node);
  return scope.after(pseudowireControl.size);
}
