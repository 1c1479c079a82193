import type { Node } from "../decode/node";
import { fields } from "../protocols/registry";
import { tcpOptionHead } from "../protocols/tcpOptions";
import type { Words } from "../text/words";

/** A label within a line: "Flags" become "flags", but "DSCP", "EtherType" and names of makers and programs stay as they are. */
export const withinLine = (label: string): string =>
  /^(?!Wireshark|Cisco|Linux)[A-Z][a-z]+(?![A-Za-z])/.test(label) ? label[0].toLowerCase() + label.slice(1) : label;

/** Whether a node is a group of fields and no field itself: an option, or all options together. */
export const isGroup = ({ id, children }: Node): boolean => children !== undefined && !fields.has(id);

/** The option around a byte; nothing where there is none. */
export function optionAt(header: Node, byte: number): Node | undefined {
  const inside = header.children?.find((child) => isGroup(child) && byte >= child.start && byte < child.start + child.length);
  return inside && (optionAt(inside, byte) ?? inside);
}

/** What a field of a header is called; the kind of an option is called by the option's name, since every option begins with a kind. */
export function nameOf(field: Node, header: Node, words: Words): string {
  const named = field.id === tcpOptionHead.fields.option_kind.id ? (optionAt(header, field.start)?.id ?? field.id) : field.id;
  return words.fields[named]?.label ?? named;
}
