import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { jsonLines, wirenote } from "../dsl/commandLine";
import { conversationCapture } from "../dsl/conversation";

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

describe("wirenote tree", () => {
  it("speaks both languages", () => {
    const label = (language: string) =>
      JSON.parse(wirenote(["tree", "samples/handshake.cap", "1", "--json", "--lang", language]).out)[0].label;
    assert.deepEqual([label("en"), label("zh-cn")], ["Linux cooked capture v2", "Linux 抓包首部 v2（SLL2）"]);
  });
});
