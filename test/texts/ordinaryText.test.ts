import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Lines, linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { mentionsIn } from "../dsl/pointed";

const ordinary = [
  "LISTEN to this: the case was CLOSED in 1998, and ESTABLISHED practice is CLOSING.",
  "CLOSED  #8011  fixed by 8010a2f, see also 5018 and PR 5010",
  "color: #8011ff; background: #0x12; --z: 0x8010;",
  "The server listens on TCP port 8010, and on 5018 and 8002 too.",
  "http://127.0.0.1:8011/ speaks TCP, so does localhost:5011 (TCP)",
  "const mask = 0x18; // or 0x10, or 0x012",
  "see open(2), printf(3), 21(3) and volume 1025(1024)",
  "win32, win64 and win10 builds; len 16, ack 3, seq 4",
  "7 0.302591 10.0.2.2 10.0.2.15 is a list of numbers; 8 0.1 a.b.c -> d.e.f SSH 92",
  "the broker sends an ack packet, and waits for the next ack segment",
  "    [SEQ/ACK analysis]",
  "a time-wait loop, the last-ack flag and close_wait; see ./time-wait.md",
  '![TCP Keepalive 工作原理](https://example.org/a.png) and [TCP Keep-Alive](x.md), "TCP ports"',
  "TCP flags=0x4000; (Time to live)=0x40; protocol=0x06; version=0x04, Ethernet len=14; IPv4 len=20",
  "TCP flags: source port 0xc1d4, 目的端口 0x0050，窗口 0x0010，协议为 0x06，type 0x0011",
  "ACK: the broker acknowledges; NACK and ACK of AMQP, ack = require('ack')",
  "foo > bar: baz, and a.1 > b.2: c",
  "12:00:01.123 service > worker: started",
  "echo 1 > /tmp/file: done; if (a > b: c) [ACK]",
  "1 → 2 [maybe] Seq is what follows",
  "binary 10010010 and 1000000000010001 are numbers",
  "de305d54-75b4-431b-adb2-eb6b9e546014 00010010 10010",
  "Helsinki, FIN",
  "a page in RST",
  "ECE in Berlin is URG",
  "| seq | ack | win |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
  "Flags [x], seq, ack, win, length",
  "mss = x + 1 in megasamples",
  "00000010: 7f45 4c46 0201 0100 0000 0000 0000 0000  SYN ACK.Flags [S]",
  "\t0x0020:  8010 00e5 6f0e 0000 0101 080a  SYN Flags [S]",
];

/** Where a mention may begin: words of digits, of capitals, or of TCP's own few. */
const beginnings = /[\p{L}\d[\]]*(?:\d|\p{Lu}{2}|\[)[^\s]*|\b(?:seq|ack|win|mss|len|urg|syn|fin|rst)\b|[^\s]+ > /giu;

function* mentionsAtBeginnings(lines: Lines) {
  for (let line = 0; line < lines.count; line += 1) {
    const text = lines.at(line);
    for (const { index } of text.matchAll(beginnings)) {
      const mention = mentionAt(lines, line, index);
      if (mention) yield `${line + 1}: ${text.slice(mention.startColumn, mention.endColumn)} in ${text.slice(0, 120)}`;
    }
  }
}

describe("ordinary text is left alone", () => {
  for (const text of ordinary) {
    it(text.slice(0, 60).replaceAll("\n", "⏎"), () => {
      assert.deepEqual(
        [...mentionsIn(linesOf(text))].map((found) => found.text),
        [],
      );
    });
  }

  it("the documents of every package that is installed here", function () {
    this.timeout(120_000);
    const files = readdirSync("node_modules", { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(?:md|markdown)$/i.test(path),
    );
    const found = files.flatMap((path) => {
      const lines = linesOf(readFileSync(join("node_modules", path), "utf8"));
      return [...mentionsAtBeginnings(lines)].map((mention) => `${path}:${mention}`);
    });
    assert.ok(files.length > 100, `${files.length} documents`);
    assert.deepEqual(found, []);
  });

  it("is told from a study note by the same search", () => {
    const found = [...mentionsAtBeginnings(linesOf(readFileSync("samples/study-note.md", "utf8")))];
    assert.ok(found.length > 150, `${found.length} found`);
  });
});
