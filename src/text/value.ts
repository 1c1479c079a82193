import type { Field } from "../protocols/header";
import { formatIpv4, formatIpv6, formatMac } from "./address";

/** `0x0010`, with as many digits as the field's bits need. */
export function formatHex(value: number | bigint, bits: number): string {
  return `0x${value.toString(16).padStart(Math.ceil(bits / 4), "0")}`;
}

/** A count that can be read at a glance: `1,000,000`. */
export const formatCount = (count: number): number | string => (count < 10_000 ? count : count.toLocaleString("en"));

export function formatOctets(bytes: Uint8Array, most = 32): string {
  const shown = Array.from(bytes.subarray(0, most), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return bytes.length > most ? `${shown}…` : shown;
}

/** Seconds with all nine decimals. More nanoseconds than a second has, as in a damaged file, are shown as they are. */
export function formatSeconds(seconds: number, nanoseconds: number): string {
  const sign = seconds < 0 || nanoseconds < 0 ? "-" : "";
  return `${sign}${Math.abs(seconds)}.${String(Math.abs(nanoseconds)).padStart(9, "0")}`;
}

/** A value as lists and trees show it; the words around it are chosen elsewhere. */
export function formatValue(
  field: Pick<Field, "format" | "bits"> & Partial<Pick<Field, "names">>,
  value: number | bigint | string | Uint8Array,
): string {
  if (value instanceof Uint8Array) return formatBytes(field, value);
  if (typeof value === "string") return value;
  const name = typeof value === "number" ? field.names?.[value] : undefined;
  const plain = field.format === "hex" || field.format === "flags" ? formatHex(value, field.bits) : String(value);
  return name ? `${name} (${plain})` : plain;
}

function formatBytes(field: Pick<Field, "format">, bytes: Uint8Array): string {
  switch (field.format) {
    case "ipv4":
      return formatIpv4(bytes);
    case "ipv6":
      return formatIpv6(bytes);
    case "mac":
      return formatMac(bytes);
    case "text":
      // a text that is shorter than its field is filled up with zeros
      return new TextDecoder().decode(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1));
    default:
      return formatOctets(bytes);
  }
}

/** A span of nanoseconds as seconds with all nine decimals. */
export function formatSpan(nanoseconds: number): string {
  const magnitude = Math.abs(nanoseconds);
  const sign = nanoseconds < 0 ? "-" : "";
  const microseconds = Math.round(magnitude / 1e3);
  // beyond a hundred days a number is not exact to a nanosecond: a span that may be whole microseconds, as in most captures, is told so
  const uncertain = magnitude > Number.MAX_SAFE_INTEGER ? 2 ** (Math.floor(Math.log2(magnitude)) - 53) : 0;
  if (uncertain > 0 && Math.abs(microseconds * 1e3 - magnitude) <= uncertain) return `${sign}${inSeconds(microseconds, 1e6)}000`;
  return sign + inSeconds(magnitude, 1e9);
}

function inSeconds(count: number, perSecond: number): string {
  const whole = Math.floor(count / perSecond);
  return `${whole}.${String(Math.round(count - whole * perSecond)).padStart(String(perSecond).length - 1, "0")}`;
}
