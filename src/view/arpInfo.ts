import { findNode } from "../decode/node";
import type { Layer } from "../decode/packet";
import { arp, arpAddresses, arpOpcode } from "../protocols/control";
import { formatIpv4, formatMac } from "../text/address";
import { formatHex } from "../text/value";

const { src, dst } = {
  src: { card: arpAddresses.fields["src.hw_mac"], host: arpAddresses.fields["src.proto_ipv4"] },
  dst: { card: arpAddresses.fields["dst.hw_mac"], host: arpAddresses.fields["dst.proto_ipv4"] },
};

/** What ARP asks or answers, in Wireshark's words. */
export function arpInfo({ node }: Layer): string {
  const bytes = ({ id }: { readonly id: string }) => {
    const value = findNode([node], id)?.value;
    return value instanceof Uint8Array ? value : undefined;
  };
  const host = (field: { readonly id: string }) => told(bytes(field), formatIpv4);
  const card = (field: { readonly id: string }) => told(bytes(field), formatMac);
  const opcode = findNode([node], arp.fields.opcode.id)?.value as number;
  switch (opcode) {
    case arpOpcode.request:
      return requestInfo(host(src.host), host(dst.host), isZero(bytes(dst.card)));
    case arpOpcode.reply:
      if (host(src.host) === host(dst.host)) return `Gratuitous ARP for ${host(src.host)} (Reply)`;
      return `${host(src.host)} is at ${card(src.card)}`;
    case arpOpcode.reverseRequest:
    case arpOpcode.inverseRequest:
      return `Who is ${card(dst.card)}? Tell ${card(src.card)}`;
    case arpOpcode.reverseReply:
      return `${card(dst.card)} is at ${host(dst.host)}`;
    case arpOpcode.inverseReply:
      return `${card(src.card)} is at ${host(src.host)}`;
    default:
      return opcode === undefined ? "" : `Unknown ARP opcode ${formatHex(opcode, 16)}`;
  }
}

/** RFC 5227 §1.1 and §3: who asks for its own address announces it; who has none as yet probes whether somebody has it. */
function requestInfo(sender: string, target: string, isOpen: boolean): string {
  if (sender === target) return isOpen ? `ARP Announcement for ${target}` : `Gratuitous ARP for ${target} (Request)`;
  return `Who has ${target}? ${isOpen && sender === noHost ? "(ARP Probe)" : `Tell ${sender}`}`;
}

const noHost = "0.0.0.0";
const isZero = (bytes: Uint8Array | undefined): boolean => bytes?.every((byte) => byte === 0) ?? false;
const told = (bytes: Uint8Array | undefined, format: (bytes: Uint8Array) => string): string => (bytes ? format(bytes) : "?");

/** RFC 903, RFC 2390: other questions have names of their own. */
const names: Readonly<Record<number, string>> = {
  [arpOpcode.reverseRequest]: "RARP",
  [arpOpcode.reverseReply]: "RARP",
  [arpOpcode.inverseRequest]: "Inverse ARP",
  [arpOpcode.inverseReply]: "Inverse ARP",
};

export const arpName = ({ node }: Layer): string => names[findNode([node], arp.fields.opcode.id)?.value as number] ?? "ARP";
