import { strict as assert } from "node:assert";
import { decodeFrom } from "../../src/decode/decodePacket";
import { everyNode } from "../../src/decode/node";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { surroundingsOf } from "../../src/explain/surroundings";
import { wordsFor } from "../../src/text/languages";
import { hoverAt } from "../../src/view/hover";
import { join } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { dumpForms } from "../dsl/dumpForms";
import { ipv4, mss, nop, tcp, windowScale } from "../dsl/headers";

/** A hover on a field of the last packet of a note. */
function hoverOnLast(packets: readonly Uint8Array[], field: string, language: "en" | "zh-cn", form = "tcpdump -X"): string {
  const text = packets.map((bytes, index) => [`12:00:0${index} IP a > b:`, ...dumpForms[form](bytes)].join("\n")).join("\n");
  const lines = linesOf(text);
  const dump = findDumps(lines).at(-1)!;
  const packet = decodeFrom(dump.startLayer, dump.bytes);
  const node = [...everyNode(packet.layers.map((layer) => layer.node))].find(({ id }) => id === field)!;
  return hoverAt(packet, node.start, wordsFor(language), surroundingsOf(lines, dump))!.markdown;
}

type Case = readonly [picture: string, field: string, english: readonly string[], chinese: readonly string[]];

/** Client 1000 and server 5000 begin their streams; the pointer is on the last segment. `!` before a text that must not be said. */
const cases: readonly Case[] = [
  ["C>S SYN | S>C SYN,ACK", "tcp.flags", ["second of three", "1001 − 1", "**5000**"], ["第二次握手"]],
  ["C>S SYN | S>C SYN,ACK", "tcp.ack_raw", ["It answers the SYN above: 1000 + 1 = **1001**"], ["1000 + 1 = **1001**"]],
  [
    "C>S SYN | S>C SYN,ACK | C>S ACK",
    "tcp.flags",
    ["Third segment", "5000 + 1 = **5001**", "both sides are ESTABLISHED"],
    ["第三次握手", "5000 + 1 = **5001**", "此后双方进入 ESTABLISHED"],
  ],
  ["S>C SYN,ACK | C>S ACK", "tcp.flags", ["Third segment", "5000 + 1 = **5001**"], ["第三次握手"]],
  ["C>S 0:10 | S>C ACK", "tcp.flags", ["!Third segment"], ["!第三次握手"]],
  [
    "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100",
    "tcp.seq_raw",
    ["**100 bytes**", "1001 to 1100", "Counted from the SYN above (1000) it is number **1**"],
    ["从上面的 SYN（1000）数起，相对序号是 **1**"],
  ],
  [
    "C>S 0:100 | C>S 100:150 | S>C ACK ack 151",
    "tcp.ack_raw",
    ["the **50 bytes** of the segment above have arrived"],
    ["**50 字节**"],
  ],
  ["C>S 0:100 | C>S 0:100", "tcp.flags", ["The same bytes as a segment above", "sent once more"], ["重传"]],
  ["C>S 0:100 | C>S 0:100", "tcp.seq_raw", ["number 1001 again"], ["又是 1001"]],
  ["C>S 0:100 | C>S 100:200", "tcp.flags", ["!sent once more"], ["!重传"]],
  ["C>S SYN | C>S SYN seq 0", "tcp.flags", ["sent once more"], ["重传"]],
  ["S>C ACK ack 10 | C>S 20:30 | S>C ACK ack 10", "tcp.flags", ["Asks for 1010 once more", "RFC 5681"], ["重复确认"]],
  ["S>C ACK ack 10 | C>S 10:30 | S>C ACK ack 30", "tcp.flags", ["!once more"], ["!重复确认"]],
  ["C>S SYN | S>C RST,ACK", "tcp.flags", ["nobody listens at port **80**"], ["端口 **80** 上没有程序在监听"]],
  ["C>S FIN,ACK | S>C ACK", "tcp.ack_raw", ["acknowledges the FIN above", "That direction is closed now"], ["确认上面的 FIN"]],
  ["C>S FIN,ACK | S>C ACK", "tcp.flags", ["acknowledges the FIN above"], ["确认上面的 FIN"]],
  ["C>S FIN,ACK | S>C ACK | S>C FIN,ACK", "tcp.flags", ["Closes the second direction"], ["关闭第二个方向"]],
  ["C>S FIN,ACK | S>C FIN,ACK | C>S ACK", "tcp.flags", ["acknowledges the FIN above"], ["确认上面的 FIN"]],
  ["C>S SYN | S>C SYN,ACK | C>S 0:5", "tcp.dstport", ["The SYN goes to it"], ["SYN 发往这里"]],
  ["C>S SYN | S>C SYN,ACK | C>S 0:5", "tcp.srcport", ["It sent the SYN"], ["SYN"]],
  ["C>S 0:5", "tcp.dstport", ["**80** is known for **http**"], ["**http**"]],
];

const packetsOf = (picture: string) => conversation(picture).map(({ bytes }) => bytes.subarray(14));

describe("a hover on bytes, after the dumps above them", () => {
  for (const [picture, field, english, chinese] of cases) {
    it(`${picture}: ${field}`, () => {
      for (const [language, expected] of [
        ["en", english],
        ["zh-cn", chinese],
      ] as const) {
        const said = hoverOnLast(packetsOf(picture), field, language);
        for (const text of expected)
          assert.equal(said.includes(text.replace(/^!/, "")), !text.startsWith("!"), `${text} in: ${said}`);
      }
    });
  }

  it("knows no segment of other ports", () => {
    const other = conversation("C>S SYN | S>C SYN,ACK", { client: { port: 40001 } }).map(({ bytes }) => bytes.subarray(14));
    const third = conversation("C>S ACK ack 0").map(({ bytes }) => bytes.subarray(14));
    assert.doesNotMatch(hoverOnLast([...other, ...third], "tcp.flags", "en"), /Third/);
  });

  for (const form of ["Wireshark", "hexdump -C", "tcpdump of 1999", "C array", "Python's bytes over lines"]) {
    it(`says the same of bytes written as ${form}`, () => {
      assert.match(hoverOnLast(packetsOf("C>S SYN | S>C SYN,ACK | C>S ACK"), "tcp.flags", "en", form), /Third segment/);
    });
  }

  it("multiplies the window by what the SYNs above offered", () => {
    const offer = (shift: number) => join(mss(1460), nop, windowScale(shift));
    const packets = [
      ipv4({}, tcp({ srcport: 5, dstport: 6, seq: 1, flags: ["SYN"], options: offer(7) })),
      ipv4({}, tcp({ srcport: 6, dstport: 5, seq: 9, ack: 2, flags: ["SYN", "ACK"], options: offer(9) })),
      ipv4({}, tcp({ srcport: 5, dstport: 6, seq: 2, ack: 10, flags: ["ACK"], window: 229 })),
    ];
    assert.match(hoverOnLast(packets, "tcp.window_size_value", "en"), /229 × 2\^7 = \*\*29312 bytes\*\*/);
    assert.match(hoverOnLast(packets, "tcp.window_size_value", "zh-cn"), /229 × 2\^7 = \*\*29312 字节\*\*/);
    assert.match(hoverOnLast(packets.slice(1), "tcp.window_size_value", "en"), /\*\*229\*\* before scaling/);
  });

  describe("where the line above the bytes says something else", () => {
    const [fin, ack] = packetsOf("C>S FIN | S>C ACK");
    const said = (title: string, bytes: Uint8Array, language: "en" | "zh-cn" = "en"): string => {
      const lines = linesOf([title, ...dumpForms["tcpdump -X"](bytes)].join("\n"));
      const dump = findDumps(lines).at(-1)!;
      const packet = decodeFrom(dump.startLayer, dump.bytes);
      const node = [...everyNode(packet.layers.map((layer) => layer.node))].find(({ id }) => id === "tcp.flags")!;
      return hoverAt(packet, node.start, wordsFor(language), surroundingsOf(lines, dump))!.markdown;
    };
    const titleOf = (ends: string, flags: string) =>
      `12:00:01.000000 IP ${ends}: Flags [${flags}], seq 1, ack 1, win 9, length 0`;
    const toServer = "10.0.0.1.40000 > 10.0.0.2.80";
    const toClient = "10.0.0.2.80 > 10.0.0.1.40000";

    it("tells that one of them was changed", () => {
      assert.match(said(titleOf(toClient, "F."), ack), /says \*\*FIN, ACK\*\* \(`0x011`\) of this packet, but its bytes say ACK/);
      assert.match(said(titleOf(toClient, "F."), ack, "zh-cn"), /\*\*FIN, ACK\*\*（`0x011`）.*字节里却是 ACK/);
      assert.match(said(titleOf(toClient.replace(".80", ".http"), "F."), ack), /of this packet, but its bytes say ACK/);
    });

    it("says nothing where both agree, or where the line is another packet's", () => {
      for (const [title, bytes] of [
        [titleOf(toClient, "."), ack],
        [titleOf(toClient, ".EW"), ack],
        [titleOf(toServer, "F."), fin],
        [titleOf(toServer, "F."), ack],
        ["The last one of them:", ack],
      ] as const)
        assert.doesNotMatch(said(title, bytes), /was changed/, title);
    });
  });

  describe("where only lines without bytes stand above", () => {
    const [, , third, data, answer] = packetsOf("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100 | S>C ACK");
    const head =
      "12:00:00.000001 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1000, win 64240, options [mss 1460,nop,wscale 7], length 0";
    const reply =
      "12:00:00.000002 IP 10.0.0.2.80 > 10.0.0.1.40000: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,nop,wscale 9], length 0";
    const sent = "12:00:00.000004 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [P.], seq 1:101, ack 1, win 502, length 100";
    const of = (above: readonly string[], bytes: Uint8Array, field: string, form = "tcpdump -X"): string => {
      const lines = linesOf([...above, "12:00:01.000000 IP 10.0.0.1.40000 > 10.0.0.2.80:", ...dumpForms[form](bytes)].join("\n"));
      const dump = findDumps(lines).at(-1)!;
      const packet = decodeFrom(dump.startLayer, dump.bytes);
      const node = [...everyNode(packet.layers.map((layer) => layer.node))].find(({ id }) => id === field)!;
      return hoverAt(packet, node.start, wordsFor("en"), surroundingsOf(lines, dump))!.markdown;
    };

    it("takes the handshake from them", () => {
      assert.match(of([head, reply], third, "tcp.flags"), /Third segment of the handshake.*5000 \+ 1 = \*\*5001\*\*/s);
    });

    it("takes the window's scale from them", () => {
      assert.match(of([head, reply], third, "tcp.window_size_value"), /65535 × 2\^7/);
    });

    it("takes relative numbers as raw ones, once the SYN is known", () => {
      const said = of([head, reply, sent], answer, "tcp.ack_raw");
      assert.match(said, /the \*\*100 bytes\*\* of the segment above have arrived/);
      assert.match(of([head, reply, sent], data, "tcp.flags"), /sent once more/);
    });

    it("says nothing of relative numbers without the SYN", () => {
      assert.doesNotMatch(of([sent], data, "tcp.flags"), /once more/);
      assert.doesNotMatch(of([sent], answer, "tcp.ack_raw"), /100 bytes/);
    });

    it("knows the window's scale from rows of Wireshark, but none of their numbers", () => {
      const rows = [
        "1 0.000000 10.0.0.1 10.0.0.2 TCP 74 40000 → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 WS=128",
        "2 0.000100 10.0.0.2 10.0.0.1 TCP 74 80 → 40000 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460 WS=512",
      ];
      assert.match(of(rows, third, "tcp.window_size_value"), /65535 × 2\^7/);
      assert.doesNotMatch(of(rows, third, "tcp.flags"), /0 \+ 1/);
    });

    it("leaves the line alone that the bytes belong to, and other connections", () => {
      const other = head.replaceAll("40000", "40001");
      assert.doesNotMatch(of([other, reply.replaceAll("40000", "40001")], third, "tcp.flags"), /Third/);
    });
  });
});
