import { strict as assert } from "node:assert";
import { freshColumns, resized, withField } from "../../src/view/onScreen/listColumns";
import type { PacketRow } from "../../src/view/packetRow";
import { FittingWidths, roomyColumns, rowTemplate } from "../../src/webview/packets/columnWidths";

const row = { number: 1, source: "10.0.0.1", destination: "2001:db8:85a3::8a2e:370:7334", protocol: "TCP", length: 1514 };

const heads = new Map([["tcp.len", { short: "Segment length", label: "Length of the segment", isNumber: true }]]);

function widthsOf(count: number): FittingWidths {
  const widths = new FittingWidths();
  widths.fit([row as PacketRow], count, "relative", () => "12.345678", heads);
  return widths;
}

describe("columns of the packet list", () => {
  it("fit what they show; addresses give way to Info, but not below an IPv4 address", () => {
    const { columns } = rowTemplate(freshColumns, widthsOf(1_234_567));
    assert.equal(columns, "28px 7ch 9ch minmax(9ch, 9ch) minmax(15ch, 26ch) 7ch 7ch minmax(30ch, 1fr)");
  });

  it("give a field room for what it says and for its name", () => {
    const { columns } = rowTemplate(withField(freshColumns, "tcp.len"), widthsOf(12));
    assert.match(columns, / 7ch 14ch minmax\(30ch, 1fr\)$/);
  });

  const rooms: readonly [room: number, gone: string][] = [
    [120, ""],
    [80, "length"],
    [70, "length,protocol"],
    [20, "length,protocol"],
  ];
  for (const [room, gone] of rooms)
    it(`leave room for Info: of ${room} characters without ${gone || "nothing"}`, () => {
      const shown = roomyColumns(freshColumns, widthsOf(12), room).map(({ id }) => id);
      const left = freshColumns.map(({ id }) => id).filter((id) => !shown.includes(id));
      assert.equal([...left].sort().join(), gone);
    });

  it("stay where a person has given them a width, or does not want Info", () => {
    const given = resized(freshColumns, "length", 60);
    assert.ok(roomyColumns(given, widthsOf(12), 20).some(({ id }) => id === "length"));
    const withoutInfo = freshColumns.filter(({ id }) => id !== "info");
    assert.equal(roomyColumns(withoutInfo, widthsOf(12), 20), withoutInfo);
  });
});
