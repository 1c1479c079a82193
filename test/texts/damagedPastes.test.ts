import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { decodePacket } from "../../src/decode/decodePacket";
import { linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { linkTypes, type ProtocolName } from "../../src/protocols/next";
import { toHex } from "../dsl/bytes";
import { dressings } from "../dsl/dressings";
import { dumpForms } from "../dsl/dumpForms";
import { damages, heads, surroundings } from "../dsl/pasteDamage";
import { readSource } from "../dsl/readCapture";
import { Random } from "../fuzz/random";

/** Packets of real captures in every form with offsets, after whatever people and programs did to the text on its way. */

const folders = ["samples", "test/captures/recorded", "../shared/captures/dev"];
const forms = [
  ...["tcpdump -X", "tcpdump -x", "tcpdump of 2003", "Wireshark", "Wireshark, parted", "hexdump -C"],
  ...["xxd", "xxd -g1", "xxd -g4", "od -A x -t x1z"],
];
/** The longest that people paste, more or less. */
const longest = 400;
/** Links that dumps begin at; others are shown from IP on. */
const links: readonly ProtocolName[] = ["eth", "sll", "sll2", "null"];

interface Pasted {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly layer: string;
}

/** Whole packets whose headers make sense; each from its link layer on, and from IP on. */
async function packetsOf(path: string): Promise<Pasted[]> {
  const { packets, reader } = await readSource(await inflated(memorySource(readFileSync(path))));
  return packets.flatMap(({ bytes: hex, length, interface: index }, number) => {
    const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
    const { linkType } = reader.interfaces[index];
    const link = linkTypes[linkType];
    if (length > bytes.length || bytes.length > longest) return [];
    const { layers } = decodePacket(bytes, length, linkType);
    const network = layers.find(({ network }) => network);
    const isWhole = layers.some(({ segment, protocol }) => segment?.checksumStatus === "good" || protocol === "udp");
    if (!network || network.node.problem || !isWhole) return [];
    const name = `${path}, packet ${number + 1}`;
    const fromIp = { name, bytes: bytes.subarray(network.node.start), layer: network.protocol };
    return links.includes(link) ? [{ name, bytes, layer: link }, fromIp] : [fromIp];
  });
}

async function allPackets(): Promise<Pasted[]> {
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => /\.(pcap|cap)(\.gz)?$/.test(path) && !/fuzz|corrupt|modified|synthetic|swapped|cut-mid/.test(path));
  // of a long conversation some are enough
  return (await Promise.all(files.map(packetsOf))).flatMap((packets) => packets.filter((_, i) => i < 60 || i % 23 === 0));
}

/** What is not as it should be; nothing where the packet is found, by itself, and from each of its rows. */
function missedIn(lines: readonly string[], { bytes, layer }: Pasted, lineBreak: string): string | undefined {
  const text = linesOf(["Here is what I see:", "", ...lines, "", "What is wrong?"].join(lineBreak));
  const found = findDumps(text);
  const [dump] = found;
  if (found.length !== 1 || toHex(dump.bytes) !== toHex(bytes) || dump.startLayer !== layer)
    return found.map(({ startLayer, bytes: others }) => `${startLayer} ${others.length}`).join(", ") || "nothing";
  const missing = [...new Set(dump.lines)].find((line) => findDumpAt(text, line)?.bytes.length !== bytes.length);
  return missing === undefined ? undefined : `nothing from line ${missing}`;
}

/** One or two, in their order: what was cut away is not marked any more. */
function someOf(names: readonly string[], random: Random): string[] {
  const chosen = new Set([random.pick(names), random.pick(names)]);
  return names.filter((name) => chosen.has(name));
}

describe("damaged pastes", () => {
  let packets: readonly Pasted[];
  before(async () => {
    packets = await allPackets();
    assert.ok(packets.length > 100);
  });

  const around = { ...dressings, ...surroundings };
  for (const [damage, make] of Object.entries(damages)) {
    it(`${damage}, whatever stands around them`, () => {
      const random = new Random(damage.length, 20_261_126);
      for (const [surrounding, surround] of Object.entries(around)) {
        for (let round = 0; round < 6; round += 1) {
          const packet = random.pick(packets);
          const form = random.pick(forms);
          const lines = surround([...random.pick(heads), ...make(dumpForms[form](packet.bytes), random)]);
          const missed = missedIn(lines, packet, random.pick(["\n", "\r\n"]));
          assert.equal(missed, undefined, `${packet.name} (${packet.layer}), ${form}, ${surrounding}\n${lines.join("\n")}`);
        }
      }
    });
  }

  it("two damages and two surroundings at once: hardly any is missed", () => {
    const random = new Random(7);
    const rounds = 4000;
    const missed: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const packet = random.pick(packets);
      const form = random.pick(forms);
      const names = someOf(Object.keys(damages), random);
      const places = someOf(Object.keys(around), random);
      const damaged = names.reduce<readonly string[]>((text, name) => damages[name](text, random), dumpForms[form](packet.bytes));
      const whole = [...random.pick(heads), ...damaged];
      const lines = places.reduce<readonly string[]>((text, name) => around[name as keyof typeof around](text), whole);
      const found = missedIn(lines, packet, "\n");
      if (found) missed.push(`${[packet.name, form, ...names, ...places].join(", ")}: ${found}\n${lines.join("\n")}`);
    }
    assert.ok(missed.length <= rounds / 100, `${missed.length} of ${rounds} missed\n${missed.slice(0, 20).join("\n\n")}`);
  });
});
