import type { Node } from "../decode/node";
import { fields } from "../protocols/registry";
import { tcpOptionHead } from "../protocols/tcpOptions";
import type { Words } from "../text/words";

/** "Flags" behind a dot are "flags", but "DSCP", "EtherType" and who made a program stay as they are. */
export const withinLine = (label: string): string =>
  /^(?!Wireshark|Cisco|Linux)[A-Z][a-z]+(?![A-Za-z])/.test(label) ? label[0].toLowerCase() + label.slice(1) : label;

/** A part of a header that has fields of its own and is none itself: an option, and all of them together. */
export const isGroup = ({ id, children }: Node): boolean => children !== undefined && !fields.has(id);

/** The option around a byte; nothing where there is none. */
export function optionAt(header: Node, byte: number): Node | undefined {
  const inside = header.children?.find((child) => isGroup(child) && byte >= child.start && byte < child.start + child.length);
  return inside && (optionAt(inside, byte) ?? inside);
}

/** What a field of a header is called: an option's kind by the option that it is, since each begins with one. */
export function nameOf(field: Node, header: Node, words: Words): string {
  const named = field.id === tcpOptionHead.fields.option_kind.id ? (optionAt(header, field.start)?.id ?? field.id) : field.id;
  return words.fields[named]?.label ?? named;
}
