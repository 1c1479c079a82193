import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ByteSource, memorySource } from "../../src/bytes/source";
import { PacketColumns } from "../../src/capture/columns";
import { openCapture, scanRecords } from "../../src/capture/readCapture";
import { emptyRecord, type PacketRecord } from "../../src/capture/record";
import { RecordBatch } from "../../src/capture/recordBatch";
import { recall } from "../../src/connections/recall";
import type { SegmentPlace } from "../../src/connections/tracker";
import { Indexer } from "../../src/engine/indexer";
import { writeCapture } from "../bench/captures";
import { conversation } from "../dsl/conversation";
import { indexedRows } from "../dsl/indexRows";
import { pcapFile } from "../dsl/pcapFile";
import { walkCapture } from "../dsl/walkCapture";

const headerSize = 24;
const recordHeaderSize = 16;
const dbus = 231;
/** The longest that a packet may be there. */
const longest = 0x800_0000;

/** A capture of so many packets of 128 MiB, which are not kept: all zeros but for their record headers. */
function hugeSource(packets: number): ByteSource & { readonly places: readonly number[] } {
  // a magic number that one variant alone has: nothing is guessed from the records
  const head = pcapFile([], { linkType: dbus, magic: 0xa1b23c4d });
  const places = Array.from({ length: packets }, (_, i) => headerSize + (i + 1) * recordHeaderSize + i * longest);
  const record = new Uint8Array(recordHeaderSize);
  const view = new DataView(record.buffer);
  view.setUint32(8, longest, true);
  view.setUint32(12, longest, true);
  return {
    size: places[packets - 1] + longest,
    places,
    read: async (offset, into) => {
      const put = (bytes: Uint8Array, at: number) => {
        for (let i = 0; i < bytes.length; i += 1) if (at + i >= 0 && at + i < into.length) into[at + i] = bytes[i];
      };
      put(head, -offset);
      for (const [i, place] of places.entries()) {
        view.setUint32(0, i, true);
        put(record, place - recordHeaderSize - offset);
      }
      return into.length;
    },
    close: async () => {},
  };
}

const read = (columns: PacketColumns, records: readonly Partial<PacketRecord>[]) => {
  const batch = new RecordBatch();
  for (const record of records) batch.add({ ...emptyRecord(), ...record });
  columns.begin(batch, 0);
  for (let i = 0; i < batch.count; i += 1) columns.write(i, batch, i, 0);
};

describe("large captures", () => {
  it("keep offsets beyond 2^31 and beyond 4 GB", async () => {
    const source = hugeSource(40);
    const reader = (await openCapture(source))!;
    const { columns, onRecords } = new Indexer(reader.interfaces, source.size);
    await scanRecords(source, reader, { onRecords });
    const found = Array.from({ length: columns.count }, (_, i) => columns.record(i));
    assert.deepEqual(
      found.map(({ place }) => place),
      source.places,
    );
    assert.ok(source.places[39] > 2 ** 32);
    assert.deepEqual(
      found.map(({ seconds }) => seconds),
      source.places.map((_, i) => i),
    );
    assert.deepEqual([found[39].capturedLength, found[39].length], [longest, longest]);
  }).timeout(60_000);

  it("can be given up in between", async () => {
    const source = memorySource(pcapFile(Array.from({ length: 500 }, () => conversation("C>S SYN")[0])));
    const reader = (await openCapture(source))!;
    const { columns, onRecords } = new Indexer(reader.interfaces);
    const enough = new AbortController();
    const onBlock = () => enough.abort();
    await scanRecords(source, reader, { onRecords, onBlock, signal: enough.signal, blockSize: 1000 });
    assert.ok(columns.count > 0 && columns.count < 500, `${columns.count}`);
  });

  const odd: readonly (readonly [string, readonly Partial<PacketRecord>[]])[] = [
    [
      "nanoseconds",
      [
        { seconds: 1_700_000_000, nanoseconds: 123_456_789 },
        { seconds: 1_700_000_000, nanoseconds: 123_456_790 },
      ],
    ],
    [
      "times of before the first",
      [
        { seconds: 100, nanoseconds: 5 },
        { seconds: 99, nanoseconds: 999_999_999 },
      ],
    ],
    [
      "a second of more than a billion",
      [
        { seconds: 5, nanoseconds: 1_000_000_007 },
        { seconds: 5, nanoseconds: 7 },
      ],
    ],
    [
      "less than no nanoseconds",
      [
        { seconds: 5, nanoseconds: 7 },
        { seconds: 5, nanoseconds: -7 },
      ],
    ],
    [
      "centuries between",
      [
        { seconds: 0, nanoseconds: 1 },
        { seconds: 2 ** 34, nanoseconds: 1 },
      ],
    ],
    [
      "no time",
      [
        { seconds: Number.NaN, nanoseconds: 0 },
        { seconds: 9, nanoseconds: 1 },
        { seconds: Number.NaN, nanoseconds: 0 },
      ],
    ],
    ["the three hundredth interface", [{ interface: 255 }, { interface: 299 }, { interface: 254 }]],
    [
      "lengths about 64 KiB",
      [
        { capturedLength: 65_534, length: 65_535 },
        { capturedLength: 65_536, length: 2 ** 31 - 1 },
      ],
    ],
  ];
  for (const [what, records] of odd)
    it(`keep ${what}`, () => {
      const columns = new PacketColumns();
      read(columns, records);
      for (const [i, record] of records.entries()) assert.deepEqual(columns.record(i), { ...emptyRecord(), ...record });
    });

  it("find again what is in no column from checkpoints", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wirenote-large-"));
    const path = join(folder, "single.pcap");
    writeCapture(path, "single", 20_000);
    const source = memorySource(readFileSync(path));
    rmSync(folder, { recursive: true });
    const { indexer } = await indexedRows(source);
    const expected: SegmentPlace[] = [];
    await walkCapture(source, (await openCapture(source))!, { onPacket: ({ place }) => expected.push(place!) });
    const { tracker, columns } = indexer;
    assert.ok(tracker.checkpoints.of(0).length > 5);
    const without = ({ analysis, sack, ...place }: SegmentPlace) => {
      const { bytesInFlight, pushedBytes, ...rest } = analysis!;
      return { ...place, ...rest };
    };
    for (let packet = 0; packet < expected.length; packet += 397)
      assert.deepEqual(without(recall(tracker, columns, [packet])[0]), without(expected[packet]), `packet ${packet}`);
    const some = [1, 2047, 2048, 2049, 4095, 4096, 10_000, 19_999];
    assert.deepEqual(
      recall(tracker, columns, some).map(without),
      some.map((packet) => without(expected[packet])),
    );
  }).timeout(60_000);
});
