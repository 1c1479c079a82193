import type { Undecoded } from "../decode/node";
import { etherTypeNames, ipProtocolNames, pppProtocolNames } from "../protocols/next";
import { formatHex } from "../text/value";

const names: Readonly<Record<Undecoded["space"], Readonly<Record<number, string>>>> = {
  link: {},
  ethertype: etherTypeNames,
  gre: etherTypeNames,
  ppp: pppProtocolNames,
  ip: ipProtocolNames,
};
const decimal: ReadonlySet<Undecoded["space"]> = new Set(["link", "ip"]);

/** A number that has no decoder here, with its name where it has one: `0x88cc (LLDP)`. */
export function undecodedName({ space, number }: Undecoded): string {
  const plain = decimal.has(space) ? String(number) : formatHex(number, 16);
  const name = names[space][number];
  return name ? `${plain} (${name})` : plain;
}
