import { llc, llcLongControl, serviceAccessPoint, snap } from "../../protocols/ethernet";
import { etherTypes } from "../../protocols/next";
import { follow, type LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

/** IEEE 802.2 §5.4: unnumbered frames end in binary 11 and have one control octet, all others two. */
const isUnnumbered = (control: number) => (control & 0x3) === 0x3;
/** Only frames with information, numbered or not, carry another protocol. */
const unnumberedInformation = 0x03;
const isInformation = (control: number) => (control & 0x1) === 0 || control === unnumberedInformation;
const bridgedEthernet: ReadonlySet<number> = new Set([0x0001, 0x0007]);

export const decodeLlc: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, llc);
  packet.add("llc", reading.node);
  if (!reading.complete) return undefined;
  let rest = scope.after(llc.size);
  if (!isUnnumbered(reading.number("control"))) {
    readMore(reading, rest, llcLongControl);
    rest = rest.after(llcLongControl.size);
  }
  const dsap = reading.number("dsap");
  const carries = isInformation(reading.number("control"));
  if (dsap === serviceAccessPoint.ip && carries) return { protocol: "raw", scope: rest };
  if (dsap !== serviceAccessPoint.snap || reading.number("ssap") !== dsap) return { protocol: "data", scope: rest };

  const extension = readMore(reading, rest, snap);
  if (!extension.complete) return undefined;
  const oui = organisation(extension.child("oui")!.value as Uint8Array);
  const type = extension.number("type");
  const body = rest.after(snap.size);
  if (!carries) return { protocol: "data", scope: body };
  if (encapsulates.has(oui)) return follow(etherTypes, "ethertype", type, body);
  // RFC 2684 §5.2: bridged Ethernet, behind two bytes of padding
  if (oui === 0x0080c2 && bridgedEthernet.has(type)) return { protocol: "eth", scope: body.after(2) };
  return { protocol: "data", scope: body };
};

/** Organisations whose protocol numbers are EtherTypes: none (RFC 1042), bridges (IEEE 802.1H), AppleTalk. */
const encapsulates: ReadonlySet<number> = new Set([0x000000, 0x0000f8, 0x080007]);

const organisation = ([a, b, c]: Uint8Array) => (a << 16) | (b << 8) | c;
