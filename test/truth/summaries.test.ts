import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { linesOf } from "../../src/dump/dump";
import type { DescribedSegment } from "../../src/prose/mention";
import { mentionAt } from "../../src/prose/mentionAt";
import { type PacketFields, packetFields } from "../../src/view/packetFields";
import { walkCapture } from "../dsl/walkCapture";
import { tsharkEnvironment, tsharkVersion } from "./tshark";

// What tcpdump and tshark print of a capture, read as words, must be what its bytes say.

const recorded = join("test", "captures", "recorded");
const captures = readdirSync(recorded).map((name) => join(recorded, name));

async function segmentsOf(capture: Uint8Array): Promise<PacketFields[]> {
  const source = await inflated(memorySource(capture));
  const reader = await openCapture(source);
  const found: PacketFields[] = [];
  if (reader)
    await walkCapture(source, reader, {
      onPacket: ({ number, record, packet, place }) => found.push(packetFields(number, record, packet, place)),
    });
  return found.filter((fields) => fields["tcp.flags"] !== undefined);
}

/** The segments that a tool's output describes, in order. */
function describedIn(output: string, mark: RegExp): DescribedSegment[] {
  const lines = linesOf(output);
  return Array.from({ length: lines.count }, (_, line) => {
    const column = lines.at(line).search(mark);
    const mention = column < 0 ? undefined : mentionAt(lines, line, column);
    return mention?.kind === "part" ? mention.segment : undefined;
  }).filter((segment) => segment !== undefined);
}

/** What both tools print alike. */
const printedByBoth = (segment: DescribedSegment) => ({
  flags: segment.flags,
  ports: [segment.source?.port, segment.destination?.port].join(" > "),
  mss: segment.maximumSegmentSize,
  shift: segment.windowShift,
  time: segment.timestampValue,
  echo: segment.timestampEcho,
});

const saidByBytes = (fields: PacketFields) => ({
  flags: Number(fields["tcp.flags"]),
  ports: [fields["tcp.srcport"], fields["tcp.dstport"]].join(" > "),
  mss: fields["tcp.options.mss_val"],
  shift: fields["tcp.options.wscale.shift"],
  time: fields["tcp.options.timestamp.tsval"],
  echo: fields["tcp.options.timestamp.tsecr"],
});

function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const { stdout, error } = spawnSync(tool, args, { encoding: "utf8", env, maxBuffer: 1 << 28 });
  return error ? undefined : stdout;
}

describe("summaries as words against their bytes", () => {
  for (const path of captures) {
    for (const options of ["-nn -S", "-nn -S -v", "-nn -S -e -tttt", "-nn -S -vvv -X -t", "-nn -S -tt -x -e"]) {
      it(`tcpdump ${options} ${path}`, async function () {
        const output = run("tcpdump", [...options.split(" "), "-r", path], { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" });
        if (!output) return this.skip();
        const described = describedIn(output, /Flags \[/);
        const segments = await segmentsOf(readFileSync(path));
        assert.deepEqual(
          described.map((each) => ({ ...printedByBoth(each), window: each.window, length: each.length })),
          segments.map((each) => ({ ...saidByBytes(each), window: each["tcp.window_size_value"], length: each["tcp.len"] })),
        );
        // tcpdump leaves a number out where it says nothing
        for (const [index, { seq, ack }] of described.entries()) {
          if (seq !== undefined) assert.equal(seq, segments[index]["tcp.seq_raw"]);
          if (ack !== undefined) assert.equal(ack, segments[index]["tcp.ack_raw"]);
        }
      });
    }

    it(`tshark ${path}`, async function () {
      if (tsharkVersion() === undefined) return this.skip();
      // in which nothing above TCP takes the Info column
      const output = run("tshark", ["-n", "-r", path], tsharkEnvironment()) ?? "";
      const described = describedIn(output, /\[(?:<None>|[A-Z\d=, ]+)\] Seq=/);
      const segments = await segmentsOf(readFileSync(path));
      assert.deepEqual(
        described.map((each) => ({
          ...printedByBoth(each),
          seq: each.seq,
          ack: each.ack,
          window: each.window,
          length: each.length,
        })),
        segments.map((each) => ({
          ...saidByBytes(each),
          seq: each["tcp.seq"],
          ack: Number(each["tcp.flags"]) & 0x10 ? each["tcp.ack"] : undefined,
          window: each["tcp.window_size"],
          length: each["tcp.len"],
        })),
      );
    });
  }
});
