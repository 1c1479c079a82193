import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import fc from "fast-check";
import { isCaptureName } from "../../src/notes/captureEnding";
import { linkTo, readPlace } from "../../src/notes/capturePlace";
import { linksInLine } from "../../src/notes/linksInLine";
import { notedPackets } from "../../src/notes/notedPackets";
import { pathBetween } from "../../src/notes/pathBetween";
import { inRepository } from "../host/repository";

/** Each line, with what stands for a capture: the text of the link and what it leads to. */
const lines: readonly [line: string, ...links: string[]][] = [
  [
    "[the SYN](handshake.cap#1) and [its answer](handshake.cap#2)",
    "handshake.cap#1 → handshake.cap 1",
    "handshake.cap#2 → handshake.cap 2",
  ],
  ["![[handshake.pcapng]]", "handshake.pcapng → handshake.pcapng"],
  ["见 [[抓包/三次握手.pcapng#3|第三次握手]]。", "抓包/三次握手.pcapng#3 → 抓包/三次握手.pcapng 3"],
  ['[第二次握手](../my%20captures/a%28b%29.pcap#2 "标题")', "../my%20captures/a%28b%29.pcap#2 → ../my captures/a(b).pcap 2"],
  [
    "[x](<my captures/a.pcap#tcp.flags.syn == 1>)",
    "my captures/a.pcap#tcp.flags.syn == 1 → my captures/a.pcap tcp.flags.syn == 1",
  ],
  ["[all](a(1).cap#tcp.stream%20eq%200)", "a(1).cap#tcp.stream%20eq%200 → a(1).cap tcp.stream eq 0"],
  ["[handshake]: ./handshake.pcapng.gz#12", "./handshake.pcapng.gz#12 → ./handshake.pcapng.gz 12"],
  ["sudo tcpdump -n -v -i any tcp port 3001 -w ./file.cap", "./file.cap → ./file.cap"],
  ["It is in handshake.cap#3, as said.", "handshake.cap#3 → handshake.cap 3"],
  [
    "Look at web.pcap#tcp.analysis.retransmission.",
    "web.pcap#tcp.analysis.retransmission → web.pcap tcp.analysis.retransmission",
  ],
  ["抓包见handshake.cap#3。", "抓包见handshake.cap#3 → 抓包见handshake.cap 3", "handshake.cap#3 → handshake.cap 3"],
  ["`web.pcap12`, “web.cap0”", "web.pcap12 → web.pcap12"],
  ["`my captures/slow.pcap0`", "my captures/slow.pcap0 → my captures/slow.pcap0", "captures/slow.pcap0 → captures/slow.pcap0"],
  ["`tcpdump -r a.cap#3`", "tcpdump -r a.cap#3 → tcpdump -r a.cap 3", "-r a.cap#3 → -r a.cap 3", "a.cap#3 → a.cap 3"],
  ["C:\\captures\\a.pcap and \\\\host\\a.pcap", "C:\\captures\\a.pcap → C:/captures/a.pcap", "\\\\host\\a.pcap → //host/a.pcap"],
  ["(a.CAP), “b.PcapNG”", "a.CAP → a.CAP", "b.PcapNG → b.PcapNG"],
  ["a.pcap#0 begins nowhere", "a.pcap#0 → a.pcap"],
  // nothing of ours
  ["[x](https://example.org/handshake.pcapng) and https://example.org/a.pcap"],
  ["handshake.capture, x.cap.txt, .pcap, recap, cap, a.pcap1234"],
  ["crash.dmp and sql.trc belong to other programs"],
];

describe("links to captures in a line", () => {
  for (const [line, ...links] of lines)
    it(line, () => {
      const found = linksInLine(line).map(({ start, end, path, place }) => {
        const about = place ? ` ${"packet" in place ? place.packet : place.filter}` : "";
        return `${line.slice(start, end)} → ${path}${about}`;
      });
      assert.deepEqual(found, links);
    });

  it("lie in any folder only where double brackets name them alone", () => {
    const line = "[[a.cap]] [[b/a.cap#1]] [x](a.cap) a.cap";
    assert.deepEqual(
      linksInLine(line).map(({ isAnywhere = false }) => isAnywhere),
      [true, false, false, false],
    );
  });

  it("takes little time for a long line, and none for one that nobody wrote", () => {
    for (const part of ["a.", "](", "[[", "`", "[a](b.", "中a"])
      for (const times of [20_000 / part.length - 2, 1_000_000]) {
        const line = `${part.repeat(times)}.cap`;
        const start = process.cpuUsage();
        linksInLine(line);
        const { user } = process.cpuUsage(start);
        assert.ok(user < 500_000, `${part} ${times}: ${user} µs`);
      }
  });
});

describe("the place that a link names", () => {
  it("comes back as it was written, in Markdown", () => {
    const place = fc.oneof(
      fc.integer({ min: 1, max: 2 ** 40 }).map((packet) => ({ packet })),
      fc.string({ unit: "grapheme" }).map((text) => ({ filter: `tcp ${text}`.trim() })),
    );
    const name = fc.stringMatching(/^[a-zäöü中文 ()#%_-]{1,12}$/).map((text) => `x${text}x.pcapng`);
    fc.assert(
      fc.property(name, place, (path, place) => {
        const [link] = linksInLine(`[text](${linkTo(path, place)})`);
        assert.deepEqual({ path: link.path, place: link.place }, { path, place });
      }),
    );
  });

  it("is a packet's number, a filter, or the whole capture", () => {
    assert.deepEqual(readPlace("12"), { packet: 12 });
    assert.deepEqual(readPlace("tcp.port==80"), { filter: "tcp.port==80" });
    assert.deepEqual(readPlace("100%"), { filter: "100%" });
    assert.equal(readPlace(""), undefined);
    assert.equal(linkTo("a b.cap", undefined), "a%20b.cap");
  });
});

describe("what notes say of packets", () => {
  it("is the line that links to each, as it is read", () => {
    const note = [
      "# [手册](handshake.cap#1)",
      "no link",
      "1. The server [answers `[SYN, ACK]`](handshake.cap#2), **see** [[handshake.cap#3|the third]] and `other.cap#4`.",
      "> twice: handshake.cap#5, handshake.cap#5; [all](handshake.cap) and [few](handshake.cap#tcp.flags.fin==1)",
    ].join("\r\n");
    assert.deepEqual(
      notedPackets(note, ({ path }) => path === "handshake.cap").map(({ packet, line, text }) => `${packet} at ${line}: ${text}`),
      [
        "1 at 0: 手册",
        "2 at 2: The server answers [SYN, ACK], see the third and other.cap#4.",
        "3 at 2: The server answers [SYN, ACK], see the third and other.cap#4.",
        "5 at 3: twice: handshake.cap#5, handshake.cap#5; all and few",
      ],
    );
  });
});

describe("how a note names a file", () => {
  const paths = [
    ["/notes/tcp/syn.md", "/notes/tcp/a.cap", "a.cap"],
    ["/notes/tcp/syn.md", "/notes/captures/a.cap", "../captures/a.cap"],
    ["/notes/syn.md", "/notes/tcp/a.cap", "tcp/a.cap"],
    ["/one/syn.md", "/other/a.cap", "../other/a.cap"],
    ["/syn.md", "/a.cap", "a.cap"],
  ];
  for (const [note, capture, path] of paths)
    it(`${capture} from ${note}`, () => {
      assert.equal(pathBetween(note, capture), path);
      assert.equal(join(dirname(note), path), capture);
    });
});

describe("the names of captures", () => {
  interface Selector {
    readonly priority: string;
    readonly selector: readonly { readonly filenamePattern: string }[];
  }
  const manifest = JSON.parse(readFileSync(inRepository("package.json"), "utf8")) as {
    readonly contributes: { readonly customEditors: readonly Selector[] };
  };

  for (const { priority, selector } of manifest.contributes.customEditors)
    for (const { filenamePattern } of selector)
      it(`are those that ${priority === "default" ? "open by themselves" : "are only offered"}: ${filenamePattern}`, () => {
        const name = filenamePattern.replace("*", "some").replaceAll("[0-9]", "7");
        assert.equal(isCaptureName(name), priority === "default");
      });
});
