import { strict as assert } from "node:assert";
import { decodePacket } from "../../src/decode/decodePacket";
import { lastSegment } from "../../src/decode/packet";
import { tcpInfo } from "../../src/view/tcpInfo";
import { timestamps } from "../dsl/headers";
import { oddOptions, segmentWithOptions } from "../dsl/oddOptions";
import { accurateEcn0, md5Signature, tcpAo } from "../dsl/tcpOptions";

function infoOf(bytes: Uint8Array, cut = 0): string {
  const line = tcpInfo(lastSegment(decodePacket(bytes.subarray(0, bytes.length - cut), bytes.length, 1))!, undefined);
  return line.replace("9 → 80 ", "").replace(/ Seq=.* Len=0/, "");
}

describe("Info of options", () => {
  for (const [options, expected, flags] of oddOptions)
    it(`${Buffer.from(options).toString("hex")} is ${expected}`, () =>
      assert.equal(infoOf(segmentWithOptions(options, flags)), expected));

  // as tshark writes it: those that say all by being there do so however little of them was captured, and others what was
  for (const [what, option, expected] of [
    ["a signature", md5Signature, "[SYN] MD5"],
    ["an authentication", tcpAo, "[SYN]TCP AO"],
    ["timestamps", timestamps(1, 2), "[SYN]"],
    ["a list of counters", accurateEcn0, "[SYN] EE0B=1"],
  ] as const)
    it(`where ${what} was cut is ${expected}`, () => assert.equal(infoOf(segmentWithOptions(option), 6), expected));
});
