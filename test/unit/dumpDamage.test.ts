import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { text } from "../dsl/bytes";
import { dumpForms } from "../dsl/dumpForms";
import { ethernet, ipv4, tcp } from "../dsl/headers";
import { Random } from "../fuzz/random";

const frame = ethernet(0x0800, ipv4({}, tcp({ payload: text("GET / HTTP/1.1\r\n\r\n") })));
const pieces = [
  "0x0010:",
  "4500",
  "0x45, ",
  "\\x45",
  "【",
  "}",
  "<b>",
  "\n",
  "  ",
  "\t",
  "> ",
  "// ",
  "|",
  "zz",
  "0",
  "*",
  "'",
  "\u3000",
  "==",
];

describe("damaged dumps", () => {
  it("never throw, and what is found stands where it says, from any of its lines", () => {
    const random = new Random(20_261_121);
    for (const [form, print] of Object.entries(dumpForms)) {
      for (let round = 0; round < 12; round += 1) {
        let damaged = [...print(frame), "", ...print(frame)].join("\n");
        for (let change = random.below(6); change >= 0; change -= 1) {
          const at = random.below(damaged.length);
          damaged = damaged.slice(0, at) + random.pick(pieces) + damaged.slice(at + random.below(9));
        }
        assertConsistent(damaged, `${form}, round ${round}`);
      }
    }
  });
});

function assertConsistent(damaged: string, name: string): void {
  const lines = linesOf(damaged);
  const found = findDumps(lines);
  for (let line = 0; line < lines.count; line += 1) findDumpAt(lines, line);
  for (const dump of found) {
    for (let i = 0; i < dump.bytes.length; i += 1) {
      const place = lines.at(dump.lines[i]).slice(dump.columns[i], dump.columns[i] + dump.widths[i]);
      assert.ok(place.length > 0, `${name}: byte ${i} stands nowhere\n${damaged}`);
    }
    const same = findDumpAt(lines, dump.lines[0], dump.columns[0]);
    assert.deepEqual(same, dump, `${name}\n${damaged}`);
  }
}
