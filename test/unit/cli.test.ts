import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { text, zeros } from "../dsl/bytes";
import { conversation, conversationCapture } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";

const folder = mkdtempSync(join(tmpdir(), "wirenote-cli-"));
after(() => rmSync(folder, { recursive: true }));

function wirenote(args: readonly string[], input?: Uint8Array): { code: number | null; out: string; err: string } {
  const env = { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/wirenote.js", ...args], {
    encoding: "utf8",
    env,
    ...(input && { input }),
  });
  return { code: status, out: stdout, err: stderr };
}

const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("wirenote packets", () => {
  const { code, out } = wirenote(["packets", "samples/handshake.cap", "--json"]);
  const packets = jsonLines(out);

  it("prints the six segments of the sample", () => {
    assert.equal(code, 0);
    assert.deepEqual(
      packets.map((packet) => [packet["tcp.flags"], packet["tcp.seq"], packet["tcp.ack"], packet["tcp.hdr_len"]]),
      [
        ["0x0002", 0, 0, 40],
        ["0x0012", 0, 1, 40],
        ["0x0010", 1, 1, 32],
        ["0x0011", 1, 1, 32],
        ["0x0011", 1, 2, 32],
        ["0x0010", 2, 2, 32],
      ],
    );
  });

  it("names values as Wireshark does and leaves out what is not there", () => {
    const { "tcp.options.mss_val": mss, "tcp.options.sack_perm": sackPermitted, "tcp.checksum.status": status } = packets[0];
    assert.deepEqual([mss, sackPermitted, status], [65495, true, "partial"]);
    assert.equal("tcp.options.mss_val" in packets[2], false);
    assert.match(String(packets[0]["frame.time_epoch"]), /^\d+\.\d{9}$/);
  });

  it("prints a part, with the numbers of the whole", () => {
    const part = jsonLines(wirenote(["packets", "samples/handshake.cap", "--json", "--from", "5", "--count", "1"]).out);
    assert.deepEqual(
      part.map((packet) => [packet["frame.number"], packet["tcp.seq"]]),
      [[5, 1]],
    );
  });

  it("reads standard input", () => {
    const input = conversationCapture("C>S SYN | S>C SYN,ACK");
    assert.equal(jsonLines(wirenote(["packets", "-", "--json"], input).out).length, 2);
    assert.equal(jsonLines(wirenote(["packets", "-", "--json"], gzipSync(input)).out).length, 2);
  });

  it("reads a pipe by its name", function () {
    if (process.platform === "win32") return this.skip();
    const piped = 'cat "$0" | "$1" dist/wirenote.js packets /dev/stdin --json';
    const { stdout } = spawnSync("sh", ["-c", piped, "samples/handshake.cap", process.execPath], { encoding: "utf8" });
    assert.equal(jsonLines(stdout).length, 6);
  });

  it("prints columns for people", () =>
    assert.match(wirenote(["packets", "samples/handshake.cap"]).out, /TCP +80 \d+ → 3001 \[SYN\] Seq=0 Win=65495/));
});

describe("wirenote packets --filter", () => {
  const numbers = (args: readonly string[]) => {
    const { code, out, err } = wirenote(["packets", "samples/handshake.cap", "--json", ...args]);
    assert.equal(code, 0, err);
    return out === "" ? [] : jsonLines(out).map((packet) => packet["frame.number"]);
  };

  it("prints the packets that fit", () => {
    assert.deepEqual(numbers(["--filter", "tcp.flags.syn == 1"]), [1, 2]);
    assert.deepEqual(numbers(["--filter", "tcp.flags.fin == 1 && tcp.srcport == 3001"]), [5]);
    assert.deepEqual(numbers(["--filter", "udp"]), []);
    assert.deepEqual(numbers(["--filter", ""]), [1, 2, 3, 4, 5, 6]);
  });

  it("counts what it prints, from a packet on", () => {
    assert.deepEqual(numbers(["--filter", "tcp.flags.ack == 1", "--count", "2"]), [2, 3]);
    assert.deepEqual(numbers(["--filter", "tcp.flags.ack == 1", "--from", "4", "--count", "1"]), [4]);
  });

  it("knows how complete a connection is from its first packet on, without --json too", () => {
    assert.deepEqual(numbers(["--filter", "tcp.completeness & 16"]), [1, 2, 3, 4, 5, 6]);
    const { out } = wirenote(["packets", "samples/handshake.cap", "--filter", "tcp.completeness & 16"]);
    assert.equal(out.trim().split("\n").length, 6);
  });

  it("shows where a wrong one is wrong, in both languages, and ends with 1", () => {
    const wrong = ["packets", "samples/handshake.cap", "--filter", "ip && tcp.port = 80"];
    const english = wirenote(wrong);
    assert.deepEqual([english.code, english.out], [1, ""]);
    assert.equal(
      english.err,
      "ip && tcp.port = 80\n               ^\n“=” does not belong here.\nDid you mean: ip && tcp.port == 80\n",
    );
    const chinese = wirenote([...wrong, "--lang", "zh-cn"]);
    assert.equal(chinese.code, 1);
    assert.match(chinese.err, /^ip && tcp\.port = 80\n {15}\^\n“=”不应出现在这里。\n您是不是要写：ip && tcp\.port == 80\n$/);
  });
});

describe("exit codes", () => {
  const whole = pcapFile(conversation("C>S SYN | S>C SYN,ACK"));
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ["1 for a file that is no capture", ["packets", file("text.txt", zeros(50))], 1, /^This is no capture: .*00000000\.\n$/],
    ["1 for another program's capture", ["packets", file("a.snoop", text("snoop\0\0\0"))], 1, /^This is a snoop capture .*\n$/],
    ["1 for an archive", ["packets", file("a.zip", text("PK\x03\x04"))], 1, /^This is a ZIP archive: unpack it first.*\n$/],
    ["1 for a program", ["packets", file("a.out", text("\x7fELF"))], 1, /^This is an ELF program, not a capture\.\n$/],
    ["1 for what is packed twice", ["packets", file("2.gz", gzipSync(gzipSync(whole)))], 1, /gzip-compressed file within.*\n$/],
    ["0 for a packed capture", ["packets", file("whole.gz", gzipSync(whole))], 0, /^$/],
    ["2 for a packed capture that is cut", ["packets", file("c.gz", gzipSync(whole).subarray(0, -9))], 2, /ends too early.*\n$/],
    ["1 for one of which nothing is left", ["packets", file("n.gz", gzipSync(whole).subarray(0, 9))], 1, /ends too early.*\n$/],
    ["1 for an empty file", ["packets", file("empty.cap", zeros(0))], 1, /^The file is empty.*\n$/],
    ["1 for no file", ["packets", join(folder, "nothing.cap")], 1, /^There is no file .*nothing\.cap\.\n$/],
    ["1 for a folder", ["packets", folder], 1, /^.* is a folder, not a capture\.\n$/],
    ["1 for an option that there is not", ["packets", "--jsn"], 1, /^There is no option --jsn.*\n$/],
    ["1 for one without its value", ["packets", "--count"], 1, /^--count needs a value\.\n$/],
    [
      "1 for a number that is none, in Chinese",
      ["packets", "samples/handshake.cap", "--count", "x", "--lang", "zh-cn"],
      1,
      /^x 不是整数。\n$/,
    ],
    ["0 for help", ["--help"], 0, /^$/],
    ["1 for no command", [], 1, /^Usage/],
    [
      "1 for a packet that is not there",
      ["tree", "samples/handshake.cap", "7"],
      1,
      /^There is no packet 7: the capture has 6\.\n$/,
    ],
    ["2 for a packet before the damage", ["tree", file("t1.cap", whole.subarray(0, -1)), "1"], 2, /^The file ends.*94 on.*\n$/],
    [
      "2 for one behind it",
      ["tree", file("t2.cap", whole.subarray(0, -1)), "2"],
      2,
      /^There is no packet 2.*\nThe file ends.*\n$/,
    ],
    ["2 for a file cut within a packet", ["packets", file("cut.cap", whole.subarray(0, whole.length - 1))], 2, /byte 94 on.*\n$/],
    ...(["connections", "follow", "flow", "stats"] as const).map(
      (command) =>
        [
          `2 for ${command} of a file cut within a packet`,
          [command, file(`${command}.cap`, whole.subarray(0, -1))],
          2,
          /byte 94 on.*\n$/,
        ] as const,
    ),
    ["0 for a capture without packets", ["packets", file("none.cap", pcapFile([]))], 0, /^$/],
  ];
  for (const [what, args, code, message] of cases) {
    it(`are ${what}, with one plain line`, () => {
      const result = wirenote(args);
      assert.equal(result.code, code);
      assert.match(result.err, message);
    });
  }
});

describe("wirenote tree", () => {
  it("speaks both languages", () => {
    const label = (language: string) =>
      JSON.parse(wirenote(["tree", "samples/handshake.cap", "1", "--json", "--lang", language]).out)[0].label;
    assert.deepEqual([label("en"), label("zh-cn")], ["Linux cooked capture v2", "Linux 抓包首部 v2（SLL2）"]);
  });
});

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

describe("wirenote connections", () => {
  const found = jsonLines(wirenote(["connections", "samples/handshake.cap", "--json"]).out);

  it("tells of the sample's one connection from its opening to its close", () => {
    const { opening, closing, start, duration, initialRtt, ...rest } = found[0];
    assert.equal(found.length, 1);
    assert.deepEqual(rest, {
      "tcp.stream": 0,
      client: { address: "127.0.0.1", port: 55270 },
      server: { address: "127.0.0.1", port: 3001 },
      packets: { client: 4, server: 2 },
      bytes: { client: 0, server: 0 },
      retransmissions: 0,
      completeness: 23,
      states: [
        { frame: 1, client: "SYN-SENT", server: "SYN-RECEIVED" },
        { frame: 2, client: "ESTABLISHED", server: "SYN-RECEIVED" },
        { frame: 3, client: "ESTABLISHED", server: "ESTABLISHED" },
        { frame: 4, client: "FIN-WAIT-1", server: "CLOSE-WAIT" },
        { frame: 5, client: "TIME-WAIT", server: "LAST-ACK" },
        { frame: 6, client: "TIME-WAIT", server: "CLOSED" },
      ],
    });
    assert.deepEqual([(opening as { id: string }).id, (closing as { id: string }).id], ["handshake", "fin-3"]);
    for (const time of [start, duration, initialRtt]) assert.match(String(time), /^\d+\.\d{9}$/);
  });

  it("leaves out what no segment tells", () => {
    const [alone] = jsonLines(wirenote(["connections", file("syn.cap", conversationCapture("C>S SYN")), "--json"]).out);
    assert.equal("initialRtt" in alone, false);
  });

  it("prints a table for people, in both languages", () => {
    const of = (language: string) => wirenote(["connections", "samples/handshake.cap", "--lang", language]).out;
    assert.match(of("en"), /^Stream +Client.*\n +0 +127\.0\.0\.1:55270 .*handshake +fin-3 +Complete, NO_DATA \(23\)\n/);
    assert.match(of("en"), /the ACK travelled on the FIN \(packet 5\), consistent with delayed ACK/);
    assert.match(of("zh-cn"), /三次挥手关闭/);
  });

  it("says so where there is none", () => {
    const { code, out } = wirenote(["connections", file("no-tcp.cap", pcapFile([]))]);
    assert.deepEqual([code, out], [0, "The capture has no TCP connection.\n"]);
  });
});

describe("wirenote follow", () => {
  const capture = "test/captures/recorded/half-close.cap";
  const sent = (direction: string) => wirenote(["follow", capture, "--stream", "0", "--direction", direction]).out;

  it("prints what each side sent, and both in turn", () => {
    assert.deepEqual([sent("client"), sent("server"), sent("both")], ["list\n", "one\ntwo\nthree\n", "list\none\ntwo\nthree\n"]);
  });

  it("says what is not in the capture", () => {
    const picture = "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:4 | C>S 9:12 | S>C ack 13";
    const { code, out, err } = wirenote(["follow", file("gap.cap", conversationCapture(picture)), "--stream", "0"]);
    assert.deepEqual([code, out.length, err], [0, 7, "Client: 5 bytes are not in the capture, behind byte 4 of what it sent.\n"]);
  });

  it("refuses a connection and a direction that there are not", () => {
    assert.match(wirenote(["follow", capture, "--stream", "1"]).err, /^There is no connection 1: the capture has 1\.\n$/);
    assert.match(wirenote(["follow", capture, "--direction", "up"]).err, /^up is no direction/);
  });
});

describe("wirenote stats", () => {
  it("counts packets, connections, bytes and what the index costs", () => {
    const [found] = jsonLines(wirenote(["stats", "samples/handshake.cap", "--json"]).out);
    const { seconds, bytesPerPacket, peakMemory, ...rest } = found;
    const bytes = readFileSync("samples/handshake.cap").length;
    assert.deepEqual(rest, { packets: 6, connections: 1, bytes, format: "pcap", linkTypes: [276] });
    assert.match(String(seconds), /^\d+\.\d{9}$/);
    assert.ok(Number(bytesPerPacket) > 0 && Number(peakMemory) > 2 ** 20);
  });

  it("is read by people too", () => assert.match(wirenote(["stats", "samples/handshake.cap"]).out, /^6 packets, 1 connection, /));
});

describe("wirenote flow", () => {
  const sample = (...options: string[]) => wirenote(["flow", "samples/handshake.cap", "--stream", "0", ...options]);

  const drawn: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["as text", [], /1 +0\.000000 +SYN-SENT +\|-+ \[SYN\] Seq=0 .*->\| +SYN-RECEIVED\n/],
    ["for Mermaid", ["--format", "mermaid"], /^sequenceDiagram\n/],
    ["as SVG", ["--format", "svg"], /^<svg xmlns=.*<\/svg>\n$/s],
    ["as Markdown", ["--format", "markdown"], /\n\| 1 \| 0\.000000 \| SYN\\-SENT \|/],
    ["as tcpdump writes it", ["--notation", "tcpdump"], / Flags \[S\.\], seq 0, ack 1, win 65483, options \[mss 65495,/],
    ["as Stevens writes it", ["--notation", "stevens"], / FIN 1\(0\) ack 2 win 65536 /],
    ["in Chinese", ["--lang", "zh-cn"], /三次挥手关闭/],
  ];
  for (const [what, options, text] of drawn) it(`draws a connection ${what}`, () => assert.match(sample(...options).out, text));

  it("refuses what it does not know", () => {
    assert.match(sample("--format", "png").err, /^png is no format/);
    assert.match(sample("--notation", "morse").err, /^morse is no notation/);
    assert.match(
      wirenote(["flow", "samples/handshake.cap", "--stream", "7"]).err,
      /^There is no connection 7: the capture has 1\.\n$/,
    );
  });
});
