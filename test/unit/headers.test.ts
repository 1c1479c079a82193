import { strict as assert } from "node:assert";
import { ethernet } from "../../src/protocols/ethernet";
import { bits, flag, group, type Header, header, u8, u16 } from "../../src/protocols/header";
import { ipv4 } from "../../src/protocols/ipv4";
import { ipv6 } from "../../src/protocols/ipv6";
import { linuxCooked, linuxCooked2 } from "../../src/protocols/linuxCooked";
import { loopback } from "../../src/protocols/loopback";
import { headers } from "../../src/protocols/registry";
import { tcp } from "../../src/protocols/tcp";
import { tcpOptions } from "../../src/protocols/tcpOptions";

describe("header tables", () => {
  const sizes: readonly (readonly [Header, number])[] = [
    [ethernet, 14],
    [linuxCooked, 16],
    [linuxCooked2, 20],
    [loopback, 4],
    [ipv4, 20],
    [ipv6, 40],
    [tcp, 20],
  ];
  for (const [table, size] of sizes)
    it(`${table.id} has the ${size} bytes of its specification`, () => assert.equal(table.size, size));

  const places: readonly (readonly [string, number, number])[] = [
    ["tcp.hdr_len", 12, 0],
    ["tcp.flags", 12, 4],
    ["tcp.window_size_value", 14, 0],
    ["tcp.checksum", 16, 0],
    ["ip.proto", 9, 0],
    ["ip.frag_offset", 6, 3],
    ["ipv6.flow", 1, 4],
    ["sll.etype", 14, 0],
  ];
  for (const [id, offset, bit] of places) {
    it(`${id} stands at byte ${offset}, bit ${bit}`, () => {
      const field = headers.flatMap((table) => table.order).find((candidate) => candidate.id === id);
      assert.deepEqual([field?.offset, field?.bit], [offset, bit]);
    });
  }

  it("leaves no gap and no overlap between fields", () => {
    for (const table of headers) {
      let at = 0;
      for (const field of table.order) {
        assert.equal(field.offset * 8 + field.bit, at, field.id);
        at += field.bits;
      }
      assert.equal(at, table.size * 8, table.id);
    }
  });

  it("lays the parts of a group over the group", () => {
    const table = header("x", { first: u8(), both: group({ a: bits(3), b: flag() }), rest: bits(4), last: u16() });
    const [a, b] = table.fields.both.parts;
    assert.deepEqual([a.offset, a.bit, a.mask, a.shift], [1, 0, 7, 5]);
    assert.deepEqual([b.id, b.offset, b.bit, b.shift], ["x.both.b", 1, 3, 4]);
    assert.equal(table.fields.last.offset, 2);
  });

  it("refuses a header of no whole number of bytes", () => assert.throws(() => header("x", { a: bits(7) })));

  it("allows each option the size of its own table", () => {
    for (const { kind, body, sizes: allowed, rest, repeats, layout } of tcpOptions) {
      if (kind > 1 && !rest && !repeats && !layout && kind < 100) assert.ok(allowed(2 + body.size), body.id);
    }
  });
});
