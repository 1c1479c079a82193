import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { inflated } from "../../src/bytes/inflate.node";
import { type ByteSource, memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import type { PacketRecord } from "../../src/capture/record";
import { lastSegment } from "../../src/decode/packet";
import { captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import { formatElapsed } from "../../src/text/moment";
import { namesOf, noNames } from "../../src/view/names";
import { plainLook, type RowLook } from "../../src/view/onScreen/rowLook";
import { nodeOf } from "../../src/view/onScreen/treeRows";
import { type PacketRow, packetRow } from "../../src/view/packetRow";
import { withRawNumbers } from "../../src/view/tcpInfo";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { walkCapture } from "../dsl/walkCapture";
import { damaged } from "../fuzz/damage";
import { Random } from "../fuzz/random";

const inflateLimit = 1 << 24;

const inWindow = 60;

const looks: readonly RowLook[] = [
  plainLook,
  { ...plainLook, references: [2, 5] },
  { ...plainLook, numbers: "raw", time: "previous" },
  { ...plainLook, time: "connection", names: true, references: [2] },
  { ...plainLook, numbers: "raw", time: "utc", names: true },
];

type Time = Pick<PacketRecord, "seconds" | "nanoseconds">;

/** Every packet decoded to its end, in one go through the file. */
async function decodedRows(source: ByteSource, look: RowLook): Promise<PacketRow[]> {
  const reader = await openCapture(source);
  const rows: PacketRow[] = [];
  let [first, previous]: (Time | undefined)[] = [];
  const inConnection = new Map<number, Time>();
  if (!reader) return rows;
  await walkCapture(source, reader, {
    onPacket: ({ record, packet, place }) => {
      const { seconds, nanoseconds, length } = record;
      const hasTime = !Number.isNaN(seconds);
      const own = { seconds, nanoseconds };
      const isReference = hasTime && look.time === "relative" && look.references.includes(rows.length + 1);
      if (hasTime) first ??= own;
      if (isReference) first = own;
      const before = {
        relative: first,
        previous: previous ?? own,
        connection: place && (inConnection.get(place.stream) ?? own),
        local: undefined,
        utc: { seconds: 0, nanoseconds: 0 },
        epoch: undefined,
      }[look.time];
      const { decimals } = reader.interfaces[record.interface];
      const span = before && [seconds - before.seconds, nanoseconds - before.nanoseconds];
      const comments = reader.notes.packetComments.get(rows.length);
      rows.push(
        packetRow(
          {
            number: rows.length + 1,
            length,
            isReference,
            time: hasTime && span && !Number.isNaN(span[0]) ? { seconds: span[0], nanoseconds: span[1], decimals } : undefined,
            comments,
          },
          packet,
          look.numbers === "raw" ? withRawNumbers(place, lastSegment(packet)) : place,
          look.names ? namesOf(reader.notes) : noNames,
        ),
      );
      if (hasTime) previous = own;
      if (place) inConnection.set(place.stream, own);
    },
  });
  return rows;
}

/** A span of time has many spellings. */
const told = ({ time, ...row }: PacketRow) =>
  JSON.stringify({ ...row, time: time && BigInt(time.seconds) * 1_000_000_000n + BigInt(time.nanoseconds) }, (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );

async function assertSameRows(bytes: Uint8Array, look: RowLook): Promise<void> {
  const source = await inflated(memorySource(bytes), { limit: inflateLimit });
  try {
    const engine = captureEngine(async () => source, wordsFor("en"));
    await engine.index(() => {});
    const expected = await decodedRows(source, look);
    const found: PacketRow[] = [];
    for (let first = 0; first < expected.length; first += inWindow) found.push(...(await engine.rows(first, inWindow, look)));
    for (let i = 0; i < expected.length; i += 1) assert.equal(told(found[i]), told(expected[i]));
    assert.equal(found.length, expected.length);
  } finally {
    await source.close();
  }
}

describe("rows of the packet list", () => {
  it("count times from the last reference, as Wireshark's frames do that sharkd is asked for with references", async () => {
    const source = memorySource(readFileSync("samples/handshake.cap"));
    const engine = captureEngine(async () => source, wordsFor("en"));
    await engine.index(() => {});
    const rows = await engine.rows(0, 6, { ...plainLook, references: [3, 5] });
    assert.deepEqual(
      rows.map(({ time, isReference }) => (isReference ? "*REF*" : formatElapsed(time!))),
      ["0.000000", "0.000015", "*REF*", "0.804079", "*REF*", "0.000020"],
    );
  });

  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()]) {
    it(`say of every packet of ${name} what its decoders say`, async () => {
      for (const look of looks) await assertSameRows(bytes, look);
    });

    it(`say it of damaged copies of ${name}`, async () => {
      for (let seed = 0; seed < 20; seed += 1)
        await assertSameRows(damaged(bytes.subarray(0, 1 << 16), new Random(seed)), looks[seed % looks.length]);
    });
  }
});

describe("the list's sequence numbers", () => {
  it("are counted from the connection's first, or as they are on the wire", async () => {
    const engine = await engineOf(conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK"));
    const [row] = await engine.rows(1, 1);
    const [raw] = await engine.rows(1, 1, { ...plainLook, numbers: "raw" });
    const { tree } = await engine.packet(2);
    const [seq, ack] = ["tcp/tcp.seq_raw", "tcp/tcp.ack_raw"].map((key) => nodeOf(tree, key)!.text);
    assert.match(row.info, / Seq=0 Ack=1 /);
    assert.ok(raw.info.includes(` Seq=${seq} Ack=${ack} `), raw.info);
    assert.notEqual(seq, "0");
    await engine.filter("tcp.flags.ack == 1");
    assert.deepEqual((await engine.listedRows(0, 1, { ...plainLook, numbers: "raw" }))[0], raw);
  });
});
