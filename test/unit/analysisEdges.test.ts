import { strict as assert } from "node:assert";
import { ConnectionTracker, type SegmentPlace } from "../../src/connections/tracker";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { conversation } from "../dsl/conversation";

/** All that is known of a conversation, from its first segment on. */
function follow(picture: string, serverIsn: number = 5000): { places: (SegmentPlace | undefined)[]; completeness: number[] } {
  const tracker = new ConnectionTracker();
  const places = conversation(picture, { server: { isn: serverIsn } }).map(({ bytes, time = 0 }, index) => {
    const at = { seconds: 10 + Math.floor(time), nanoseconds: Math.round((time - Math.floor(time)) * 1e9) };
    return tracker.add(index, at, lastSegment(decodePacket(bytes, bytes.length, 1))!);
  });
  return { places, completeness: tracker.connections.map(({ completeness }) => completeness) };
}

const lastMarks = (picture: string) => [...(follow(picture).places.at(-1)?.analysis?.marks ?? [])].join(" ");

/** A handshake whose round trip takes ten milliseconds. */
const open = "C>S SYN | S>C SYN,ACK @0.01 | C>S ACK @0.01";
const lossAndTwo = "C>S 0:100 @0.02 | C>S 200:300 | S>C ack 101 @0.1 | S>C ack 101 | S>C ack 101";

// where a rule begins to hold, and just beside it
const edges: readonly (readonly [string, string, string])[] = [
  ["late by less than the round trip", `${open} | C>S 0:9 @0.02 | C>S 18:27 | C>S 9:18 @0.030999999`, "out_of_order"],
  ["late by the round trip", `${open} | C>S 0:9 @0.02 | C>S 18:27 | C>S 9:18 @0.031`, "retransmission"],
  ["late by less than 3 ms in an unknown round trip", "C>S 0:9 | C>S 18:27 | C>S 9:18 @0.003999999", "out_of_order"],
  ["late by 3 ms in an unknown round trip", "C>S 0:9 | C>S 18:27 | C>S 9:18 @0.004", "retransmission"],
  ["late, up to the highest number", "C>S 0:9 | C>S 18:27 | C>S 9:27 @0.0015", "retransmission"],
  ["late, before the segment that it is late for", "C>S 0:9 | C>S 18:27 @0.5 | C>S 9:18 @0.4", "retransmission"],
  [
    "late, where the handshake's time went backwards",
    "C>S SYN @0.1 | S>C SYN,ACK | C>S ACK @0.05 | C>S 0:9 | C>S 18:27 | C>S 9:18 @9",
    "out_of_order",
  ],
  [
    "asked for once more only",
    `${open} | C>S 0:100 | C>S 200:300 | S>C ack 101 | S>C ack 101 | C>S 100:200 @0.5`,
    "retransmission",
  ],
  ["asked for, and before it was", `${open} | ${lossAndTwo} | C>S 100:200 @0.05`, "retransmission"],
  ["farthest ahead of the highest number", "C>S 0:9 | C>S seq 2147483658", "lost_segment"],
  ["sent after a gap, by a reset", `${open} | C>S RST seq 9`, ""],
  ["one byte before, with one byte", `${open} | C>S 0:9 | C>S 8:9`, "keep_alive"],
  ["one byte before, with two bytes", `${open} | C>S 0:9 | C>S 8:10`, ""],
  ["up to what was acknowledged", `${open} | C>S 0:9 | S>C ACK | C>S 0:9`, "retransmission spurious_retransmission"],
];

describe("analysis at its edges", () => {
  for (const [what, picture, expected] of edges)
    it(`marks what is ${what} as ${expected || "nothing"}`, () => assert.equal(lastMarks(picture), expected));

  it("calls it fast up to 20 ms after the last acknowledgment that asked for it", () => {
    const marksAfter = (seconds: number) => lastMarks(`${open} | ${lossAndTwo} | C>S 100:200 @${0.102 + seconds}`);
    assert.equal(marksAfter(0.019999999), "fast_retransmission retransmission");
    assert.equal(marksAfter(0.02), "retransmission");
  });

  it("counts an acknowledgment that is farthest ahead as one of what was not captured", () => {
    const marks = (ack: number) => lastMarks(`C>S SYN | S>C SYN,ACK ack ${ack}`);
    assert.equal(marks(2 ** 31), "ack_lost_segment tfo_ack");
  });

  it("tells the round trip of the handshake beside a SYN that came again", () => {
    const { places } = follow(`${open} | C>S SYN seq 0`);
    assert.equal(places.at(-1)?.initialRoundTrip, 10_000_000);
  });

  it("does not tell it of a segment whose only mark is one of Fast Open", () => {
    // a highest number of 0 is none, so that the SYN,ACK is not there again
    const { places } = follow(`${open} | C>S 0:9 | S>C ACK | S>C SYN,ACK seq 0`, 2 ** 32 - 1);
    const { analysis, initialRoundTrip } = places.at(-1)!;
    assert.deepEqual([[...analysis!.marks], initialRoundTrip], [["tfo_ack"], undefined]);
  });

  it("tells times to the microsecond a hundred days from the beginning", () => {
    const { places } = follow(`${open} | C>S 0:9 @90072000.5 | S>C ack 10 @90072000.500194`);
    const { sincePrevious, analysis } = places.at(-1)!;
    assert.deepEqual([sincePrevious, analysis?.roundTrip], [194_000, 194_000]);
  });

  it("remembers ten thousand segments that nobody acknowledges, and no more", () => {
    const sent = Array.from({ length: 10_001 }, (_, index) => `C>S ${index}:${index + 1} !ACK`);
    const answers = (ack: number) => follow(`${sent.join(" | ")} | S>C ack ${ack}`).places.at(-1)?.analysis?.acknowledges;
    assert.equal(answers(10_001), 10_000);
    assert.equal(answers(10_002), undefined);
  });
});

describe("completeness", () => {
  // by connection, in order; each picture's first SYN has number 0, one with another begins anew
  const lives: readonly (readonly [string, string, readonly number[]])[] = [
    ["a SYN with data", "C>S SYN 0:9", [9]],
    ["a SYN with data on ports that were used", "C>S SYN | C>S SYN seq 5000 | C>S SYN 9000:9009", [1, 1, 1]],
    ["a first SYN that resets", "C>S SYN,RST", [1]],
    ["one on ports that were used", "C>S SYN | C>S SYN,RST seq 5000", [1, 33]],
    ["a SYN,ACK that finishes", "C>S SYN | S>C SYN,ACK,FIN", [19]],
    ["what resets and acknowledges", "C>S SYN | S>C RST,ACK", [37]],
    ["a first segment that is no SYN", "C>S FIN | S>C ACK", [4]],
  ];
  for (const [what, picture, expected] of lives)
    it(`counts ${what}`, () => assert.deepEqual(follow(picture).completeness, expected));
});
