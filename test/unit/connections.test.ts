import { strict as assert } from "node:assert";
import { ConnectionTracker } from "../../src/connections/tracker";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { scaledWindow, tcpInfo } from "../../src/view/tcpInfo";
import { conversation } from "../dsl/conversation";
import { ethernet, ipv4, tcp, windowScale } from "../dsl/headers";
import type { Recorded } from "../dsl/pcapFile";

function follow(packets: readonly Recorded[]) {
  const tracker = new ConnectionTracker();
  const segments = packets.map(({ bytes }) => lastSegment(decodePacket(bytes, bytes.length, 1))!);
  const places = packets.map(({ time = 0 }, index) =>
    tracker.add(index, { seconds: 0, nanoseconds: Math.round(time * 1e9) }, segments[index]),
  );
  return { tracker, segments, places };
}

/** `0/1` is relative sequence number 0 and acknowledgment 1. */
const numbers = (picture: string) =>
  follow(conversation(picture))
    .places.map((place) => `${place?.seq}/${place?.ack}`)
    .join(" ");

describe("connections", () => {
  const relative: readonly (readonly [string, string, string])[] = [
    ["a handshake and a close", "C>S SYN | S>C SYN,ACK | C>S ACK | C>S FIN | S>C FIN | C>S ACK", "0/0 0/1 1/1 1/1 1/2 2/2"],
    [
      "data both ways",
      "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100 | S>C ACK | S>C 0:1460 | C>S ACK",
      "0/0 0/1 1/1 1/1 1/101 1/101 101/1461",
    ],
    ["a capture that began late", "C>S 0:100 ack 1 | S>C ACK | C>S 100:200", "1/1 1/101 101/1"],
  ];
  for (const [what, picture, expected] of relative)
    it(`make the numbers of ${what} relative`, () => assert.equal(numbers(picture), expected));

  it("keep both directions together", () => {
    const { places } = follow(conversation("C>S SYN | S>C SYN,ACK | C>S ACK"));
    assert.deepEqual(
      places.map((place) => [place?.stream, place?.direction]),
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
    );
  });

  it("make the sender of the SYN the client, whatever its port", () => {
    const swapped = { client: { port: 80 }, server: { port: 40000 } };
    assert.equal(follow(conversation("C>S SYN | S>C SYN,ACK", swapped)).tracker.connections[0].client, 0);
    assert.equal(follow(conversation("S>C SYN,ACK | C>S ACK", swapped)).tracker.connections[0].client, 1);
  });

  it("take the higher port for the client where no SYN was captured", () => {
    assert.equal(follow(conversation("S>C 0:10 ack 1 | C>S ACK")).tracker.connections[0].client, 1);
  });

  it("begin anew when a SYN comes with another initial number on the same ports", () => {
    const again = conversation("C>S SYN | S>C SYN,ACK", { client: { isn: 99 } });
    const { places } = follow([...conversation("C>S SYN | S>C SYN,ACK | C>S ACK"), ...again]);
    assert.deepEqual(
      places.map((place) => place?.stream),
      [0, 0, 0, 1, 1],
    );
    assert.deepEqual(
      places.slice(3).map((place) => [place?.seq, place?.ack]),
      [
        [0, 0],
        [0, 1],
      ],
    );
  });

  it("stay the same when a SYN is sent again", () => {
    assert.deepEqual(
      follow(conversation("C>S SYN | C>S SYN seq 0 | S>C SYN,ACK")).places.map((place) => place?.stream),
      [0, 0, 0],
    );
  });

  it("are told apart by port", () => {
    const { tracker } = follow([...conversation("C>S SYN"), ...conversation("C>S SYN", { client: { port: 40001 } })]);
    assert.equal(tracker.connections.length, 2);
  });

  describe("window scale", () => {
    const syn = (fromClient: boolean, shift?: number) => {
      const [src, dst] = fromClient ? ["10.0.0.1", "10.0.0.2"] : ["10.0.0.2", "10.0.0.1"];
      const [srcport, dstport] = fromClient ? [40000, 80] : [80, 40000];
      const options = shift === undefined ? undefined : windowScale(shift);
      const flags = fromClient ? (["SYN"] as const) : (["SYN", "ACK"] as const);
      return {
        bytes: ethernet(
          0x0800,
          ipv4(
            { src, dst },
            tcp({
              srcport,
              dstport,
              seq: fromClient ? 1000 : 5000,
              ack: fromClient ? 0 : 1001,
              flags,
              ...(options && { options }),
            }),
          ),
        ),
      };
    };
    const last = (first: Recorded, second: Recorded) => {
      const ack = conversation("C>S SYN | S>C SYN,ACK | C>S ACK")[2];
      return follow([first, second, ack]).places[2]?.windowFactor;
    };
    it("counts when both SYNs carry it", () => assert.equal(last(syn(true, 7), syn(false, 2)), 128));
    it("does not count when one does not", () => assert.equal(last(syn(true, 7), syn(false)), -2));
    it("does not count when the client does not", () => assert.equal(last(syn(true), syn(false, 7)), -2));
    it("is at most 14", () => assert.equal(last(syn(true, 200), syn(false, 2)), 16384));
    it("is not applied to a segment that is shorter than its header says", () => {
      const packets = [syn(true, 7), syn(false, 2), conversation("C>S SYN | S>C SYN,ACK | C>S ACK win 512")[2]];
      packets[2].bytes[17] -= 4;
      const { places, segments } = follow(packets);
      assert.equal(places[2]?.windowFactor, 128);
      assert.equal(scaledWindow(segments[2], places[2]), 512);
    });
    it("is unknown where no SYN was captured", () => assert.equal(follow(conversation("C>S ACK")).places[0]?.windowFactor, -1));
  });

  describe("flags once both sides know Accurate ECN", () => {
    /** What stands between the brackets of each segment's line. */
    const flags = (picture: string) => {
      const packets = conversation(picture);
      const { places } = follow(packets);
      const segments = packets.map(({ bytes }) => lastSegment(decodePacket(bytes, bytes.length, 1))!);
      return places.map((place, i) => /\[([^\]]*)\] Seq/.exec(tcpInfo(segments[i], place))?.[1]);
    };
    const asking = "C>S SYN,AE,CWR,ECE";
    const answers: readonly (readonly [string, string])[] = [
      ["", "ACK, ECE, AE"],
      [",ECE", "ACK, ECE, AE"],
      [",CWR", "ACK, ACE=5"],
      [",CWR,ECE", "ACK, ACE=5"],
      [",AE", "ACK, ACE=5"],
      [",AE,ECE", "ACK, ECE, AE"],
      [",AE,CWR", "ACK, ACE=5"],
      [",AE,CWR,ECE", "ACK, ECE, AE"],
    ];
    for (const [answer, expected] of answers)
      it(`are ${expected} after SYN,ACK${answer}`, () =>
        assert.equal(flags(`${asking} | S>C SYN,ACK${answer} | C>S AE,ECE`)[2], expected));
    it("are a number in both directions, but not in a SYN", () =>
      assert.deepEqual(flags(`${asking} | S>C SYN,ACK,AE | C>S CWR | S>C PSH 0:9 | C>S FIN,AE,CWR,ECE | S>C RST,ECE`), [
        "SYN, ECE, CWR, AE",
        "SYN, ACK, AE",
        "ACK, ACE=2",
        "PSH, ACK, ACE=0",
        "FIN, ACK, ACE=7",
        "RST, ACK, ACE=1",
      ]));
    it("are flags where the SYN did not ask", () =>
      assert.equal(flags("C>S SYN,CWR,ECE | S>C SYN,ACK,CWR | C>S AE")[2], "ACK, AE"));
    it("are what the latest SYN and SYN/ACK say", () => {
      assert.equal(flags(`${asking} | C>S SYN seq 0 | S>C SYN,ACK,CWR | C>S AE`)[3], "ACK, AE");
      assert.equal(flags(`C>S SYN | ${asking} seq 0 | S>C SYN,ACK,CWR | C>S AE`)[3], "ACK, ACE=4");
      assert.equal(flags(`${asking} | S>C SYN,ACK,CWR | S>C SYN,ACK seq 0 | C>S AE`)[3], "ACK, AE");
      assert.equal(flags(`S>C SYN,ACK,CWR ack 1 | ${asking} seq 0 | C>S AE`)[2], "ACK, ACE=4");
    });
  });
});
