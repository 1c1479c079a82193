import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { join, toHex } from "../dsl/bytes";
import { dumpForms } from "../dsl/dumpForms";
import { ipv4, ipv6, mss, nop, tcp, timestamps, windowScale } from "../dsl/headers";
import { grouped } from "../dsl/rowsOfBytes";
import { assertFound, withOptions, writtenPackets } from "../dsl/writtenPackets";

function changed(bytes: Uint8Array, values: Readonly<Record<number, number>>): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of Object.entries(values)) copy[Number(at)] = value;
  return copy;
}

describe("a packet within other text", () => {
  /** Words stand right behind the last digit, or a mark and then words. */
  const sentences = [
    (digits: string) => `接下来的 20 字节\`${digits}\`是 TCP 首部。`,
    (digits: string) => `接下来的20字节${digits}是TCP首部。`,
    (digits: string) => `TCP 首部：${digits}。`,
    (digits: string) => `TCP 首部（${digits}），共 20 字节`,
    (digits: string) => `다음 20bytes인 \`${digits}\`은 TCP header이다.`,
    (digits: string) => `TCPヘッダは「${digits}」です`,
    (digits: string) => `The bytes of this TCP header are ${digits}.`,
    (digits: string) => `Is "${digits}" a TCP header, or \`${digits.slice(0, 9)}\`?`,
    (digits: string) => `Which TCP header is ${digits}?`,
    (digits: string) => `The TCP header (${digits}…)₁₆ is given.`,
    (digits: string) => `Of a TCP header (${digits}...)16 is known.`,
  ];

  it("is found in a sentence of any language, to its last byte", () => {
    const header = tcp({}).subarray(0, 20);
    for (const bytes of [...Object.values(writtenPackets), ipv4({}, header).subarray(0, 20), header])
      for (const size of [1, 2, bytes.length])
        for (const sentence of sentences)
          assertFound([sentence(grouped(bytes, size).join(" "))], bytes, `${size} bytes together`);
  });

  it("is found in a sentence without the zeros before digits", () => {
    for (const bytes of Object.values(writtenPackets)) {
      const digits = Array.from(bytes, (byte) => byte.toString(16)).join(" ");
      assertFound([`The simplest one, with no data ${digits} and its second line is TCP.`], bytes, digits);
    }
  });

  const madeUp: Readonly<Record<string, readonly [bytes: Uint8Array, names: readonly string[]]>> = {
    IPv4: [
      changed(ipv4({}, tcp({})).subarray(0, 20), { 10: 0, 11: 0 }),
      ["前 20 字节是 IP 首部：", "The IPv4 header:", "ip_packet ="],
    ],
    IPv6: [ipv6({}, tcp({})).subarray(0, 40), ["IPv6 头部：", "This is the IPv6 header."]],
    TCP: [tcp({}).subarray(0, 20), ["TCP 标头：", "TCP header"]],
    "TCP, of a header with options": [
      tcp(withOptions).subarray(0, 20),
      ["一个 TCP 首部（十六进制）：", "This is a dump of a TCP header."],
    ],
  };

  for (const [layer, [bytes, names]] of Object.entries(madeUp))
    it(`of ${layer} is found without a sum that fits where it is named, and nowhere else`, () => {
      const row = grouped(bytes, 1).join(" ");
      for (const name of names) assertFound([name, row], bytes, name);
      for (const other of ["Some bytes:", "The zip and its tips:"]) assert.deepEqual(findDumps(linesOf(`${other}\n${row}`)), []);
    });

  it("is found without the end of IP's header, as the first rows of a frame have it", () => {
    for (const length of [26, 28, 32, 33]) {
      const bytes = writtenPackets["Ethernet"].subarray(0, length);
      assertFound(dumpForms["tcpdump -x"](bytes), bytes, `${length} bytes`);
    }
  });

  it("of TCP by itself is found by the options of its SYN, whatever stands around it", () => {
    const options = join(mss(1460), Uint8Array.of(4, 2), timestamps(7, 0), nop, windowScale(7));
    const segment = tcp({ flags: ["SYN"], ack: 0, options });
    assert.equal(assertFound(["const x =", `  "${grouped(segment, 1).join(" ")}";`], segment, "a SYN").startLayer, "tcp");
    assert.deepEqual(findDumps(linesOf(grouped(tcp({}), 1).join(" "))), []);
  });

  it("of TCP is found whole where a row looks like an offset", () => {
    const header = tcp({}).subarray(0, 20);
    header.set([0, 0x12, 0, 0], 16);
    const rows = [grouped(header.subarray(0, 16), 2).join(" "), grouped(header.subarray(16), 2).join(" ")];
    assertFound(["TCP 报文段的十六进制：", ...rows], header, rows.join());
  });

  it("of TCP is found without its sum where it is named, as exercises have it", () => {
    for (const length of [16, 18]) {
      const bytes = tcp({}).subarray(0, length);
      const row = grouped(bytes, 1).join(" ");
      assertFound(["The following is part of a TCP header in hexadecimal:", "", row], bytes, row);
      assert.deepEqual(findDumps(linesOf(`Some bytes:\n\n${row}`)), []);
    }
  });

  it("is found where another ends within a row", () => {
    const all = [writtenPackets["an acknowledgment"], writtenPackets["IPv4 of even length"], writtenPackets["an acknowledgment"]];
    for (const size of [13, 26]) {
      const run = grouped(join(...all), size).map((row) => `// ${(row.match(/../g) ?? []).join(" ").toUpperCase()}`);
      assert.deepEqual(
        findDumps(linesOf(run.join("\n"))).map(({ bytes }) => toHex(bytes)),
        all.map(toHex),
        run.join("\n"),
      );
    }
  });

  it("is found right below another that is written in another way", () => {
    const bytes = writtenPackets["IPv4 of even length"];
    for (const form of ["tcpdump -X", "xxd -g1", "rows of pairs", "C array"])
      for (const other of ["hex stream within a sentence", "escaped string"]) {
        const text = [...dumpForms[form](bytes), "and the same again:", ...dumpForms[other](bytes)];
        assert.deepEqual(
          findDumps(linesOf(text.join("\n"))).map((dump) => toHex(dump.bytes)),
          [toHex(bytes), toHex(bytes)],
          `${form}, ${other}`,
        );
      }
  });

  it("is found behind others in one run of bytes", () => {
    const padding = new Uint8Array(6);
    const all = ["IPv4 of even length", "an acknowledgment", "IPv4 of odd length"].map((name) => writtenPackets[name]);
    for (const between of [new Uint8Array(0), padding]) {
      const run = grouped(join(...all.flatMap((bytes) => [bytes, between])), 2).join(" ");
      const found = findDumps(linesOf(`'${run}'`));
      assert.deepEqual(
        found.map(({ bytes }) => toHex(bytes)),
        all.map(toHex),
      );
    }
  });
});
