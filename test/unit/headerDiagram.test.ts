import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { wordsFor } from "../../src/text/languages";
import { bitsPerRow, headerDiagrams } from "../../src/view/onScreen/headerDiagram";
import type { TreeNode } from "../../src/view/tree";
import { dnsHeader, dnsQuestion } from "../dsl/applications";
import { join } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4 } from "../dsl/headers";
import { udp } from "../dsl/headersOfIp";
import { pcapFile } from "../dsl/pcapFile";

const handshake = conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK");

const detailOf = async (number: number) => (await engineOf(handshake)).packet(number);

describe("a header's diagram", () => {
  it("is the one of RFC 9293 for TCP", async () => {
    const { tree } = await detailOf(3);
    const tcp = headerDiagrams(tree).find(({ key }) => key === "tcp")!;
    const drawn = tcp.cells.map(({ row, column, width, height, label }) => `${row}:${column}+${width}x${height} ${label}`);
    assert.deepEqual(drawn.slice(0, 18), [
      "0:0+16x1 Source port",
      "0:16+16x1 Destination port",
      "1:0+32x1 Sequence number",
      "2:0+32x1 Acknowledgment number",
      "3:0+4x1 Header length",
      "3:4+3x1 Reserved",
      "3:7+1x1 AE",
      "3:8+1x1 CWR",
      "3:9+1x1 ECE",
      "3:10+1x1 URG",
      "3:11+1x1 ACK",
      "3:12+1x1 PSH",
      "3:13+1x1 RST",
      "3:14+1x1 SYN",
      "3:15+1x1 FIN",
      "3:16+16x1 Window",
      "4:0+16x1 Checksum",
      "4:16+16x1 Urgent pointer",
    ]);
  });

  it("names options where they begin, as RFC 7323 does in its appendix A", async () => {
    const { fields } = wordsFor("en");
    const { tree } = await (await engineOf(readFileSync("samples/handshake.cap"))).packet(1);
    const writing = { short: ({ id }: TreeNode) => fields[id]?.short, text: ({ text }: TreeNode) => text };
    const { cells } = headerDiagrams(tree, writing).find(({ key }) => key === "tcp")!;
    assert.deepEqual(
      cells.slice(18).flatMap(({ label, short, text, continues }) => (continues ? [] : `${label}: ${short ?? text}`)),
      [
        ...["MSS: Kind 2", "Length: 4", "MSS: 65495"],
        ...["SACK permitted: Kind 4", "Length: 2"],
        ...["Timestamps: Kind 8", "Length: 10", "TSval: 3615181462", "TSecr: 0"],
        ...["NOP: Kind 1", "Window scale: Kind 3", "Length: 3", "Shift: 10"],
      ],
    );
  });

  it("names the bits of IPv4 by few letters", async () => {
    const { tree } = await detailOf(1);
    const ip = headerDiagrams(tree).find(({ key }) => key === "ip")!;
    assert.deepEqual(
      ip.cells.filter(({ width }) => width === 1).map(({ label }) => label),
      ["RB", "DF", "MF"],
    );
  });

  it("names bits as the RFCs do, in either language", async () => {
    const query = join(dnsHeader(7, 0x0100, 1, 0, 0, 0), dnsQuestion("example.org", 1));
    const packet = ethernet(0x0800, ipv4({ protocol: 17 }, udp(50_000, 53, query)));
    for (const language of ["en", "zh-cn"] as const) {
      const engine = await engineOf(pcapFile([{ bytes: packet }]), language);
      const dns = headerDiagrams((await engine.packet(1)).tree).find(({ key }) => key === "dns")!;
      assert.deepEqual(
        dns.cells.filter(({ width }) => width === 1).map(({ label }) => label),
        ["QR", "AA", "TC", "RD", "RA", "Z", "AD", "CD"],
      );
    }
  });

  it("covers no bit twice and leaves none out, in every capture", async () => {
    for (const { name, bytes } of ownCaptures()) {
      const engine = await engineOf(bytes);
      const { packets } = await engine.summary();
      for (let number = 1; number <= Math.min(packets, 40); number += 1) {
        for (const { key, rows, cells } of headerDiagrams((await engine.packet(number)).tree)) {
          const taken = new Uint8Array(rows * bitsPerRow);
          for (const { row, column, width, height } of cells)
            for (let down = 0; down < height; down += 1)
              for (let at = 0; at < width; at += 1) taken[(row + down) * bitsPerRow + column + at] += 1;
          const last = taken.findLastIndex((times) => times > 0);
          assert.ok(
            taken.every((times, bit) => times === (bit <= last ? 1 : 0)),
            `${name}, packet ${number}, ${key}`,
          );
        }
      }
    }
  });
});
