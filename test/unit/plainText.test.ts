import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { isPlainText, plainTextHead } from "../../src/capture/plainText";
import { wordsFor } from "../../src/text/languages";
import { damageAfterText, failureText, refusalText } from "../../src/view/captureProblems";
import { hex, join, text } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";

describe("texts that are taken for captures", () => {
  const texts: readonly (readonly [string, Uint8Array])[] = [
    ["a note", readFileSync("samples/note.md").subarray(0, plainTextHead)],
    ["Chinese in UTF-8", readFileSync("samples/note.zh-cn.md").subarray(0, plainTextHead)],
    ["UTF-8 with its mark", join(hex("ef bb bf"), text("0x0000:  4500\r\n"))],
    // 你好
    ["Chinese in GBK", hex("c4 e3 ba c3 0a")],
    ["UTF-16 with its mark", hex("ff fe 30 00 78 00 0a 00")],
    ["colours of a terminal", text("\x1b[32mIP 10.0.0.1\x1b[0m\n")],
  ];
  for (const [name, bytes] of texts) it(`are known: ${name}`, () => assert.ok(isPlainText(bytes)));

  it("are no captures, pictures, or nothing at all", () => {
    for (const { name, bytes } of ownCaptures()) assert.ok(!isPlainText(bytes.subarray(0, plainTextHead)), name);
    for (const bytes of [readFileSync("media/hover-dark.png").subarray(0, plainTextHead), new Uint8Array(0), hex("41 42 00")])
      assert.ok(!isPlainText(bytes));
  });
});

describe("why a file shows nothing, or not all", () => {
  const en = wordsFor("en");
  const failed = (code: string) => failureText(en, Object.assign(new Error(`${code}: open`), { code }));

  it("tells a text from what is not known", () => {
    assert.equal(refusalText(en, text("Once")), "This is a text, not a capture.");
    assert.match(refusalText(en, hex("00 01 02 03 04")), /this one with 00010203\.$/);
  });

  it("says of a file that cannot be opened what a person can do about it", () => {
    assert.match(failed("ENOENT"), /moved or deleted/);
    assert.match(failed("EACCES"), /may not be read/);
    assert.equal(failed("EIO"), "The file cannot be read: EIO: open");
  });

  it("says what is shown still", () => {
    const cut = { kind: "cut-in-record", offset: 480, value: 78 } as const;
    assert.match(damageAfterText(en, cut, 5), /no whole record\. 5 packets before it are shown\.$/);
    assert.match(damageAfterText(en, cut, 1), /1 packet before it is shown\.$/);
    assert.match(damageAfterText(en, cut, 0), /no whole record\.$/);
    assert.match(damageAfterText(en, { ...cut, kind: "compressed-cut" }, 5), /could be unpacked\.$/);
  });
});
