import { strict as assert } from "node:assert";
import fc from "fast-check";
import { ByteWriter } from "../../src/bytes/byteWriter";
import type { PacketToWrite, PacketWriter } from "../../src/capture/packetToWrite";
import { PcapngWriter } from "../../src/capture/pcapngWriter";
import { PcapWriter } from "../../src/capture/pcapWriter";
import { join, toHex } from "../dsl/bytes";
import { packetsOfPcapParser } from "../dsl/pcapParserPackets";
import { readBytes } from "../dsl/readCapture";

const moment = fc.record({ seconds: fc.nat(2 ** 32 - 1), nanoseconds: fc.nat(999_999_999) });
const packet = (time: fc.Arbitrary<PacketToWrite["time"]>, linkTypes: readonly number[]): fc.Arbitrary<PacketToWrite> =>
  fc
    .record({
      linkType: fc.constantFrom(...linkTypes),
      // of a packet without a time whose bytes are all missing, pcapng cannot say so
      bytes: fc.uint8Array({ minLength: 1, maxLength: 100 }),
      missing: fc.nat(2000),
      time,
    })
    .map(({ linkType, bytes, missing, time: known }) => ({
      linkType,
      bytes,
      length: bytes.length + missing,
      ...(known && { time: known }),
    }));

/** Written in pieces of a few packets, as a large file is. */
function written(writer: PacketWriter, packets: readonly PacketToWrite[]): Uint8Array {
  const into = new ByteWriter(16);
  const pieces: Uint8Array[] = [];
  writer.begin(into);
  for (const each of packets) {
    writer.packet(into, each);
    if (into.length > 200) pieces.push(into.cut());
  }
  return join(...pieces, into.cut());
}

const inMicroseconds = (time: NonNullable<PacketToWrite["time"]>) => ({
  ...time,
  nanoseconds: time.nanoseconds - (time.nanoseconds % 1000),
});
const asFound = ({ bytes, length, time }: PacketToWrite) => ({
  seconds: time?.seconds ?? Number.NaN,
  nanoseconds: time?.nanoseconds ?? 0,
  length,
  bytes: toHex(bytes),
});

describe("the writer of pcapng", () => {
  const mixed = fc.array(packet(fc.option(moment, { nil: undefined }), [1, 101, 276]), { maxLength: 40 });

  it("writes what is read: bytes, lengths, link types, and times where there are any", () =>
    fc.assert(
      fc.asyncProperty(mixed, async (packets) => {
        const { packets: found, reader } = await readBytes(written(new PcapngWriter({ decimals: 9 }), packets));
        assert.equal(reader.damage, undefined);
        assert.deepEqual(
          found.map(({ interface: number, ...rest }) => ({ ...rest, linkType: reader.interfaces[number].linkType })),
          packets.map((each) => ({ ...asFound(each), linkType: each.linkType })),
        );
      }),
    ));

  it("keeps clocks of any decimals, and times of any age that 64 bits tell", () => {
    const ages = fc.record({ seconds: fc.nat(18_446_744_072), nanoseconds: fc.nat(999_999_999) });
    return fc.assert(
      fc.asyncProperty(ages, fc.nat(9), async (time, decimals) => {
        const file = written(new PcapngWriter({ decimals }), [{ linkType: 1, bytes: new Uint8Array(1), length: 1, time }]);
        const { packets, reader } = await readBytes(file);
        const unit = 10 ** (9 - decimals);
        assert.equal(reader.interfaces[0].decimals, decimals);
        assert.deepEqual(
          [packets[0].seconds, packets[0].nanoseconds],
          [time.seconds, time.nanoseconds - (time.nanoseconds % unit)],
        );
      }),
    );
  });

  it("says how much of a packet was kept at most", async () => {
    const time = { seconds: 1, nanoseconds: 0 };
    const one = { linkType: 1, bytes: new Uint8Array(96), length: 1514, time };
    const { reader } = await readBytes(written(new PcapngWriter({ decimals: 6, snapLength: 96 }), [one, one]));
    assert.deepEqual(reader.interfaces, [{ linkType: 1, snapLength: 96, decimals: 6 }]);
  });
});

describe("the writer of pcap", () => {
  const timed = fc.array(packet(moment, [1]), { maxLength: 40 });
  const ofMicroseconds = fc.array(packet(moment.map(inMicroseconds), [1]), { maxLength: 40 });

  for (const [unit, packets] of [
    ["nanoseconds", timed],
    ["microseconds", ofMicroseconds],
  ] as const)
    it(`writes what is read, in ${unit}`, () =>
      fc.assert(
        fc.asyncProperty(packets, async (given) => {
          const { packets: found, reader } = await readBytes(
            written(new PcapWriter({ linkType: 1, snapLength: 100, unit }), given),
          );
          assert.deepEqual([reader.damage, reader.interfaces[0].snapLength], [undefined, 100]);
          assert.deepEqual(
            found.map(({ interface: _, ...rest }) => rest),
            given.map(asFound),
          );
        }),
      ));

  it("writes what pcap-parser reads, too", () =>
    fc.assert(
      fc.asyncProperty(ofMicroseconds, async (given) => {
        const file = written(new PcapWriter({ linkType: 1, snapLength: 100, unit: "microseconds" }), given);
        assert.deepEqual(await packetsOfPcapParser(file), given.map(asFound));
      }),
    ));

  it("keeps what the link type says of a frame check sequence", async () => {
    const { reader } = await readBytes(
      written(new PcapWriter({ linkType: 1, fcs: 0x2400_0000, snapLength: 100, unit: "microseconds" }), []),
    );
    assert.deepEqual(reader.interfaces, [{ linkType: 1, snapLength: 100, decimals: 6, fcs: 0x2400_0000 }]);
  });
});
