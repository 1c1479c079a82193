import { strict as assert } from "node:assert";
import { marks as allMarks, type Mark } from "../../src/connections/marks";
import { decodePacket } from "../../src/decode/decodePacket";
import { packetInfo } from "../../src/view/packetInfo";
import { protocolColumn } from "../../src/view/protocolColumn";
import type { ListedPlace } from "../../src/view/tcpInfo";
import { text } from "../dsl/bytes";
import { ethernet, ipv4, tcp } from "../dsl/headers";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { mptcp } from "../dsl/tcpOptions";

const place = (...marks: readonly Mark[]): ListedPlace => ({
  ...{ stream: 0, direction: 0, seq: 1, ack: 1, windowFactor: -1, sack: [] },
  analysis: { marks: new Set(allMarks.filter((mark) => marks.includes(mark))) },
});

const request = tcp({ seq: 100, ack: 200, flags: ["PSH", "ACK"], payload: text("GET / HTTP/1.1\r\n\r\n") });
const columns = (segment: Uint8Array, ...marks: readonly Mark[]) => {
  const bytes = ethernet(0x0800, ipv4({}, segment));
  const packet = decodePacket(bytes, bytes.length, 1);
  return [protocolColumn(packet, place(...marks)), packetInfo(packet, place(...marks))];
};
const header = "40000 → 80 [PSH, ACK] Seq=1 Ack=1 Win=65535 Len=18";

// as tshark 4.0 shows a request without desegmentation
const rows: readonly (readonly [readonly Mark[], string, string])[] = [
  [[], "HTTP", "GET / HTTP/1.1"],
  [["lost_segment"], "HTTP", "[TCP Previous segment not captured] GET / HTTP/1.1"],
  [["retransmission"], "TCP", `[TCP Retransmission] ${header}`],
  [["out_of_order"], "TCP", `[TCP Out-Of-Order] ${header}`],
  [["retransmission", "spurious_retransmission"], "HTTP", "[TCP Spurious Retransmission] GET / HTTP/1.1"],
  [["retransmission", "fast_retransmission"], "HTTP", "[TCP Fast Retransmission] GET / HTTP/1.1"],
];

describe("columns of a segment", () => {
  for (const [marks, protocol, info] of rows)
    it(`with a request, ${marks.join(" and ") || "as usual"}: ${info}`, () =>
      assert.deepEqual(columns(request, ...marks), [protocol, info]));

  it("name Multipath TCP by its option", () => assert.equal(columns(tcp({ options: mptcp.signalAck }))[0], "MPTCP"));

  it("name what a GTP tunnel holds", () => {
    const { bytes, linkType } = headerPackets.find(({ name }) => name === "gtp")!;
    assert.equal(protocolColumn(decodePacket(bytes, bytes.length, linkType)), "GTP <TCP>");
  });
});

describe("Info of packets that were cut", () => {
  for (const { name, bytes, linkType } of headerPackets)
    it(`says only what is there: ${name}`, () => {
      for (let length = 0; length <= bytes.length; length += 1) {
        const info = packetInfo(decodePacket(bytes.subarray(0, length), bytes.length, linkType), undefined);
        assert.doesNotMatch(info, /undefined|NaN/, `of ${length} bytes`);
      }
    });
});
