import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { decodeFrom, decodePacket } from "../../src/decode/decodePacket";
import type { Node } from "../../src/decode/node";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { toHex } from "../dsl/bytes";
import { readSource } from "../dsl/readCapture";

/** Real captures as tcpdump, tshark and others print them: each packet is found, with its bytes and its tree. */
const texts = "../shared/captures/text";
const captures = "../shared/captures/dev";

/** Begins a packet's rows; under tshark also bytes put together from several packets, which have a title. */
const firstRow = /^\s*(0x0000:|0000 ) /;
const title = /^(?!Frame).*\(\d+ bytes\):$/;

const names = existsSync(texts) ? readdirSync(texts).filter((name) => name.endsWith(".txt")) : [];
const captureOf = (name: string) => name.replace(/\.(tcpdump|tshark|packet\d).*/, "");

describe("captures as programs print them", () => {
  const rows = names.filter((name) => /tcpdump-n(XS|x|xxe|XXv)\.|tshark-(P-)?x\./.test(name));
  for (const capture of [...new Set(rows.map(captureOf))]) {
    it(`${capture}: rows`, async () => {
      const packets = await packetsOf(capture);
      for (const name of rows.filter((row) => captureOf(row) === capture)) {
        const lines = readFileSync(`${texts}/${name}`, "utf8").split("\n");
        const starts = lines.flatMap((line, i) => (firstRow.test(line) && !isPutTogether(lines, i) ? [i] : []));
        const found = findDumps(linesOf(lines.join("\n")));
        const own = found.filter(({ startLine }) => !isPutTogether(lines, startLine));
        assert.deepEqual(
          own.map(({ startLine }) => startLine),
          starts,
          name,
        );
        assert.equal(found.length, own.length, `${name}: nothing else is a packet`);
        own.forEach((dump, index) => {
          const packet = packets[index];
          assert.ok(packet.bytes.endsWith(toHex(dump.bytes)), `${name}, packet ${index + 1}: its bytes`);
          assertSameTree(packet, dump.startLayer, dump.bytes, `${name}, packet ${index + 1}`);
        });
      }
    });
  }

  const single = names.filter((name) => /packet\d+\./.test(name));
  for (const name of single) {
    it(name, () => {
      const bytes = readFileSync(`${texts}/${name.replace(/(packet\d+)\..*/, "$1.bin")}`);
      const found = findDumps(linesOf(readFileSync(`${texts}/${name}`, "utf8")));
      assert.deepEqual(
        found.map((dump) => toHex(dump.bytes)),
        [toHex(bytes)],
      );
    });
  }
});

/** tshark prints such bytes below the packet, under a title. */
function isPutTogether(lines: readonly string[], start: number): boolean {
  return title.test(lines[start - 1] ?? "");
}

interface Printed {
  readonly bytes: string;
  readonly length: number;
  readonly linkType: number;
}

async function packetsOf(capture: string): Promise<Printed[]> {
  const file = readdirSync(captures).find((name) => name.replace(/\.(pcap|pcapng|cap)(\..*)?$/, "") === capture);
  assert.ok(file, `${capture} is among the captures`);
  const source = await inflated(memorySource(readFileSync(`${captures}/${file}`)));
  const { packets, reader } = await readSource(source);
  return packets.map(({ bytes, length, interface: index }) => ({ bytes, length, linkType: reader.interfaces[index].linkType }));
}

/** The nodes from the dump's first byte on, as they are in the packet. */
function assertSameTree(packet: Printed, startLayer: Parameters<typeof decodeFrom>[0], bytes: Uint8Array, name: string): void {
  const whole = Uint8Array.from(Buffer.from(packet.bytes, "hex"));
  const start = whole.length - bytes.length;
  const ours = decodeFrom(startLayer, bytes, packet.length - start).layers.flatMap(({ node }) => flat(node, 0));
  const theirs = decodePacket(whole, packet.length, packet.linkType)
    .layers.filter(({ node }) => node.start >= start)
    .flatMap(({ node }) => flat(node, start));
  assert.deepEqual(ours, theirs, name);
}

function flat({ id, start, length, bit, bits, value, children }: Node, base: number): unknown[] {
  const own = { id, start: start - base, length, bit, bits, value: value instanceof Uint8Array ? toHex(value) : value };
  return [own, ...(children ?? []).flatMap((child) => flat(child, base))];
}
