import { strict as assert } from "node:assert";
import { fields } from "../../src/protocols/registry";
import { captureMessages as enCapture } from "../../src/text/en/captureMessages";
import { connectionMessages as enConnection } from "../../src/text/en/connectionMessages";
import { filterMessages as enFilter } from "../../src/text/en/filterMessages";
import { mentionMessages as enMention, mentionMessages } from "../../src/text/en/mentionMessages";
import { wordsFor } from "../../src/text/languages";
import { type MessageId, say } from "../../src/text/words";
import { captureMessages as zhCapture } from "../../src/text/zhCn/captureMessages";
import { connectionMessages as zhConnection } from "../../src/text/zhCn/connectionMessages";
import { filterMessages as zhFilter } from "../../src/text/zhCn/filterMessages";
import { mentionMessages as zhMention } from "../../src/text/zhCn/mentionMessages";

const enParts = [enCapture, enConnection, enFilter, enMention];
const zhParts = [zhCapture, zhConnection, zhFilter, zhMention];
const en = wordsFor("en");
const zh = wordsFor("zh-cn");
const ids = Object.keys(en.messages) as MessageId[];

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe("words", () => {
  it("have equal placeholders in both languages", () => {
    for (const id of ids) assert.deepEqual(placeholders(zh.messages[id]), placeholders(en.messages[id]), id);
  });

  it("stand in one place each: no file hides what another says", () => {
    for (const parts of [enParts, zhParts]) {
      const all = parts.flatMap((part) => Object.keys(part));
      assert.deepEqual(
        all.filter((id, i) => all.indexOf(id) !== i),
        [],
      );
    }
  });

  it("have a label and a sentence for every field of every table", () => {
    for (const { language, fields: words } of [en, zh]) {
      for (const id of fields.keys()) assert.ok(words[id]?.label && words[id]?.about, `${language}: ${id}`);
    }
  });

  it("never explain a field with its label's words alone", () => {
    const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    for (const [id, word] of Object.entries(en.fields)) {
      const label = wordsOf(word!.label);
      const more = [...wordsOf(word!.about)].filter((each) => !label.has(each) && each.length > 2);
      assert.ok(more.length >= 2, `${id}: ${word!.about}`);
    }
  });

  it("never explain a mention with the words of its title alone", () => {
    const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    const labels = wordsOf(
      Object.values(en.fields)
        .map((word) => word!.label)
        .join(" "),
    );
    for (const id of Object.keys(mentionMessages).filter((id) => !/^mention\.(?:where|title)/.test(id)) as MessageId[]) {
      const said = en.messages[id].replace(/\{\w+(?::[^}]*)?\}|\[RFC[^\]]*\]/g, "");
      const more = [...wordsOf(said)].filter((each) => !labels.has(each) && each.length > 2);
      // the numbers of this segment say something as well
      assert.ok(more.length + placeholders(en.messages[id]).length >= 2, `${id}: ${said}`);
      const chinese = zh.messages[id].replace(/\{\w+\}|\[RFC[^\]]*\]/g, "").match(/\p{Script=Han}/gu) ?? [];
      assert.ok(chinese.length >= 4, `${id}: ${zh.messages[id]}`);
    }
  });

  it("cite the same RFC sections in both languages", () => {
    const cited = (text: string) => (text.match(/RFC \d+(?: §[\d.]+\d)?/g) ?? []).join(" ");
    for (const id of ids) assert.equal(cited(zh.messages[id]), cited(en.messages[id]), id);
  });

  it("call things in Chinese by one name", () => {
    const text = JSON.stringify([zh.fields, zh.messages]);
    for (const other of ["头部", "包头", "校验和", "序列号", "数据段"]) assert.ok(!text.includes(other), other);
  });

  it("count one byte and two bytes", () => {
    assert.match(say(en, "tcp.payload", { length: 1 }), /1 byte\b/);
    assert.match(say(en, "tcp.payload", { length: 2 }), /2 bytes\b/);
    assert.match(say(zh, "tcp.payload", { length: 2 }), /2 字节/);
  });

  for (const tag of ["zh-cn", "zh-CN", "zh_CN.UTF-8", "zh-tw", "zh"])
    it(`speak Chinese for ${tag}`, () => assert.equal(wordsFor(tag), zh));
  for (const tag of ["en", "de", "zhx", ""]) it(`speak English for "${tag}"`, () => assert.equal(wordsFor(tag), en));
});
