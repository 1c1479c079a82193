import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { addToSum, foldSum } from "../../src/bytes/checksum";
import { byteAt, byteAtMark, linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { join, toHex, u8, u16, zeros } from "../dsl/bytes";
import { marks } from "../dsl/dressings";
import { ethernet, ipv4, ipv6, linuxCooked2, tcp } from "../dsl/headers";

/** Rows as `tcpdump -X` prints them. */
function printed(bytes: Uint8Array, ascii = true): string {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const hex = (toHex(row).match(/.{1,4}/g) ?? []).join(" ");
    const dots = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    rows.push(`\t0x${at.toString(16).padStart(4, "0")}:  ${ascii ? `${hex.padEnd(39)}  ${dots}` : hex}`);
  }
  return rows.join("\n");
}

/** RFC 792: a type, a code, the sum of the whole, four bytes of zeros, and the packet that caused it. */
function icmpError(type: number, code: number, quoted: Uint8Array): Uint8Array {
  const message = (sum: number) => join(u8(type), u8(code), u16(sum), zeros(4), quoted);
  const unsummed = message(0);
  return message(~foldSum(addToSum(0, unsummed, 0, unsummed.length)) & 0xffff);
}

const packet = ipv4({}, tcp({ srcport: 0x6162, payload: new TextEncoder().encode("deadbeef and 12345678 more") }));

describe("dumps", () => {
  for (const [name, layer, bytes] of [
    ["IPv4", "ip", packet],
    ["IPv6", "ipv6", ipv6({}, tcp({}))],
    ["Ethernet", "eth", ethernet(0x0800, packet)],
    ["Linux cooked v2", "sll2", linuxCooked2(0x0800, packet)],
  ] as const) {
    it(`are found, from ${name} on`, () => {
      const [found, ...others] = findDumps(linesOf(`before\n${printed(bytes)}\nafter`));
      assert.deepEqual([found.startLayer, toHex(found.bytes), others.length], [layer, toHex(bytes), 0]);
      assert.deepEqual([found.startLine, found.endLine], [1, Math.ceil(bytes.length / 16)]);
    });
  }

  it("are found without the ASCII column", () => {
    assert.equal(toHex(findDumps(linesOf(printed(packet, false)))[0].bytes), toHex(packet));
  });

  it("are found with spaces for tabs, in a quote and with CRLF", () => {
    const text = printed(packet).replaceAll("\t", ">     ").replaceAll("\n", "\r\n");
    assert.equal(toHex(findDumps(linesOf(text))[0].bytes), toHex(packet));
  });

  it("end where the next begins", () => assert.equal(findDumps(linesOf(`${printed(packet)}\n${printed(packet)}`)).length, 2));

  it("are none where the bytes are no packet", () => {
    assert.deepEqual(findDumps(linesOf("\t0x0000:  7f45 4c46 0201 0100 0000 0000 0000 0000  .ELF............")), []);
  });

  it("are found where somebody made them up: with a wrong sum and length, from an address that is a group's", () => {
    const header = "45 00 00 3c 1c 46 40 00 40 06 b1 e6 ac 10 0a 63 d8 3a d0 8e";
    const segment = "c0 a8 00 50 00 00 00 01 00 00 00 00 50 02 20 00 91 7c 00 00";
    const payload = toHex(new TextEncoder().encode("GET /index.html HTTP/1.1 Host: example.com"));
    const bytes = `aa bb cc dd ee ff 11 22 33 44 55 66 08 00 ${header} ${segment} ${payload.match(/../g)!.join(" ")}`;
    const [found] = findDumps(linesOf(`  http: '${bytes}',`));
    assert.deepEqual([found?.startLayer, found && toHex(found.bytes)], ["eth", bytes.replaceAll(" ", "")]);
  });

  it("are found where a textbook writes the base behind them", () => {
    for (const base of ["16", "₁₆", "<sub>16</sub>"]) {
      const [found] = findDumps(linesOf(`A TCP header: (05320017 00000001 00000000 500207FF 00000000)${base}`));
      assert.equal(found?.bytes.length, 20, base);
    }
  });

  it("are found whole where words of two and of four bytes stand in one row", () => {
    for (const row of ["0532 0017 00000001 00000000 500207FF 00000000", "0532 0017 00000001 00000000 5002 07FF 0000 0000"]) {
      const [found] = findDumps(linesOf(`The TCP header:\n${row}`));
      assert.equal(found && toHex(found.bytes), row.replaceAll(" ", "").toLowerCase());
    }
  });

  it("begin with their link header within a row, behind the message that carries them", () => {
    const frame = ethernet(0x0800, ipv4({}, tcp({ payload: new Uint8Array(16).fill(0xa5) })));
    frame.set([0x52, 0x54]);
    const message = `010a00540000000000000111004200030000${toHex(frame)}`;
    for (const width of [32, 40, 64]) {
      const rows = message.match(new RegExp(`.{1,${width}}`, "g"))!.map((row) => row.match(/../g)!.join(" "));
      const found = findDumps(linesOf(`packet in:\n${rows.join(" \\\n")}`));
      assert.deepEqual(
        found.map(({ startLayer, bytes }) => [startLayer, toHex(bytes)]),
        [["eth", toHex(frame)]],
        rows.join(),
      );
    }
  });

  it("are a header that a sentence names, though it is short", () => {
    const found = (text: string) => findDumps(linesOf(text)).map(({ startLayer, bytes }) => `${startLayer} ${toHex(bytes)}`);
    assert.deepEqual(found("一个UDP用户数据报的首部的十六进制表示是：06 32 00 45 00 1C E2 17。"), ["udp 06320045001ce217"]);
    assert.deepEqual(found("The header of UDP:\n\nCB84000D001C001C"), ["udp cb84000d001c001c"]);
    assert.deepEqual(found("Part of a TCP header in hexadecimal: E293 0017 0000 00010000 0000 5002 07FF … a. Which ports?"), [
      "tcp e29300170000000100000000500207ff",
    ]);
    for (const text of [
      "The key 06 32 00 45 00 1C E2 17 is none.",
      "A UDP header, and the key 06 32 00 45 E2 17 00 1C beside it",
    ])
      assert.deepEqual(found(text), []);
  });

  it("begin with the header of LLC where it is the first that is known", () => {
    const packet = ipv4({}, tcp({ payload: new Uint8Array(16).fill(0xa5) }));
    const radio = "0802002c0b0c0d0e0f0102030405060708090a0b0c0d0e10";
    const [found] = findDumps(linesOf(`Data frame:\n${radio}aaaa030000000800${toHex(packet)}`));
    assert.deepEqual([found?.startLayer, found?.bytes.length], ["llc", 8 + packet.length]);
  });

  it("are none in a time of day and addresses beside the name of tcpdump", () => {
    const line = "   11  2025-05-10 13:20:28.255861 be 50 b2 82: 10.80.131.1.1024 > 10.80.3.254.53: 16944+ A? tcpdump.org. (46)";
    assert.deepEqual(findDumps(linesOf(line)), []);
  });

  it("are one for each row where an exercise cuts off what is behind the headers", () => {
    const long = (id: number) => toHex(ipv4({ id }, tcp({ payload: new Uint8Array(16).fill(0xa5) })).subarray(0, 40));
    const rows = [1, 2, 3].map((number) => `${number}  ${long(number).match(/../g)!.join(" ")}`);
    const found = findDumps(linesOf(`The first 40 bytes of each:\n${rows.join("\n")}`));
    assert.deepEqual(
      found.map(({ startLine, endLine, bytes }) => [startLine, endLine, bytes.length]),
      [1, 2, 3].map((line) => [line, line, 40]),
    );
  });

  it("end before the length that stands alone below their rows", () => {
    const rows = toHex(packet).match(/.{1,32}/g)!;
    const text = rows.map(
      (row, i) =>
        `|${row
          .match(/.{1,8}/g)!
          .join(" ")
          .padEnd(35)}| ${"x".repeat(16)} ${`${i}0`.padStart(8, "0")}`,
    );
    const length = packet.length.toString(16).padStart(8, "0").padStart(62);
    const [found] = findDumps(linesOf([...text, length].join("\n")));
    assert.equal(found && toHex(found.bytes), toHex(packet));
  });

  it("are an error of ICMP by itself, which quotes a segment", () => {
    const error = icmpError(3, 3, packet.subarray(0, 28));
    for (const text of [printed(error), toHex(error).match(/../g)!.join(" ")]) {
      const [found] = findDumps(linesOf(text));
      assert.deepEqual([found?.startLayer, found && toHex(found.bytes)], ["icmp", toHex(error)], text);
    }
    const damaged = error.slice();
    damaged[4] ^= 0xff;
    assert.notEqual(findDumps(linesOf(printed(damaged)))[0]?.startLayer, "icmp", "its sum is wrong");
  });

  it("begin with Ethernet's header behind a preamble", () => {
    const frame = ethernet(0x0800, packet);
    const [found] = findDumps(linesOf(`55 55 55 55 55 55 55 d5 ${toHex(frame).match(/../g)!.join(" ")}`));
    assert.deepEqual([found?.startLayer, found && toHex(found.bytes)], ["eth", toHex(frame)]);
  });

  it("are found where a frame of IPv6 was cut off within TCP's header", () => {
    const frame = ethernet(0x86dd, ipv6({}, tcp({}))).subarray(0, 64);
    const [found] = findDumps(linesOf(toHex(frame).match(/../g)!.join(" ")));
    assert.deepEqual([found?.startLayer, found && toHex(found.bytes)], ["eth", toHex(frame)]);
  });

  it("tell the byte under a place", () => {
    const lines = linesOf(printed(packet));
    const dump = findDumpAt(lines, 2)!;
    const column = lines.at(2).indexOf("0x0020:") + "0x0020:  ".length;
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((more) => byteAt(dump, 2, column + more)),
      [32, 32, 33, 33, undefined, 34],
    );
  });

  it("tell the byte around which a mark was put", () => {
    for (const [open, close] of marks) {
      const text = printed(packet).replace("5010", `${open}5010${close}`);
      const lines = linesOf(text);
      const dump = findDumpAt(lines, 2)!;
      const at = lines.at(2).indexOf(`${open}5010`);
      const end = at + open.length + "5010".length;
      const byteOf = (column: number) => byteAtMark(dump, lines.at(2), 2, column);
      assert.deepEqual([byteOf(at), byteOf(end), byteOf(end + close.length)], [32, 33, undefined], open);
    }
  });

  it("are the same from any of their lines, and from all of the text", () => {
    const lines = linesOf(readFileSync("samples/note.md", "utf8"));
    const all = findDumps(lines);
    assert.equal(all.length, 6);
    for (const dump of all) {
      for (let line = dump.startLine; line <= dump.endLine; line += 1) assert.deepEqual(findDumpAt(lines, line), dump);
    }
  });
});
