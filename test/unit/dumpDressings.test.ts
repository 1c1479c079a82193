import { strict as assert } from "node:assert";
import { toHex } from "../dsl/bytes";
import { changesToRows, dressings, markGroup, marks } from "../dsl/dressings";
import { dumpForms } from "../dsl/dumpForms";
import { assertFound, writtenPackets } from "../dsl/writtenPackets";

describe("a packet that people dressed", () => {
  for (const [dressing, dress] of Object.entries(dressings)) {
    it(`is found ${dressing}`, () => {
      for (const [form, print] of Object.entries(dumpForms)) {
        for (const [name, bytes] of Object.entries(writtenPackets)) assertFound(dress(print(bytes)), bytes, `${form}, ${name}`);
      }
    });
  }

  for (const [change, make] of Object.entries(changesToRows)) {
    it(`is found ${change}`, () => {
      for (const form of ["tcpdump -X", "tcpdump -x"]) {
        for (const [name, bytes] of Object.entries(writtenPackets))
          assertFound(make(dumpForms[form](bytes)), bytes, `${form}, ${name}`);
      }
    });
  }

  it("is found with marks around its bytes, which keep their places", () => {
    const bytes = writtenPackets["IPv4 of even length"];
    const rows = dumpForms["tcpdump -X"](bytes);
    for (const mark of marks) {
      for (let row = 0; row < 3; row += 1) {
        for (let group = 0; group < 8; group += 1) {
          const marked = markGroup(rows, row, group, mark);
          const dump = assertFound(marked, bytes, mark.join("…"));
          const index = row * 16 + group * 2;
          const place = marked[dump.lines[index] - 2].slice(dump.columns[index], dump.columns[index + 1] + 2);
          assert.equal(place, toHex(bytes.subarray(index, index + 2)));
        }
      }
    }
  });

  it("is found where a mark took the gap before the next group", () => {
    const bytes = writtenPackets["an acknowledgment"];
    const rows = markGroup(dumpForms["tcpdump -X"](bytes), 2, 0, ["【", "】"]).map((line) => line.replace("】 ", "】"));
    assertFound(rows, bytes, "no gap");
  });

  it("is found when all of it stands in one mark", () => {
    const bytes = writtenPackets["an acknowledgment"];
    const [first, second, ...rest] = dumpForms["tcpdump -X"](bytes);
    assertFound([first.replace("4500", "{4500"), second.replace(/(?<=: {2})(\S+ \S+)/, "$1}"), ...rest], bytes, "marked");
  });

  it("is found with its text column on the lines below, as mail wraps it", () => {
    const bytes = writtenPackets["IPv4 of odd length"];
    assertFound(
      dumpForms["tcpdump -X"](bytes).flatMap((line) => [line.slice(0, 49), line.slice(50).trim()]),
      bytes,
      "wrapped",
    );
  });
});
