import { strict as assert } from "node:assert";
import { decodePacket } from "../../src/decode/decodePacket";
import { colourNumbers } from "../../src/view/colouredBytes";
import { byteColours } from "../../src/view/onScreen/byteColours";
import { text } from "../dsl/bytes";
import { ethernet, ipv4, mss, tcp } from "../dsl/headers";

/** Runs of bytes of one colour, as `4 port`. */
function runs(packet: Uint8Array): string[] {
  const colours = Array.from(
    colourNumbers(decodePacket(packet, packet.length, 1), packet.length),
    (number) => byteColours[number],
  );
  const starts = [...colours.keys()].filter((at) => colours[at] !== colours[at - 1]);
  return starts.map((at, i) => `${(starts[i + 1] ?? colours.length) - at} ${colours[at]}`);
}

describe("bytes of a capture's packet in their colours", () => {
  it("have those of their fields, and of their header where the field has none", () => {
    const packet = ethernet(0x0800, ipv4({}, tcp({ flags: ["SYN"], options: mss(1460), payload: text("hello") })));
    assert.deepEqual(runs(packet), [
      "14 link",
      "10 network",
      "2 checksum",
      "8 address",
      "4 port",
      "4 sequence",
      "4 acknowledgment",
      "2 flags",
      "2 window",
      "2 checksum",
      "2 network",
      "4 option",
      "5 payload",
    ]);
  });

  it("are the sender's data where no header explains them", () => {
    assert.deepEqual(runs(ethernet(0x88b5, text("hello"))), ["14 link", "5 payload"]);
  });
});
