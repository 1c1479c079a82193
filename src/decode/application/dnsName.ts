import type { Field } from "../../protocols/header";
import type { Node } from "../node";
import { placed } from "../readHeader";
import type { Scope } from "../scope";
import { printable } from "./text";

/** The longest name (RFC 1035 §2.3.4). */
const mostBytes = 255;

export interface Name {
  readonly text: string;
  /** Bytes of the name itself, without those that it points back to. */
  readonly length: number;
}

/** A name of labels that may end with a pointer back to others (RFC 1035 §4.1.4); as far as the bytes go. */
export function nameAt(message: Scope, start: number): Name | undefined {
  const labels: string[] = [];
  let [at, length, bytes] = [start, 0, 0];
  let before = start;
  const count = (step: number) => {
    // only what is read before the first jump stands here
    if (before === start) length += step;
  };
  while (at < message.captured) {
    const size = message.bytes[at];
    if (size === 0) {
      count(1);
      break;
    }
    if (size >= 0xc0) {
      if (at + 1 >= message.captured) return { text: labels.join("."), length: length + 1 };
      count(2);
      const target = message.start + (size & 0x3f) * 256 + message.bytes[at + 1];
      // each pointer must lead further back than the one before, so that there is no loop
      if (target >= before || target < message.start) return undefined;
      [before, at] = [target, target];
      continue;
    }
    bytes += size + 1;
    if (size > 63 || bytes > mostBytes) return undefined;
    labels.push(printable(message.bytes.subarray(at + 1, Math.min(at + 1 + size, message.captured))));
    count(Math.min(size + 1, message.captured - at));
    at += size + 1;
  }
  return { text: labels.join(".") || "<Root>", length };
}

export function nameNode(scope: Scope, field: Field, offset: number, name: Name): Node {
  return { ...placed(scope, field.id, offset, name.length), value: name.text };
}
