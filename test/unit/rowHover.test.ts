import { strict as assert } from "node:assert";
import { decodeFrom } from "../../src/decode/decodePacket";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { wordsFor } from "../../src/text/languages";
import { rowHoverAt } from "../../src/view/rowHover";
import { join, text } from "../dsl/bytes";
import { dumpForms } from "../dsl/dumpForms";
import { ipv4, mss, nop, tcp, timestamps, windowScale } from "../dsl/headers";

const options = join(mss(1460), nop, windowScale(7), nop, nop, timestamps(7, 0));
const packet = ipv4({}, tcp({ flags: ["SYN"], options, payload: text("x".repeat(60)) }));
const lines = linesOf(dumpForms["tcpdump -X"](packet).join("\n"));
const [dump] = findDumps(lines);
const said = (row: number, language: string) =>
  rowHoverAt(dump, decodeFrom(dump.startLayer, dump.bytes), row, 4, lines.at(row), wordsFor(language))?.markdown;

/** What the offset of each row says of it. */
const rows: readonly (readonly [row: number, en: RegExp, zh: RegExp])[] = [
  [0, /bytes \*\*0–15\*\* of 120.*\*\*IPv4\*\*: Version, Header length, .*Source address$/s, /\*\*IPv4\*\*：版本、首部长度/],
  [1, /\*\*IPv4\*\*: Destination address {2}\n\*\*TCP\*\*: Source port/s, /\*\*IPv4\*\*：目的地址 {2}\n\*\*TCP\*\*：源端口/],
  [2, /Urgent pointer, Maximum segment size, No operation, Window scale$/, /紧急指针、最大报文段长度（MSS）、无操作（NOP）、/],
  [3, /\*\*TCP\*\*: No operation, No operation, Timestamps/, /无操作（NOP）、无操作（NOP）、时间戳/],
  [5, /Nothing begins here: what began above goes on\.$/, /共 120 字节。这里没有新的字段/],
];

describe("a hover over the offset of a row", () => {
  for (const [row, en, zh] of rows) {
    it(`says what begins in row ${row}`, () => {
      assert.match(said(row, "en") ?? "", en);
      assert.match(said(row, "zh-cn") ?? "", zh);
    });
  }

  it("names what begins of an option that goes on from the row above", () => {
    const answer = ipv4({}, tcp({ flags: ["ACK"], options: join(nop, nop, timestamps(7, 6)) }));
    const printed = linesOf(dumpForms["tcpdump -X"](answer).join("\n"));
    const [found] = findDumps(printed);
    const hover = rowHoverAt(found, decodeFrom("ip", found.bytes), 3, 4, printed.at(3), wordsFor("en"));
    assert.match(hover?.markdown ?? "", /\*\*TCP\*\*: Timestamps · TSecr$/);
  });
});
