import { cookedDevices, linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { addressFamilies, loopback } from "../protocols/loopback";
import { linkTypes, type ProtocolName } from "../protocols/next";
import { flagged, ipType, ipv6Type } from "./plainNumbers";

const isSpecialDevice = flagged(0x1_0000, Object.values(cookedDevices));

/** How a plain packet of a link type begins. */
export enum Link {
  none,
  ethernet,
  cooked,
  cooked2,
  /** An address family, in the byte order of the capturing host, or of the network. */
  family,
  networkFamily,
  /** IP itself: its version tells which. */
  raw,
  ipv6,
}
const linkOf: Readonly<Partial<Record<ProtocolName, Link>>> = {
  eth: Link.ethernet,
  sll: Link.cooked,
  sll2: Link.cooked2,
  null: Link.family,
  loop: Link.networkFamily,
  raw: Link.raw,
  ip: Link.raw,
  ipv6: Link.ipv6,
};
/** What the readers of plain packets need to know of an interface. */
export const plainLink = (linkType: number): number => linkOf[linkTypes[linkType]] ?? Link.none;

/** The length of the link header in the upper 16 bits, and in the lower the EtherType of what it carries; 0 where it is not plain. */
export function readOtherLink(view: DataView, at: number, end: number, link: number): number {
  switch (link) {
    case Link.cooked: {
      const { size, fields } = linuxCooked;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return 0;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.cooked2: {
      const { size, fields } = linuxCooked2;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return 0;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.family:
    case Link.networkFamily: {
      if (at + loopback.size > end) return 0;
      const family = view.getUint32(at);
      const swapped = view.getUint32(at, true);
      const type = typeOfFamily(link === Link.family && swapped < family ? swapped : family);
      return type === 0 ? 0 : (loopback.size << 16) | type;
    }
    case Link.raw:
    case Link.ipv6: {
      const version = at < end ? view.getUint8(at) >>> 4 : 0;
      return version === 6 ? ipv6Type : version === 4 && link === Link.raw ? ipType : 0;
    }
    default:
      return 0;
  }
}

function typeOfFamily(family: number): number {
  const protocol = addressFamilies[family];
  return protocol === "ip" ? ipType : protocol === "ipv6" ? ipv6Type : 0;
}
