import { strict as assert } from "node:assert";
import { decodeFrom } from "../../src/decode/decodePacket";
import { findNode } from "../../src/decode/node";
import { lastSegment, type SegmentOptions } from "../../src/decode/packet";
import { hex, join, u8, zeros } from "../dsl/bytes";
import { ipv4, ipv6, mss, nop, sack, sackPermitted, type Tcp, tcp, timestamps, windowScale } from "../dsl/headers";

const decode = (header: Tcp) => decodeFrom("ip", ipv4({}, tcp(header)));
const segment = (header: Tcp) => lastSegment(decode(header))!;

describe("TCP header", () => {
  it("reads every field", () => {
    const found = segment({
      srcport: 55104,
      dstport: 3001,
      seq: 0xfffffffe,
      ack: 7,
      flags: ["PSH", "ACK", "URG"],
      window: 512,
      urgent: 3,
    });
    assert.deepEqual(
      [found.srcport, found.dstport, found.seq, found.ack, found.headerLength, found.flags, found.window, found.urgentPointer],
      [55104, 3001, 0xfffffffe, 7, 20, 0x38, 512, 3],
    );
  });

  it("reads the options of a SYN", () => {
    const options = join(mss(1460), sackPermitted, timestamps(11, 22), nop, windowScale(7));
    assert.deepEqual(segment({ flags: ["SYN"], options }).options, {
      kinds: [2, 4, 8, 1, 3],
      maximumSegmentSize: 1460,
      windowShift: 7,
      sackPermitted: true,
      timestampValue: 11,
      timestampEcho: 22,
    });
  });

  it("reads every block of a SACK", () => {
    assert.deepEqual(segment({ options: join(nop, nop, sack(1, 2, 3, 4)) }).options.sack, [
      [1, 2],
      [3, 4],
    ]);
  });

  it("counts the payload by the IP length, not by the padding behind it", () => {
    const padded = join(ipv4({}, tcp({ payload: zeros(2) })), zeros(4));
    const found = lastSegment(decodeFrom("ip", padded));
    assert.equal(found?.length, 2);
    assert.equal(found?.checksumStatus, "good");
  });

  it("takes the frame's length where offload leaves the IP length zero", () => {
    assert.equal(lastSegment(decodeFrom("ip", ipv4({ totalLength: 0 }, tcp({ payload: zeros(9) }))))?.length, 9);
  });

  const broken: readonly (readonly [string, Uint8Array, string])[] = [
    ["a length of zero", Uint8Array.of(99, 0, 0, 0), "length"],
    ["a length that runs past the header", Uint8Array.of(99, 9, 0, 0), "cut"],
    ["a kind without a length", join(nop, nop, nop, u8(2)), "cut"],
  ];
  for (const [what, options, kind] of broken) {
    it(`marks an option with ${what} and stops there`, () => {
      const list = findNode(
        decode({ options }).layers.map((layer) => layer.node),
        "tcp.options",
      );
      assert.equal(list?.children?.at(-1)?.problem?.kind, kind);
    });
  }

  it("passes over an option of a wrong length and reads on", () => {
    const options = join(Uint8Array.of(2, 5, 5, 5, 5), windowScale(7));
    const found = segment({ options }).options;
    assert.deepEqual(found, { kinds: [3], windowShift: 7 });
  });

  it("reads what was captured of an option that was cut", () => {
    const whole = ipv4({}, tcp({ options: join(nop, nop, timestamps(0x01020304, 5)) }));
    const found = lastSegment(decodeFrom("ip", whole.subarray(0, 48), whole.length));
    assert.deepEqual(found?.options, { kinds: [1, 1], timestampValue: 0x01020304, breakOff: true });
  });

  it("reads no further where a length leads past the header and the header was cut", () => {
    const whole = ipv4({}, tcp({ options: join(hex("aa aa aa aa"), mss(9), windowScale(1), nop) }));
    const breaksOff = (captured: number) =>
      lastSegment(decodeFrom("ip", whole.subarray(0, captured), whole.length))?.options.breakOff;
    assert.deepEqual([44, 49, 50, 52].map(breaksOff), [true, true, undefined, undefined]);
  });

  for (const padding of ["00 00 00 00", "00 30 30 30"])
    it(`reads no further where what pads the header (${padding}) was cut`, () => {
      const whole = ipv4({}, tcp({ options: hex(padding) }));
      const breaksOff = (captured: number) =>
        lastSegment(decodeFrom("ip", whole.subarray(0, captured), whole.length))?.options.breakOff;
      assert.deepEqual([41, 43, 44].map(breaksOff), [true, true, undefined]);
    });

  // as Wireshark 4.0 reads them
  const odd: readonly (readonly [string, Uint8Array, SegmentOptions])[] = [
    ["goes on behind an MSS of five bytes", join(hex("02 05 05 05 00"), windowScale(7)), { windowShift: 7 }],
    ["goes on behind timestamps of eight bytes", join(hex("08 08 00 00 00 01 00 00"), mss(9)), { maximumSegmentSize: 9 }],
    ["takes SACK permitted of any length", join(hex("04 04 00 00"), mss(9)), { sackPermitted: true, maximumSegmentSize: 9 }],
    ["takes the last of two", join(mss(1460), mss(256)), { maximumSegmentSize: 256 }],
    ["reads nothing behind the end", join(hex("00"), mss(1460)), {}],
  ];
  for (const [what, options, expected] of odd)
    it(what, () => {
      const { kinds: _, rare: __, ...found } = lastSegment(decode({ options }))!.options;
      assert.deepEqual(found, expected);
    });

  it("says that a header length below 20 is impossible", () => {
    const bytes = ipv4({}, tcp({}));
    bytes[32] = 0x40;
    const packet = decodeFrom("ip", bytes);
    assert.deepEqual(
      findNode(
        packet.layers.map((layer) => layer.node),
        "tcp.hdr_len",
      )?.problem,
      { kind: "length", value: 16, least: 20 },
    );
    // counted from the impossible length, as Wireshark does; flags and all behind them are not believed
    const { length, flags } = lastSegment(packet)!;
    assert.deepEqual([length, flags], [4, undefined]);
  });

  it("has no payload length for a header longer than the segment", () => {
    const bytes = ipv4({}, tcp({}));
    bytes[32] = 0xf0;
    assert.equal(lastSegment(decodeFrom("ip", bytes))?.length, undefined);
  });
});

describe("TCP checksum", () => {
  const status = (bytes: Uint8Array, length = bytes.length) => lastSegment(decodeFrom("ip", bytes, length))?.checksumStatus;

  it("is good", () => assert.equal(status(ipv4({}, tcp({ payload: Uint8Array.of(1, 2, 3) }))), "good"));

  it("is bad, and what would fit is said", () => {
    const right = ipv4({}, tcp({ payload: zeros(3) }));
    const wrong = ipv4({}, tcp({ payload: zeros(3), checksum: 0x1234 }));
    const packet = decodeFrom("ip", wrong);
    assert.equal(lastSegment(packet)?.checksumStatus, "bad");
    assert.deepEqual(
      findNode(
        packet.layers.map((layer) => layer.node),
        "tcp.checksum",
      )?.problem,
      {
        kind: "checksum",
        expected: (right[36] << 8) | right[37],
      },
    );
  });

  it("is partial where it is the sum of the pseudo-header alone", () => {
    // 10.0.0.1 + 10.0.0.2 + protocol 6 + length 20
    assert.equal(status(ipv4({}, tcp({ checksum: 0x0a00 + 0x0001 + 0x0a00 + 0x0002 + 6 + 20 }))), "partial");
  });

  it("cannot be verified on a segment that was cut", () => {
    const whole = ipv4({}, tcp({ payload: zeros(100) }));
    assert.equal(status(whole.subarray(0, 60), whole.length), "unverified");
  });

  it("cannot be verified on a fragment, whose header the tree shows all the same", () => {
    const packet = decodeFrom("ip", ipv4({ fragment: 0x2000 }, tcp({})));
    assert.equal(lastSegment(packet), undefined);
    assert.equal(packet.layers.find(({ segment }) => segment)?.segment?.checksumStatus, "unverified");
  });

  it("covers IPv6's addresses", () => {
    const segmentBytes = tcp({ within: { src: "20010db8000000000000000000000001", dst: "20010db8000000000000000000000002" } });
    assert.equal(lastSegment(decodeFrom("ipv6", ipv6({}, segmentBytes)))?.checksumStatus, "good");
  });
});
