import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { jsonLines, wirenote } from "../dsl/commandLine";
import { conversationCapture } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { suiteFolder } from "../dsl/suiteFolder";

const { file } = suiteFolder();

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
