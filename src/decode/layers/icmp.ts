import { type IcmpVersion, icmpCodeName, icmpHeaderSize, icmpMessages } from "../../protocols/icmp";
import { findNode, type Node } from "../node";
import type { LayerDecoder, PacketInProgress } from "../packet";
import { readHeader, readMore } from "../readHeader";

/** An error quotes the packet that caused it: a picture of a packet, not one. */
const decode =
  (version: IcmpVersion): LayerDecoder =>
  (scope, packet) => {
    const { header, content, errors } = icmpMessages[version];
    const reading = readHeader(scope, header);
    const [type, code] = [reading.number("type"), reading.number("code")];
    const more = reading.complete ? readMore(reading, scope.after(header.size), content(type, code)) : undefined;
    const info = infoOf(version, reading.node, hopsOf(packet));
    packet.add(version, reading.node, info === undefined ? {} : { summary: { protocol: protocols[version], info } });
    if (!more?.complete) return undefined;
    const rest = scope.after(icmpHeaderSize);
    if (!errors.has(type)) return { protocol: "data", scope: rest };
    packet.quoting = true;
    return { protocol: "raw", scope: rest };
  };

export const decodeIcmp = decode("icmp");
export const decodeIcmpv6 = decode("icmpv6");

const protocols = { icmp: "ICMP", icmpv6: "ICMPv6" } as const;

/** In messages of IPv4, the name is padded to so many signs. */
const columnOfNames = 20;

/** The info column as Wireshark writes it, but without the frame of the answer. */
function infoOf(version: IcmpVersion, node: Node, hops: number | undefined): string | undefined {
  const value = (name: string) => findNode([node], `${version}.${name}`)?.value as number | undefined;
  const [type, code] = [value("type"), value("code")];
  if (type === undefined) return undefined;
  const name = (icmpMessages[version].types as Readonly<Record<number, string>>)[type] ?? String(type);
  const codeName = code === undefined ? undefined : icmpCodeName(version, type, code);
  const first = version === "icmp" ? name.padEnd(columnOfNames) : name;
  if (codeName !== undefined) return `${first} (${codeName})`;
  const [identifier, number] =
    version === "icmp" ? [value("ident"), value("seq")] : [value("echo.identifier"), value("echo.sequence_number")];
  if (identifier === undefined || number === undefined) return name;
  const id = `id=0x${identifier.toString(16).padStart(4, "0")}`;
  // some systems write the number in the other byte order, so Wireshark shows both
  const swapped = ((number & 0xff) << 8) | (number >> 8);
  return version === "icmp"
    ? `${first} ${id}, seq=${number}/${swapped}, ttl=${hops ?? "?"}`
    : `${first} ${id}, seq=${number}, hop limit=${hops ?? "?"}`;
}

function hopsOf({ layers }: PacketInProgress): number | undefined {
  const network = layers.findLast((layer) => layer.network)?.node;
  const value = network && (findNode([network], "ip.ttl") ?? findNode([network], "ipv6.hlim"))?.value;
  return typeof value === "number" ? value : undefined;
}
