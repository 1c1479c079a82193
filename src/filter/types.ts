import type { FilterType } from "../protocols/filterTypes";
import type { TypeName } from "./problem";

/** What each type can be used for, as in Wireshark. */

export const typeName: Readonly<Record<FilterType, TypeName>> = {
  uint8: "unsigned",
  uint16: "unsigned",
  uint24: "unsigned",
  uint32: "unsigned",
  uint64: "unsigned",
  int16: "signed",
  int32: "signed",
  int64: "signed",
  "frame-number": "frame-number",
  boolean: "boolean",
  bytes: "bytes",
  mac: "mac",
  ipv4: "ipv4",
  ipv6: "ipv6",
  text: "text",
  time: "time",
  duration: "duration",
  protocol: "protocol",
  label: "label",
};

/** How many bits a number's type has; nothing for other types. */
export function bitsOf(type: FilterType): number | undefined {
  if (type === "frame-number") return 32;
  const digits = /^u?int(\d+)$/.exec(type)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export const isInteger = (type: FilterType) => bitsOf(type) !== undefined;
export const isSigned = (type: FilterType) => typeName[type] === "signed";
const isBytes = (type: FilterType) => type === "bytes" || type === "mac";

export const canCompare = (type: FilterType) => type !== "label";
export const canContain = (type: FilterType) => isBytes(type) || type === "protocol" || type === "text";
export const canMatch = canContain;
export const canSlice = (type: FilterType) => canContain(type) || type === "ipv4" || type === "ipv6";
export const canAdd = (type: FilterType) => isInteger(type) || type === "duration";
export const canMultiply = isInteger;
export const canMask = (type: FilterType) => isInteger(type) || isBytes(type) || type === "ipv4" || type === "ipv6";
/** What `string()` can write out. */
export const canSpell = (type: FilterType) => isInteger(type) || type === "mac" || type === "ipv4" || type === "ipv6";

/** Whether a value on the right may be compared with one on the left. */
export function compatible(left: FilterType, right: FilterType): boolean {
  if (isInteger(left)) return isInteger(right) || right === "boolean";
  if (isBytes(left)) return isBytes(right);
  return left === right;
}
