import { strict as assert } from "node:assert";
import { type Dump, linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { allDumpForms } from "../dsl/allDumpForms";
import { join, text, toHex } from "../dsl/bytes";
import { changesToRows, dressings, markGroup, marks } from "../dsl/dressings";
import { dumpForms } from "../dsl/dumpForms";
import { ethernet, ipv4, ipv6, mss, nop, tcp, timestamps, windowScale } from "../dsl/headers";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { grouped, rowsOfSpans } from "../dsl/rowsOfBytes";

const withOptions = { options: join(mss(1460), nop, windowScale(7), nop, nop, timestamps(0xb519_17bb, 0)) };
const packets: Readonly<Record<string, Uint8Array>> = {
  "IPv4 of even length": ipv4({}, tcp({ ...withOptions, payload: text("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n") })),
  "IPv4 of odd length": ipv4({}, tcp({ srcport: 0x6162, payload: text("deadbeef and 12345678 more") })),
  IPv6: ipv6({}, tcp({ within: { src: "20010db8000000000000000000000001", dst: "20010db8000000000000000000000002" } })),
  "an acknowledgment": ipv4({}, tcp({})),
  Ethernet: ethernet(0x0800, ipv4({}, tcp({ payload: text("....    ab cd ef 01 23 45 67 89") }))),
  "Ethernet with zeros": ethernet(0x0800, ipv4({}, tcp({ payload: new Uint8Array(100) }))),
};

function changed(bytes: Uint8Array, values: Readonly<Record<number, number>>): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of Object.entries(values)) copy[Number(at)] = value;
  return copy;
}

function assertFound(lines: readonly string[], bytes: Uint8Array, name: string): Dump {
  const all = linesOf(["Some words before it.", "", ...lines, "", "And some after it."].join("\n"));
  const found = findDumps(all);
  assert.deepEqual(
    found.map((dump) => toHex(dump.bytes)),
    [toHex(bytes)],
    `${name}\n${lines.join("\n")}`,
  );
  const [dump] = found;
  for (let line = dump.startLine; line <= dump.endLine; line += 1) {
    if (!dump.lines.includes(line)) continue;
    assert.deepEqual(findDumpAt(all, line), dump, `${name}, from line ${line}\n${lines.join("\n")}`);
  }
  return dump;
}

describe("a packet written down", () => {
  for (const [form, print] of Object.entries(allDumpForms)) {
    it(`as ${form} is read back`, () => {
      for (const [name, bytes] of Object.entries(packets)) assertFound(print(bytes), bytes, name);
    });
  }

  it("is read back from any of them when all packets of a capture stand below one another", () => {
    for (const [form, print] of Object.entries(dumpForms)) {
      const all = Object.values(packets);
      const found = findDumps(linesOf(all.flatMap((bytes) => [...print(bytes), "", "next", ""]).join("\n")));
      assert.deepEqual(
        found.map(({ bytes }) => toHex(bytes)),
        all.map(toHex),
        form,
      );
    }
  });

  /** What a line carries of them: RFC 1662 §4.2, with every control character escaped, and its check sequence (§C.2). */
  function onTheLine(...frames: readonly Uint8Array[]): Uint8Array {
    const escaped = (byte: number) => (byte < 0x20 || byte === 0x7d || byte === 0x7e ? [0x7d, byte ^ 0x20] : [byte]);
    const check = (frame: Uint8Array) => {
      let sum = 0xffff;
      for (const byte of frame) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0x8408 : sum >>> 1;
      }
      return [~sum & 0xff, (~sum >> 8) & 0xff];
    };
    return Uint8Array.from([0x7e, ...frames.flatMap((frame) => [...[...frame, ...check(frame)].flatMap(escaped), 0x7e])]);
  }

  it("is found in frames of PPP with their escapes, each byte where it stands", () => {
    const frames = ["IPv4 of even length", "IPv4 of odd length", "an acknowledgment"].map((name) =>
      join(Uint8Array.of(0xff, 3, 0, 0x21), packets[name]),
    );
    const short = join(Uint8Array.of(0xff, 3, 0x57), packets["IPv6"]);
    for (const form of ["rows of pairs", "xxd", "hexdump -C", "C array", "hex stream"]) {
      for (const frame of [...frames, short]) {
        const [dump, ...others] = findDumps(linesOf(dumpForms[form](onTheLine(frame)).join("\n")));
        assert.equal(toHex(dump?.bytes ?? new Uint8Array()), toHex(frame), form);
        assert.deepEqual([others.length, dump.startLayer], [0, "ppp"]);
      }
      const all = findDumps(linesOf(dumpForms[form](onTheLine(...frames)).join("\n")));
      assert.deepEqual(
        all.map(({ bytes }) => toHex(bytes)),
        frames.map((frame) => toHex(frame)),
        form,
      );
    }
    const [dump] = findDumps(linesOf(grouped(onTheLine(frames[0]), 1).join(" ")));
    // the second byte of the frame is 03, which stands as 7d 23
    assert.deepEqual([dump.columns[1], dump.widths[1], dump.columns[2]], [6, 5, 12]);
  });

  it("is none between flags that hold something else", () => {
    const noPacket = onTheLine(
      text("some words between flags, as long as two headers have"),
      Uint8Array.of(0xff, 3, 0xc0, 0x21, 1, 1, 0, 4),
    );
    assert.deepEqual(findDumps(linesOf(grouped(noPacket, 1).join(" "))), []);
  });

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
    for (const bytes of [...Object.values(packets), ipv4({}, header).subarray(0, 20), header])
      for (const size of [1, 2, bytes.length])
        for (const sentence of sentences)
          assertFound([sentence(grouped(bytes, size).join(" "))], bytes, `${size} bytes together`);
  });

  it("is found in a sentence without the zeros before digits", () => {
    for (const bytes of Object.values(packets)) {
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
      const bytes = packets["Ethernet"].subarray(0, length);
      assertFound(dumpForms["tcpdump -x"](bytes), bytes, `${length} bytes`);
    }
  });

  it("has each byte where its digits stand, colours or not", () => {
    for (const form of ["xxd -u", "xxd -R always", "xxd -R always, as a pager shows it"]) {
      const rows = allDumpForms[form](packets["Ethernet"]);
      const { bytes, lines, columns } = findDumps(linesOf(rows.join("\n")))[0];
      const digits = Array.from(bytes, (_, i) => rows[lines[i]].slice(columns[i], columns[i] + 2)).join("");
      assert.equal(digits.toLowerCase(), toHex(packets["Ethernet"]), form);
    }
  });

  it("begins with its first byte where labels tell each row's last one too", () => {
    // behind fifteen bytes that would be missing its middle looks like a segment
    const bytes = ipv4({}, tcp({ ack: 0x5e6f_7081, payload: text("GET / HTTP/1.0\r\n\r\n") }));
    assert.equal(assertFound(rowsOfSpans(bytes, 16), bytes, "spans").startLayer, "ip");
  });

  it("of TCP by itself is found by the options of its SYN, whatever stands around it", () => {
    const options = join(mss(1460), Uint8Array.of(4, 2), timestamps(7, 0), nop, windowScale(7));
    const segment = tcp({ flags: ["SYN"], ack: 0, options });
    assert.equal(assertFound(["const x =", `  "${grouped(segment, 1).join(" ")}";`], segment, "a SYN").startLayer, "tcp");
    assert.deepEqual(findDumps(linesOf(grouped(tcp({}), 1).join(" "))), []);
  });

  it("is found where another ends within a row", () => {
    const all = [packets["an acknowledgment"], packets["IPv4 of even length"], packets["an acknowledgment"]];
    for (const size of [13, 26]) {
      const run = grouped(join(...all), size).map((row) => `// ${(row.match(/../g) ?? []).join(" ").toUpperCase()}`);
      assert.deepEqual(
        findDumps(linesOf(run.join("\n"))).map(({ bytes }) => toHex(bytes)),
        all.map(toHex),
        run.join("\n"),
      );
    }
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

  it("is found right below another that is written in another way", () => {
    const bytes = packets["IPv4 of even length"];
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
    const all = ["IPv4 of even length", "an acknowledgment", "IPv4 of odd length"].map((name) => packets[name]);
    for (const between of [new Uint8Array(0), padding]) {
      const run = grouped(join(...all.flatMap((bytes) => [bytes, between])), 2).join(" ");
      const found = findDumps(linesOf(`'${run}'`));
      assert.deepEqual(
        found.map(({ bytes }) => toHex(bytes)),
        all.map(toHex),
      );
    }
  });

  for (const [dressing, dress] of Object.entries(dressings)) {
    it(`is found ${dressing}`, () => {
      for (const [form, print] of Object.entries(dumpForms)) {
        for (const [name, bytes] of Object.entries(packets)) assertFound(dress(print(bytes)), bytes, `${form}, ${name}`);
      }
    });
  }

  for (const [change, make] of Object.entries(changesToRows)) {
    it(`is found ${change}`, () => {
      for (const form of ["tcpdump -X", "tcpdump -x"]) {
        for (const [name, bytes] of Object.entries(packets)) assertFound(make(dumpForms[form](bytes)), bytes, `${form}, ${name}`);
      }
    });
  }

  it("is found with marks around its bytes, which keep their places", () => {
    const bytes = packets["IPv4 of even length"];
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
    const bytes = packets["an acknowledgment"];
    const rows = markGroup(dumpForms["tcpdump -X"](bytes), 2, 0, ["【", "】"]).map((line) => line.replace("】 ", "】"));
    assertFound(rows, bytes, "no gap");
  });

  it("is found when all of it stands in one mark", () => {
    const bytes = packets["an acknowledgment"];
    const [first, second, ...rest] = dumpForms["tcpdump -X"](bytes);
    assertFound([first.replace("4500", "{4500"), second.replace(/(?<=: {2})(\S+ \S+)/, "$1}"), ...rest], bytes, "marked");
  });

  it("is found with its text column on the lines below, as mail wraps it", () => {
    const bytes = packets["IPv4 of odd length"];
    assertFound(
      dumpForms["tcpdump -X"](bytes).flatMap((line) => [line.slice(0, 49), line.slice(50).trim()]),
      bytes,
      "wrapped",
    );
  });

  it("of every kind of header is found from its link layer on", () => {
    const known = headerPackets.filter(({ linkType, name }) => linkType === 1 && !/unknown|truncated|short|bad/.test(name));
    const missed = known.filter(
      ({ bytes }) => findDumps(linesOf(dumpForms["tcpdump -X"](bytes).join("\n")))[0]?.bytes.length !== bytes.length,
    );
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });
});
