import { strict as assert } from "node:assert";
import { shownText } from "../../src/view/onScreen/shownText";
import { nodeOf } from "../../src/view/onScreen/treeRows";
import { join, zeros } from "../dsl/bytes";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, nop, tcp, windowScale } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";

const ends = [
  { src: "10.0.0.1", dst: "10.0.0.2", srcport: 40_000, dstport: 80 },
  { src: "10.0.0.2", dst: "10.0.0.1", srcport: 80, dstport: 40_000 },
] as const;

/** A handshake that agrees on window scales of 7 and 9, and a segment with data. */
function scaledCapture(from = 0): Uint8Array {
  const segments = [
    { from: 0, flags: ["SYN"], seq: 1000, ack: 0, options: join(nop, windowScale(7)) },
    { from: 1, flags: ["SYN", "ACK"], seq: 5000, ack: 1001, options: join(nop, windowScale(9)) },
    { from: 0, flags: ["ACK"], seq: 1001, ack: 5001 },
    { from: 0, flags: ["PSH", "ACK"], seq: 1001, ack: 5001, payload: zeros(20) },
  ] as const;
  return pcapFile(
    segments.slice(from).map(({ from, ...segment }, i) => {
      const { srcport, dstport, ...within } = ends[from];
      return { bytes: ethernet(0x0800, ipv4(within, tcp({ srcport, dstport, window: 512, within, ...segment }))), time: i };
    }),
  );
}

async function nodeAt(capture: Uint8Array, number: number, key: string, language: "en" | "zh-cn" = "en") {
  const engine = await engineOf(capture, language);
  return nodeOf((await engine.packet(number)).tree, key)!;
}

const fieldOf = (capture: Uint8Array, number: number, field: string, language?: "en" | "zh-cn") =>
  nodeAt(capture, number, `tcp/${field}`, language);

describe("a segment whose connection is known", () => {
  it("tells what its window comes to", async () => {
    const window = await fieldOf(scaledCapture(), 4, "tcp.window_size_value");
    assert.equal(shownText(window, "relative"), "512 × 128 = 65536");
    assert.match(window.explanation ?? "", /512 × 128 = \*\*65536 bytes\*\*/);
    const chinese = await fieldOf(scaledCapture(), 4, "tcp.window_size_value", "zh-cn");
    assert.match(chinese.explanation ?? "", /512 × 128 = \*\*65536 字节\*\*/);
  });

  it("is told as a whole by what it does", async () => {
    const told = async (number: number) => (await nodeAt(scaledCapture(), number, "tcp")).relativeExplanation;
    assert.match((await told(1)) ?? "", /^Asks for a connection.*\*\*0\*\*/);
    assert.match((await told(2)) ?? "", /^Accepts the connection.*\(1 − 1\)/);
    assert.match((await told(4)) ?? "", /\b20\b/);
    assert.match((await nodeAt(scaledCapture(), 2, "tcp", "zh-cn")).explanation ?? "", /1001/);
  });

  it("leaves the window of a SYN as it is", async () => {
    const window = await fieldOf(scaledCapture(), 2, "tcp.window_size_value");
    assert.equal(shownText(window, "relative"), "512");
    assert.match(window.explanation ?? "", /\*\*512 bytes\*\*: the window of a SYN is never scaled/);
  });

  it("says so where windows are not scaled, or where nobody knows", async () => {
    const plain = await fieldOf(conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK"), 3, "tcp.window_size_value");
    assert.match(plain.explanation ?? "", /as it stands: the SYNs did not both offer/);
    const unknown = await fieldOf(scaledCapture(2), 2, "tcp.window_size_value");
    assert.match(unknown.explanation ?? "", /the SYNs are not in the capture/);
    assert.equal(shownText(unknown, "relative"), "512");
  });

  it("tells its numbers as they are on the wire and as they are counted in the connection", async () => {
    const seq = await fieldOf(scaledCapture(), 4, "tcp.seq_raw");
    assert.match(seq.explanation ?? "", /1001 to 1020/);
    assert.match(
      seq.relativeExplanation ?? "",
      /\*\*20 bytes\*\* of data take the numbers 1 to 20; the sender goes on at \*\*21\*\*/,
    );
    const ack = await fieldOf(scaledCapture(), 4, "tcp.ack_raw");
    assert.match(ack.relativeExplanation ?? "", /Everything up to 0 has arrived; \*\*1\*\* is the next byte expected/);
    const flags = await fieldOf(scaledCapture(), 2, "tcp.flags");
    assert.match(flags.relativeExplanation ?? "", /\(1 − 1\) and begins its own stream at \*\*0\*\*/);
    assert.equal((await fieldOf(scaledCapture(), 4, "tcp.checksum")).relativeExplanation, undefined);
  });
});
