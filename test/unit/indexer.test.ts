import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import type { SegmentPlace } from "../../src/connections/tracker";
import { bytesOf } from "../../src/decode/addressStore";
import { DatagramEnds } from "../../src/decode/datagram";
import { lowerProtocols } from "../../src/decode/innermost";
import { findNode } from "../../src/decode/node";
import { captureEngine } from "../../src/engine/captureEngine";
import { formatIp } from "../../src/text/address";
import { wordsFor } from "../../src/text/languages";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { decodedRows, type IndexRow, indexedRows } from "../dsl/indexRows";
import { pcapFile } from "../dsl/pcapFile";
import { randomConversations } from "../dsl/randomConversations";
import { type Visit, walkCapture } from "../dsl/walkCapture";
import { damaged } from "../fuzz/damage";
import { Random } from "../fuzz/random";

const inflateLimit = 1 << 24;
const sourceOf = (bytes: Uint8Array) => inflated(memorySource(bytes), { limit: inflateLimit });

/** Says of the first row that differs which packet it is. */
function assertSame(found: readonly IndexRow[], expected: readonly IndexRow[]): void {
  for (let i = 0; i < expected.length; i += 1)
    assert.deepEqual({ number: i + 1, ...found[i] }, { number: i + 1, ...expected[i] });
  assert.equal(found.length, expected.length);
}

async function assertHotIsCold(bytes: Uint8Array): Promise<void> {
  const source = await sourceOf(bytes);
  try {
    assertSame((await indexedRows(source)).rows, await decodedRows(source));
  } finally {
    await source.close();
  }
}

/** Every value of a segment that is in no column, by what the decoder's way finds. */
async function assertRecalled(bytes: Uint8Array): Promise<void> {
  const source = await sourceOf(bytes);
  const engine = captureEngine(async () => source, wordsFor("en"));
  await engine.index(() => {});
  const reader = await openCapture(source);
  const expected: (SegmentPlace | undefined)[] = [];
  if (reader) await walkCapture(source, reader, { onPacket: ({ place }) => expected.push(place) });
  for (const [i, place] of expected.entries()) {
    const number = i + 1;
    if (i % Math.ceil(expected.length / 500) === 0)
      assert.deepEqual({ number, ...(await engine.place(number)) }, { number, ...place });
  }
  await source.close();
}

/** What the columns say of the ends of a packet that is no segment is what its headers say; of how many they say it. */
async function assertEnds(bytes: Uint8Array): Promise<number> {
  const source = await sourceOf(bytes);
  const { indexer } = await indexedRows(source);
  const { columns, tracker } = indexer;
  const reader = await openCapture(source);
  let known = 0;
  const check = ({ number, packet }: Visit) => {
    const row = number - 1;
    const ends: DatagramEnds = columns.flags[row];
    if (ends === DatagramEnds.unknown || lowerProtocols[columns.protocol[row]].startsWith("tcp")) return;
    known += 1;
    const networks = packet.layers.filter((layer) => layer.network && !layer.quoted).map(({ network }) => network!);
    const address = (word: number) => formatIp(ends === DatagramEnds.ipv4 ? bytesOf([word]) : tracker.addresses.bytesOf(word));
    const said = ends === DatagramEnds.none ? [] : [`${address(columns.seq[row])} ${address(columns.ack[row])}`];
    assert.deepEqual(
      said,
      networks.map((network) => `${formatIp(network.src)} ${formatIp(network.dst)}`),
      `packet ${number}`,
    );
    const datagram = packet.layers.find(({ protocol, quoted }) => protocol === "udp" && !quoted);
    if (datagram) {
      const ports = ["udp.srcport", "udp.dstport"].map((id) => findNode([datagram.node], id)?.value);
      assert.deepEqual([columns.window[row], columns.payload.values[row]], ports, `packet ${number}`);
    }
  };
  if (reader) await walkCapture(source, reader, { onPacket: check });
  await source.close();
  return known;
}

describe("the index", () => {
  const captures = [...ownCaptures(), ...givenCaptures()];

  for (const { name, bytes } of captures) {
    it(`has the decoder's values of every packet of ${name}`, () => assertHotIsCold(bytes));

    it(`has them of damaged copies of ${name}`, async () => {
      for (let seed = 0; seed < 20; seed += 1) await assertHotIsCold(damaged(bytes.subarray(0, 1 << 16), new Random(seed)));
    });
  }

  for (const { name, bytes } of captures) {
    it(`finds again what is in no column of ${name}`, () => assertRecalled(bytes));

    it(`finds it again in damaged copies of ${name}`, async () => {
      for (let seed = 0; seed < 4; seed += 1) await assertRecalled(damaged(bytes.subarray(0, 1 << 16), new Random(seed)));
    });
  }

  for (const seed of [1, 2, 3, 4]) {
    const bytes = pcapFile(randomConversations(new Random(seed), 60, 50));

    it(`has the decoder's values of random conversations ${seed}`, () => assertHotIsCold(bytes));

    it(`finds again what is in no column of random conversations ${seed}`, () => assertRecalled(bytes));
  }

  const datagrams = [...captures.filter(({ name }) => /headers on link type|recorded/.test(name)), ...givenCaptures()];
  for (const { name, bytes } of datagrams) {
    it(`knows between whom datagrams go of ${name}`, async () => {
      await assertEnds(bytes);
      for (let seed = 0; seed < 20; seed += 1) await assertEnds(damaged(bytes.subarray(0, 1 << 16), new Random(seed)));
    });
  }

  it("knows the ends of plain datagrams, and leaves the others to their bytes", async () => {
    const [link1] = captures.filter(({ name }) => name === "headers on link type 1");
    const known = await assertEnds(link1.bytes);
    assert.ok(known >= 5, String(known));
  });

  it("is the same from tiny read blocks", async () => {
    for (const { name, bytes } of captures.slice(0, 30)) {
      const source = await sourceOf(bytes);
      const whole = await indexedRows(source);
      for (const blockSize of [64, 97, 1000])
        assert.deepEqual((await indexedRows(source, blockSize)).rows, whole.rows, `${name} in blocks of ${blockSize}`);
      await source.close();
    }
  });
});
