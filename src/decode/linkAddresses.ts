import { ethernet } from "../protocols/ethernet";
import { type Field, macSize } from "../protocols/header";
import { linuxCooked } from "../protocols/linuxCooked";
import { fddi, tokenRing } from "../protocols/otherLinks";
import { wlan, wlanData, wlanFourthAddress, wlanSubframe, wlanToAccessPoint } from "../protocols/wireless";
import { findNode } from "./node";
import type { Layer } from "./packet";

/** The address of a network card, and the field that has it. */
export interface LinkAddress {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Sender and receiver of a frame, as far as it names them. */
export interface LinkEnds {
  readonly src?: LinkAddress | undefined;
  readonly dst?: LinkAddress | undefined;
}

/** The fields that may name each end: first the one that names who really sends or receives, not who passes the frame on. */
const endFields: Readonly<Record<string, Readonly<Record<keyof LinkEnds, readonly Field[]>>>> = {
  eth: { src: [ethernet.fields.src], dst: [ethernet.fields.dst] },
  fddi: { src: [fddi.fields.src], dst: [fddi.fields.dst] },
  tr: { src: [tokenRing.fields.src], dst: [tokenRing.fields.dst] },
  // IEEE 802.11 §9.3.2.1: access points may stand between the two ends
  wlan: {
    src: [wlanFourthAddress.fields.sa, wlanData.fields.ta],
    dst: [wlanToAccessPoint.fields.da, wlan.fields.ra],
  },
  wlan_aggregate: { src: [wlanSubframe.fields.sa], dst: [wlanSubframe.fields.da] },
};

/** The ends of a layer whose header has addresses of network cards; if it was cut, perhaps only one of them. */
export function linkEnds(layer: Layer): LinkEnds | undefined {
  const fields = endFields[layer.protocol];
  const src = fields ? firstOf(layer, fields.src) : layer.protocol === "sll" ? cookedSource(layer) : undefined;
  const dst = fields && firstOf(layer, fields.dst);
  return src || dst ? { src, dst } : undefined;
}

function firstOf(layer: Layer, fields: readonly Field[]): LinkAddress | undefined {
  for (const { id } of fields) {
    const value = fieldValue(layer, id);
    if (value instanceof Uint8Array) return { id, bytes: value };
  }
  return undefined;
}

/** The sender in Linux's cooked header, which has room for eight bytes and says how many are used. It does not keep the receiver. */
function cookedSource(layer: Layer): LinkAddress | undefined {
  const { src, halen } = linuxCooked.fields;
  const value = fieldValue(layer, src.id);
  const isMac = fieldValue(layer, halen.id) === macSize;
  return isMac && value instanceof Uint8Array ? { id: src.id, bytes: value.subarray(0, macSize) } : undefined;
}

const fieldValue = ({ node }: Layer, id: string) => findNode([node], id)?.value;
