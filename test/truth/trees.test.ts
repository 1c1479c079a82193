import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { type PacketFields, packetFields } from "../../src/view/packetFields";
import { walkCapture } from "../dsl/walkCapture";
import { tsharkEnvironment, tsharkVersion } from "./tshark";

// Wireshark's tree of every segment (`tshark -V`), read line by line, must be what its bytes and its connection say.

const recorded = join("test", "captures", "recorded");

/** Lines of TCP that say nothing of the segment by themselves. */
const silent = /^\s*\[(?:SEQ\/ACK analysis|TCP Analysis Flags|Timestamps|Severity level: .*|Group: .*)\]$/;
/** What a line shows is a number of our own fields by the same name. */
const compared = [
  ...["srcport", "dstport", "stream", "seq", "seq_raw", "nxtseq", "ack", "ack_raw", "len", "window_size_value", "window_size"],
  ...["urgent_pointer", "options.mss_val", "options.wscale.shift", "options.timestamp.tsval", "options.timestamp.tsecr"],
  ...["analysis.acks_frame", "analysis.bytes_in_flight", "analysis.push_bytes_sent"],
].map((name) => `tcp.${name}`);

async function segmentsOf(capture: Uint8Array): Promise<PacketFields[]> {
  const source = memorySource(capture);
  const reader = await openCapture(source);
  const found: PacketFields[] = [];
  if (reader)
    await walkCapture(source, reader, {
      onPacket: ({ number, record, packet, place }) => found.push(packetFields(number, record, packet, place)),
    });
  return found.filter((fields) => fields["tcp.flags"] !== undefined);
}

/** The bits of `tcp.flags`, each of which has a line of its own. */
const bits = { syn: 2, fin: 1, reset: 4, push: 8, ack: 16, urg: 32, ece: 64, cwr: 128 };
const bitsOf = (fields: PacketFields) =>
  Object.entries(bits).map(([name, bit]) => [`tcp.flags.${name}`, Number(fields["tcp.flags"]) & bit ? 1 : 0] as const);

/** For each segment the numbers that its tree shows, by field; and lines of TCP at which nothing is said. */
function readTrees(output: string): { trees: Record<string, number>[]; unsaid: string[] } {
  const lines = linesOf(output);
  const trees: Record<string, number>[] = [];
  const unsaid: string[] = [];
  let isTcp = false;
  for (let line = 0; line < lines.count; line += 1) {
    const text = lines.at(line);
    if (/^\S/.test(text)) isTcp = text.startsWith("Transmission Control Protocol,");
    if (!isTcp || text.trim() === "") continue;
    if (/^\S/.test(text)) {
      trees.push({});
      continue;
    }
    const mention = mentionAt(lines, line, text.length - 1);
    if (mention?.kind !== "part") {
      if (!silent.test(text)) unsaid.push(text);
      continue;
    }
    const { id, value } = mention.part;
    const name = nameOf(id, text);
    if (value !== undefined) trees.at(-1)![name] ??= value;
  }
  return { trees, unsaid };
}

/** Wireshark has two names for what is one field here: counted from the SYN, and as it is. */
function nameOf(id: string, text: string): string {
  if (text.includes("(raw)")) return id;
  if (id === "tcp.seq_raw" || id === "tcp.ack_raw") return id.replace("_raw", "");
  return id === "tcp.payload" ? "tcp.len" : id;
}

describe("Wireshark's trees as words against their bytes", () => {
  before(function () {
    if (tsharkVersion() === undefined) this.skip();
  });

  for (const name of readdirSync(recorded))
    it(name, async () => {
      const path = join(recorded, name);
      const env = tsharkEnvironment();
      const { stdout } = spawnSync("tshark", ["-n", "-r", path, "-V"], { encoding: "utf8", env, maxBuffer: 1 << 28 });
      const segments = await segmentsOf(readFileSync(path));
      const { trees, unsaid } = readTrees(stdout);
      assert.deepEqual(unsaid, []);
      assert.equal(trees.length, segments.length);
      for (const [index, tree] of trees.entries()) {
        const numbers = compared.filter((id) => tree[id] !== undefined).map((id) => [id, Number(segments[index][id])] as const);
        const ours = Object.fromEntries([...numbers, ...bitsOf(segments[index])]);
        assert.deepEqual(Object.fromEntries(Object.keys(ours).map((id) => [id, tree[id]])), ours, `segment ${index + 1}`);
        assert.ok(numbers.length >= 12);
      }
    });
});
