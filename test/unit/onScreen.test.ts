import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import { bitSpan, partOfByte } from "../../src/view/onScreen/bitSpan";
import { freshState, readFreshState, readState, withLayoutOf } from "../../src/view/onScreen/editorState";
import { bitsPerRow, headerDiagrams } from "../../src/view/onScreen/headerDiagram";
import { bitsText, fieldAtDigit, hexRows } from "../../src/view/onScreen/hexRows";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { sentenceParts } from "../../src/view/onScreen/sentenceParts";
import { everyRow, keysAround, nodeOf, treeRows } from "../../src/view/onScreen/treeRows";
import type { TreeNode } from "../../src/view/tree";
import { dnsHeader, dnsQuestion } from "../dsl/applications";
import { join } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";
import { conversationCapture } from "../dsl/conversation";
import { ethernet, ipv4 } from "../dsl/headers";
import { udp } from "../dsl/headersOfIp";
import { pcapFile } from "../dsl/pcapFile";

async function engineOf(capture: Uint8Array): Promise<CaptureEngine> {
  const engine = captureEngine(async () => memorySource(capture), wordsFor("en"));
  await engine.index(() => {});
  return engine;
}

const handshake = conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK");
const detailOf = async (number: number) => (await engineOf(handshake)).packet(number);

describe("the tree as rows", () => {
  it("shows what stands in open nodes", async () => {
    const { tree } = await detailOf(1);
    const layers = tree.map(({ id }) => id);
    assert.deepEqual(
      treeRows(tree, () => false).map(({ key }) => key),
      layers,
    );
    const open = treeRows(tree, (key) => key === "tcp" || key === "tcp/tcp.flags");
    const syn = open.find(({ key }) => key === "tcp/tcp.flags/tcp.flags.syn");
    assert.equal(syn?.level, 3);
    assert.equal(syn?.position, 9);
    assert.equal(syn?.siblings, 10);
    assert.equal(open.find(({ key }) => key === "tcp")?.open, true);
    assert.equal(open.find(({ key }) => key === "tcp/tcp.srcport")?.open, undefined);
  });

  it("finds nodes by their key, and what stands around them", async () => {
    const { tree } = await detailOf(1);
    assert.equal(nodeOf(tree, "tcp/tcp.flags/tcp.flags.syn")?.value, 1);
    assert.equal(nodeOf(tree, "tcp/none"), undefined);
    assert.deepEqual(keysAround("tcp/tcp.flags/tcp.flags.syn"), ["tcp", "tcp/tcp.flags"]);
  });

  it("gives every node of every capture a key of its own", async () => {
    for (const { name, bytes } of ownCaptures()) {
      const engine = await engineOf(bytes);
      const { packets } = await engine.summary();
      for (let number = 1; number <= Math.min(packets, 40); number += 1) {
        const keys = everyRow((await engine.packet(number)).tree).map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length, `${name}, packet ${number}`);
      }
    }
  });
});

describe("bytes as rows", () => {
  it("are offset, digits and characters", () => {
    const rows = hexRows(
      Uint8Array.from({ length: 18 }, (_, at) => at + 0x3f),
      16,
    );
    assert.deepEqual(
      rows.map(({ offset, cells }) => `${offset} ${cells.length}`),
      ["0000 16", "0010 2"],
    );
    assert.deepEqual(rows[0].cells[1], { index: 1, hex: "40", ascii: "@" });
    assert.equal(
      hexRows(new Uint8Array([0x1f, 0x7f, 0x20]), 8)[0]
        .cells.map(({ ascii }) => ascii)
        .join(""),
      ".. ",
    );
    assert.deepEqual(hexRows(new Uint8Array(), 16), []);
    assert.equal(hexRows(new Uint8Array(0x10001), 16)[0].offset, "000000");
  });

  it("are found by their digits, down to half a byte", async () => {
    const { tree } = await detailOf(1);
    const tcp = tree.find(({ id }) => id === "tcp")!.start;
    const at = (byte: number, digit: 0 | 1) => fieldAtDigit(tree, tcp + byte, digit, undefined)?.node.id;
    assert.equal(at(0, 0), "tcp.srcport");
    assert.equal(at(7, 1), "tcp.seq_raw");
    assert.equal(at(12, 0), "tcp.hdr_len");
    assert.equal(at(12, 1), "tcp.flags");
    assert.equal(at(13, 0), "tcp.flags");
    assert.equal(fieldAtDigit(tree, 5000, 0, undefined), undefined);
    assert.equal(fieldAtDigit(tree, tcp, 0, 1), undefined);
  });

  it("tell which of their bits a field takes", async () => {
    const { tree, bytes } = await detailOf(1);
    const syn = nodeOf(tree, "tcp/tcp.flags/tcp.flags.syn")!;
    assert.deepEqual(bitsText(bytes, syn), { before: "0000 00", own: "1", after: "0" });
    assert.deepEqual(partOfByte(bitSpan(syn), syn.start), { from: 6, to: 7 });
    assert.equal(partOfByte(bitSpan(syn), syn.start + 1), undefined);
    const flags = nodeOf(tree, "tcp/tcp.flags")!;
    assert.deepEqual(partOfByte(bitSpan(flags), flags.start), { from: 4, to: 8 });
    assert.deepEqual(partOfByte(bitSpan(flags), flags.start + 1), { from: 0, to: 8 });
    assert.equal(bitsText(bytes, nodeOf(tree, "tcp/tcp.seq_raw")!), undefined);
  });
});

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
      const engine = captureEngine(async () => memorySource(pcapFile([{ bytes: packet }])), wordsFor(language));
      await engine.index(() => {});
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

describe("the list's sequence numbers", () => {
  it("are counted from the connection's first, or as they are on the wire", async () => {
    const engine = await engineOf(handshake);
    const [row] = await engine.rows(1, 1);
    const [raw] = await engine.rows(1, 1, { ...plainLook, numbers: "raw" });
    const { tree } = await engine.packet(2);
    const [seq, ack] = ["tcp/tcp.seq_raw", "tcp/tcp.ack_raw"].map((key) => nodeOf(tree, key)!.text);
    assert.match(row.info, / Seq=0 Ack=1 /);
    assert.ok(raw.info.includes(` Seq=${seq} Ack=${ack} `), raw.info);
    assert.notEqual(seq, "0");
    await engine.filter("tcp.flags.ack == 1");
    assert.deepEqual((await engine.listedRows(0, 1, { ...plainLook, numbers: "raw" }))[0], raw);
  });
});

describe("a sentence's parts", () => {
  it("are emphasis, code and references", () => {
    assert.deepEqual(sentenceParts("**5** is `0x5`. [RFC 9293 §3.4] [x]"), [
      { kind: "strong", text: "5" },
      { kind: "plain", text: " is " },
      { kind: "code", text: "0x5" },
      { kind: "plain", text: ". " },
      { kind: "link", text: "RFC 9293 §3.4", href: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
      { kind: "plain", text: " [x]" },
    ]);
  });
});

describe("the editor's state", () => {
  it("survives being written and read", () => {
    const state = {
      ...freshState,
      marked: [2, 1, 5, 3],
      packet: 7,
      hidden: ["bytes"],
      parted: { ...freshState.parted, rows: 20 },
      numbers: "raw",
      listed: "connections",
      connections: { column: "trouble", descending: true },
      trouble: "zero_window",
      top: 5000,
      flow: {
        notation: "stevens",
        time: "proportional",
        folds: false,
        zoom: 1.5,
        tab: "diagram",
        chart: "roundTrip",
        sender: "client",
        direction: "server",
        format: "hex",
      },
    } as const;
    assert.deepEqual(readState(JSON.parse(JSON.stringify(state))), state);
  });

  it("is fresh where nothing, another version or nonsense was kept", () => {
    for (const kept of [undefined, null, 5, "", {}, { version: 0, packet: 3 }]) assert.deepEqual(readState(kept), freshState);
    const nonsense = {
      version: 1,
      packet: -1,
      field: 3,
      open: [1],
      hidden: ["x"],
      tab: "y",
      parted: { rows: 300 },
      numbers: "z",
      listed: "hosts",
      connections: { column: "mood", descending: 3 },
      trouble: "keep_alive",
      top: 0.5,
      flow: { notation: "x", time: 3, folds: "no", zoom: 1.1, tab: [], chart: "pie", sender: 1 },
    };
    assert.deepEqual(readState(nonsense), freshState);
  });

  it("begins with what settings and the workspace say, as far as that makes sense", () => {
    const fresh = readFreshState({
      numbers: "raw",
      list: { time: "utc" },
      flow: { notation: "tcpdump", zoom: 2 },
      hidden: ["flow"],
    });
    const { numbers, list, flow, hidden } = readState({ version: 1, packet: 3 }, fresh);
    assert.deepEqual([numbers, list.time, hidden], ["raw", "utc", ["flow"]]);
    assert.deepEqual(flow, { ...freshState.flow, notation: "tcpdump", zoom: 2 });
    assert.deepEqual(readFreshState({ list: 5, flow: null }), freshState);
  });

  it("takes the layout of another one, and stays at its place in the capture", () => {
    const place = { packet: 7, field: "tcp", filter: "tcp.len > 0", top: 5 };
    const arranged = {
      ...freshState,
      ...place,
      hidden: ["bytes"],
      tab: "header",
      parted: { ...freshState.parted, rows: 20 },
      flow: { ...freshState.flow, zoom: 2 },
    } as const;
    const fresh = readFreshState({ hidden: ["flow"], packet: 3 });
    assert.deepEqual(withLayoutOf(fresh, arranged), { ...freshState, ...place, hidden: ["flow"] });
  });
});
