import { strict as assert } from "node:assert";
import { ConnectionTracker, type SegmentPlace } from "../../src/connections/tracker";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { join, u8, u32 } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { ethernet, ipv4, tcp } from "../dsl/headers";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";

/** The places of all segments of a conversation that begins with a handshake. */
function follow(picture: string): (SegmentPlace | undefined)[] {
  const tracker = new ConnectionTracker();
  return conversation(`${open} | ${picture}`).map(({ bytes, time = 0 }, index) =>
    tracker.add(index, { seconds: 1, nanoseconds: Math.round(time * 1e9) }, lastSegment(decodePacket(bytes, bytes.length, 1))!),
  );
}

/** The marks of the last segment. */
const lastMarks = (picture: string) => [...(follow(picture).at(-1)?.analysis?.marks ?? [])].sort().join(" ");

// each rule, and a conversation just beside it
const rules: readonly (readonly [string, string, string])[] = [
  ["data sent again after a long time", "C>S 0:100 | C>S 0:100 @1", "retransmission"],
  ["data sent on", "C>S 0:100 | C>S 100:200", ""],
  ["data sent again that was acknowledged", "C>S 0:100 | S>C ACK | C>S 0:100", "retransmission spurious_retransmission"],
  [
    "data sent again after two duplicate acknowledgments",
    "C>S 0:100 | C>S 200:300 | S>C ack 101 | S>C ack 101 | S>C ack 101 | C>S 100:200",
    "fast_retransmission retransmission",
  ],
  [
    "the same more than 20 ms later",
    "C>S 0:100 | C>S 200:300 | S>C ack 101 | S>C ack 101 | S>C ack 101 | C>S 100:200 @0.2",
    "retransmission",
  ],
  ["data that comes late by less than the round trip", "C>S 0:100 | C>S 200:300 | C>S 100:200", "out_of_order"],
  ["data behind a gap", "C>S 0:100 | C>S 200:300", "lost_segment"],
  ["an acknowledgment of what was not captured", "S>C ack 101", "ack_lost_segment"],
  ["the same acknowledgment again", "C>S 0:100 | S>C ACK | S>C ACK", "duplicate_ack"],
  ["the same acknowledgment with another window", "C>S 0:100 | S>C ACK | S>C ACK win 9", "window_update"],
  ["a window of zero", "C>S 0:100 | S>C ACK win 0", "zero_window"],
  ["one byte into a window of zero", "C>S 0:100 | S>C ACK win 0 | C>S 100:101", "zero_window_probe"],
  ["two bytes into a window of zero", "C>S 0:100 | S>C ACK win 0 | C>S 100:102", ""],
  ["the answer to a probe", "C>S 0:100 | S>C ACK win 0 | C>S 100:101 | S>C ack 101 win 0", "zero_window zero_window_probe_ack"],
  ["data up to the edge of the window", "S>C ACK win 100 | C>S 0:100", "window_full"],
  ["data up to one byte before it", "S>C ACK win 100 | C>S 0:99", ""],
  ["one byte before the next", "C>S 0:100 | S>C ACK | C>S seq 100", "keep_alive"],
  ["the answer to that", "C>S 0:100 | S>C ACK | C>S seq 100 | S>C ACK", "keep_alive_ack"],
];

describe("analysis", () => {
  for (const [what, picture, expected] of rules) {
    it(`marks ${what} as ${expected || "nothing"}`, () => assert.equal(lastMarks(picture), expected));
  }

  it("counts duplicate acknowledgments and says of which", () => {
    const { analysis } = follow("C>S 0:100 | S>C ACK | S>C ACK | S>C ACK").at(-1)!;
    assert.deepEqual([analysis?.duplicateNumber, analysis?.duplicateOf], [2, 5]);
  });

  it("says what an acknowledgment acknowledges, and how long that took", () => {
    const { analysis } = follow("C>S 0:100 @0.1 | S>C ACK @0.25").at(-1)!;
    assert.deepEqual([analysis?.acknowledges, analysis?.roundTrip], [4, 150_000_000]);
  });

  it("counts the bytes in flight, and those since the last push", () => {
    const { analysis } = follow("C>S PSH 0:100 | C>S 100:300").at(-1)!;
    assert.deepEqual([analysis?.bytesInFlight, analysis?.pushedBytes], [300, 200]);
  });

  it("measures the first round trip of a connection", () => {
    assert.equal(follow("C>S 0:1").at(-1)?.initialRoundTrip, 2_000_000);
  });

  describe("selective acknowledgments", () => {
    /** Of a segment of the server that acknowledges 1001, while the client's numbers count from 1000. */
    const isDuplicate = (...ranges: readonly (readonly [number, number])[]) => {
      const options = join(u8(1), u8(1), u8(5), u8(2 + ranges.length * 8), ...ranges.flat().map((edge) => u32(1000 + edge)));
      const within = { src: "10.0.0.2", dst: "10.0.0.1" };
      const segment = tcp({ srcport: 80, dstport: 40000, seq: 5001, ack: 2001, flags: ["ACK"], options, within });
      const bytes = ethernet(0x0800, ipv4(within, segment));
      const tracker = new ConnectionTracker();
      const places = [...conversation(open), { bytes }].map((packet, index) =>
        tracker.add(index, { seconds: 1, nanoseconds: index }, lastSegment(decodePacket(packet.bytes, packet.bytes.length, 1))!),
      );
      return places.at(-1)?.sackIsDuplicate ?? false;
    };
    it("tell of what came later", () => assert.equal(isDuplicate([1500, 2000]), false));
    it("tell of what came twice below what is acknowledged", () => assert.equal(isDuplicate([500, 1001]), true));
    it("tell of what came twice within the range that follows", () => {
      assert.equal(isDuplicate([1600, 1700], [1500, 2000]), true);
      assert.equal(isDuplicate([1400, 1700], [1500, 2000]), false);
    });
  });
});
