import { findNode } from "../decode/node";
import type { Layer } from "../decode/packet";
import { arp, arpAddresses, arpOpcode } from "../protocols/control";
import { formatIpv4, formatMac } from "../text/address";
import { formatHex } from "../text/value";

const { fields } = arpAddresses;
const sender = { card: fields["src.hw_mac"], host: fields["src.proto_ipv4"] };
const target = { card: fields["dst.hw_mac"], host: fields["dst.proto_ipv4"] };

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
      return requestInfo(host(sender.host), host(target.host), isZero(bytes(target.card)));
    case arpOpcode.reply:
      if (isSame(host(sender.host), host(target.host))) return `Gratuitous ARP for ${host(sender.host)} (Reply)`;
      return `${host(sender.host)} is at ${card(sender.card)}`;
    case arpOpcode.reverseRequest:
    case arpOpcode.dynamicRequest:
    case arpOpcode.inverseRequest:
      return `Who is ${card(target.card)}? Tell ${card(sender.card)}`;
    case arpOpcode.reverseReply:
    case arpOpcode.dynamicReply:
      return `${card(target.card)} is at ${host(target.host)}`;
    case arpOpcode.dynamicError:
      return "DRARP Error";
    case arpOpcode.inverseReply:
      return `${card(sender.card)} is at ${host(sender.host)}`;
    default:
      return opcode === undefined ? "" : `Unknown ARP opcode ${formatHex(opcode, 16)}`;
  }
}

/** RFC 5227 §1.1 and §3: a host that asks for its own address announces it; one that has no address yet probes whether somebody has it. */
function requestInfo(sender: string, target: string, isOpen: boolean): string {
  if (isSame(sender, target)) return isOpen ? `ARP Announcement for ${target}` : `Gratuitous ARP for ${target} (Request)`;
  return `Who has ${target}? ${isOpen && sender === noHost ? "(ARP Probe)" : `Tell ${sender}`}`;
}

const noHost = "0.0.0.0";
/** Stands for what a cut header lacks. */
const unknown = "?";
const isSame = (one: string, other: string): boolean => one === other && one !== unknown;
const isZero = (bytes: Uint8Array | undefined): boolean => bytes?.every((byte) => byte === 0) ?? false;
const told = (bytes: Uint8Array | undefined, format: (bytes: Uint8Array) => string): string => (bytes ? format(bytes) : unknown);

/** Names of other questions and answers than ARP's own (RFC 903, RFC 1931, RFC 2390). */
const names: Readonly<Record<number, string>> = {
  [arpOpcode.reverseRequest]: "RARP",
  [arpOpcode.reverseReply]: "RARP",
  [arpOpcode.dynamicRequest]: "DRARP",
  [arpOpcode.dynamicReply]: "DRARP",
  [arpOpcode.dynamicError]: "DRARP",
  [arpOpcode.inverseRequest]: "Inverse ARP",
  [arpOpcode.inverseReply]: "Inverse ARP",
};

export const arpName = ({ node }: Layer): string => names[findNode([node], arp.fields.opcode.id)?.value as number] ?? "ARP";
