import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { allDumpForms } from "../dsl/allDumpForms";
import { join, text, toHex } from "../dsl/bytes";
import { dumpForms } from "../dsl/dumpForms";
import { ipv4, tcp } from "../dsl/headers";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { grouped, rowsOfSpans } from "../dsl/rowsOfBytes";
import { assertFound, writtenPackets } from "../dsl/writtenPackets";

describe("a packet written down", () => {
  for (const [form, print] of Object.entries(allDumpForms)) {
    it(`as ${form} is read back`, () => {
      for (const [name, bytes] of Object.entries(writtenPackets)) assertFound(print(bytes), bytes, name);
    });
  }

  it("is read back from any of them when all packets of a capture stand below one another", () => {
    for (const [form, print] of Object.entries(dumpForms)) {
      const all = Object.values(writtenPackets);
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
      join(Uint8Array.of(0xff, 3, 0, 0x21), writtenPackets[name]),
    );
    const short = join(Uint8Array.of(0xff, 3, 0x57), writtenPackets["IPv6"]);
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

  it("has each byte where its digits stand, colours or not", () => {
    for (const form of ["xxd -u", "xxd -R always", "xxd -R always, as a pager shows it"]) {
      const rows = allDumpForms[form](writtenPackets["Ethernet"]);
      const { bytes, lines, columns } = findDumps(linesOf(rows.join("\n")))[0];
      const digits = Array.from(bytes, (_, i) => rows[lines[i]].slice(columns[i], columns[i] + 2)).join("");
      assert.equal(digits.toLowerCase(), toHex(writtenPackets["Ethernet"]), form);
    }
  });

  it("begins with its first byte where labels tell each row's last one too", () => {
    // behind fifteen bytes that would be missing its middle looks like a segment
    const bytes = ipv4({}, tcp({ ack: 0x5e6f_7081, payload: text("GET / HTTP/1.0\r\n\r\n") }));
    assert.equal(assertFound(rowsOfSpans(bytes, 16), bytes, "spans").startLayer, "ip");
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
