import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { jsonLines, wirenote } from "../dsl/commandLine";

describe("wirenote explain", () => {
  const note = "samples/note.md";
  const lines = readFileSync(note, "utf8").split("\n");
  const line = lines.findIndex((text) => /0x0020: +8010/.test(text));
  const at = `${line + 1}:${lines[line].indexOf("8010") + 1}`;

  it("explains 8010 as header length 32 and ACK", () => {
    const { out } = wirenote(["explain", note, "--at", at]);
    assert.match(out, /\*\*8\*\* × 4 = \*\*32 bytes\*\*/);
    assert.match(out, /Flags `0x010` = \*\*ACK\*\*/);
  });

  it("says what the row holds where the offset stands", () => {
    const { out } = wirenote(["explain", note, "--at", `${line + 1}:${lines[line].indexOf("0x0020") + 2}`]);
    assert.match(out, /Offset `0x0020`: this row has the bytes \*\*32–47\*\* of 52/);
    assert.match(out, /\*\*TCP\*\*: Header length, Flags, Window, Checksum, Urgent pointer/);
  });

  it("tells what stands above the bytes", () => {
    const [first] = wirenote(["explain", note, "--json"])
      .out.split("\n")
      .map((row) => JSON.parse(row || "{}"));
    assert.match(first.summary, /^23:43:12\.519241 lo .* Flags \[S\], seq 622686792.* length 0$/);
  });

  it("explains it in Chinese", () =>
    assert.match(wirenote(["explain", note, "--at", at, "--lang", "zh-cn"]).out, /数据偏移 \*\*8\*\* × 4 = \*\*32 字节\*\*/));

  it("explains words where there are no bytes", () => {
    const words = "samples/study-note.md";
    const text = readFileSync(words, "utf8").split("\n");
    const row = text.findIndex((each) => each.includes("Flags [S.]") && each.includes("cksum"));
    const place = `${row + 1}:${text[row].indexOf("ack ") + 1}`;
    assert.match(wirenote(["explain", words, "--at", place]).out, /622686792 \+ 1 = \*\*622686793\*\*/);
    assert.match(wirenote(["explain", words, "--at", place, "--lang", "zh-cn"]).out, /期待的下一个字节/);
    assert.match(wirenote(["explain", words, "--at", "1:1"]).out, /No hex dump/);
    assert.match(wirenote(["explain", words, "--at", "99999:1"]).out, /No hex dump/);
  });

  it("lists the packets of the note with the fields of the capture", () => {
    const found = jsonLines(wirenote(["explain", note, "--json"]).out);
    assert.deepEqual(
      found.map((packet) => [packet["startLayer"], packet["findings"]]),
      Array(6).fill(["ipv4", []]),
    );
    const captured = jsonLines(wirenote(["packets", "samples/handshake.cap", "--json"]).out);
    found.forEach((packet, index) => {
      for (const [key, value] of Object.entries(packet["fields"] as Record<string, unknown>)) {
        if (key !== "frame.protocols") assert.deepEqual(value, captured[index][key], key);
      }
    });
  });
});
