import { strict as assert } from "node:assert";
import { ConnectionTracker, type SegmentPlace } from "../../src/connections/tracker";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { ethernet, ipv4, type Tcp, tcp, timestamps, windowScale } from "../dsl/headers";
import { accurateEcn0, accurateEcnExperiment, mptcp } from "../dsl/tcpOptions";

/** Segments of one side, the same but for what is said of each; `cut` are bytes that were not captured. */
function follow(...segments: readonly (Tcp & { readonly cut?: number })[]): (SegmentPlace | undefined)[] {
  const tracker = new ConnectionTracker();
  return segments.map(({ cut = 0, ...header }, index) => {
    const within = { src: "10.0.0.2", dst: "10.0.0.1" };
    const bytes = ethernet(0x0800, ipv4(within, tcp({ srcport: 80, dstport: 40000, seq: 100, ack: 200, ...header, within })));
    const segment = lastSegment(decodePacket(bytes.subarray(0, bytes.length - cut), bytes.length, 1))!;
    return tracker.add(index, { seconds: 1, nanoseconds: index }, segment);
  });
}

const marksOf = (places: readonly (SegmentPlace | undefined)[]) =>
  places.map((place) => [...(place?.analysis?.marks ?? [])].join(" "));

describe("options", () => {
  it("of a window's scale hold for the segments behind, in a SYN or not", () => {
    const places = follow({}, { options: windowScale(3) }, {});
    assert.deepEqual(
      places.map((place) => place?.windowFactor),
      [-1, -1, 8],
    );
  });

  for (const [what, option] of [
    ["of Accurate ECN", accurateEcn0],
    ["of its drafts", accurateEcnExperiment],
  ] as const)
    it(`${what} make the flags of the segments behind a number`, () => {
      const places = follow({}, { options: option }, {});
      assert.deepEqual(
        places.map((place) => place?.usesAce),
        [false, false, true],
      );
    });

  describe("of Multipath TCP", () => {
    const { capable, capableKeys, signalAck, priority, reset } = mptcp;

    it("let an acknowledgment repeat itself once to tell of a new operation", () =>
      assert.deepEqual(marksOf(follow({}, { options: signalAck }, { options: signalAck }, { options: signalAck })), [
        "",
        "duplicate_ack",
        "",
        "duplicate_ack",
      ]));

    it("let it do so for each", () =>
      assert.deepEqual(marksOf(follow({}, { options: signalAck }, { options: priority }, {}, {})), [
        "",
        "duplicate_ack",
        "",
        "",
        "duplicate_ack",
      ]));

    it("that only offer it change nothing", () =>
      assert.deepEqual(marksOf(follow({ options: capable }, {})), ["", "duplicate_ack"]));

    it("do when a key comes with them", () => assert.deepEqual(marksOf(follow({ options: capableKeys }, {})), ["", ""]));

    it("that are not among the first eight operations change nothing", () =>
      assert.deepEqual(marksOf(follow({ options: reset }, {})), ["", "duplicate_ack"]));

    it("count for nothing where those behind them were cut", () =>
      assert.deepEqual(marksOf(follow({ options: Uint8Array.of(...signalAck, ...timestamps(1, 2)), cut: 1 }, {})), [
        "",
        "duplicate_ack",
      ]));
  });
});
