import { strict as assert } from "node:assert";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { tcpInfo } from "../../src/view/tcpInfo";
import { oddOptions, segmentWithOptions } from "../dsl/oddOptions";

function infoOf(bytes: Uint8Array): string {
  const line = tcpInfo(lastSegment(decodePacket(bytes, bytes.length, 1))!, undefined);
  return line.replace("9 → 80 ", "").replace(/ Seq=.* Len=0/, "");
}

describe("Info of options", () => {
  for (const [options, expected, flags] of oddOptions)
    it(`${Buffer.from(options).toString("hex")} is ${expected}`, () =>
      assert.equal(infoOf(segmentWithOptions(options, flags)), expected));
});
