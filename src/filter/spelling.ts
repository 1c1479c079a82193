import type { FilterType } from "../protocols/filterTypes";
import { formatIpv4, formatIpv6, formatMac } from "../text/address";
import type { Value } from "./values";

/** What `string()` makes of a value: numbers in decimal, addresses as they are written. */
export function spell(value: Value, type: FilterType): string {
  if (!(value instanceof Uint8Array)) return String(value);
  return type === "ipv4" ? formatIpv4(value) : type === "ipv6" ? formatIpv6(value) : formatMac(value);
}
