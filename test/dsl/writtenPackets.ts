import { strict as assert } from "node:assert";
import { type Dump, linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { join, text, toHex } from "./bytes";
import { ethernet, ipv4, ipv6, mss, nop, tcp, timestamps, windowScale } from "./headers";

export const withOptions = { options: join(mss(1460), nop, windowScale(7), nop, nop, timestamps(0xb519_17bb, 0)) };

/** Packets of which some print as what they are not: as words, as digits, as rows that repeat. */
export const writtenPackets: Readonly<Record<string, Uint8Array>> = {
  "IPv4 of even length": ipv4({}, tcp({ ...withOptions, payload: text("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n") })),
  "IPv4 of odd length": ipv4({}, tcp({ srcport: 0x6162, payload: text("deadbeef and 12345678 more") })),
  IPv6: ipv6({}, tcp({ within: { src: "20010db8000000000000000000000001", dst: "20010db8000000000000000000000002" } })),
  "an acknowledgment": ipv4({}, tcp({})),
  Ethernet: ethernet(0x0800, ipv4({}, tcp({ payload: text("....    ab cd ef 01 23 45 67 89") }))),
  "Ethernet with zeros": ethernet(0x0800, ipv4({}, tcp({ payload: new Uint8Array(100) }))),
};

/** One packet is found among the lines, with words around them, and is the same from each of its lines. */
export function assertFound(lines: readonly string[], bytes: Uint8Array, name: string): Dump {
  const all = linesOf(["Some words before it.", "", ...lines, "", "And some after it."].join("\n"));
  const found = findDumps(all);
  assert.deepEqual(
    found.map((dump) => toHex(dump.bytes)),
    [toHex(bytes)],
    `${name}\n${lines.join("\n")}`,
  );
  const [dump] = found;
  for (let line = dump.startLine; line <= dump.endLine; line += 1) {
    if (!dump.lines.includes(line)) continue;
    assert.deepEqual(findDumpAt(all, line), dump, `${name}, from line ${line}\n${lines.join("\n")}`);
  }
  return dump;
}
