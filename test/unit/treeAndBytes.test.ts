import { strict as assert } from "node:assert";
import { bitSpan, partOfByte } from "../../src/view/onScreen/bitSpan";
import { bitsText, fieldAtDigit, hexRows } from "../../src/view/onScreen/hexRows";
import { sentenceParts } from "../../src/view/onScreen/sentenceParts";
import { everyRow, keysAround, nodeOf, treeRows } from "../../src/view/onScreen/treeRows";
import { ownCaptures } from "../dsl/captures";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";

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
