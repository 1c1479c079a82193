import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PcapParser from "pcap-parser";
import { inRepository } from "../host/repository";
import { type Shape, shapes, writeCapture } from "./captures";
import type { Format } from "./captureWriter";
import { measureFilters, measureFiltersBeside } from "./filters";
import { measureHovers } from "./hovers";
import { measureJointLadder, measureLadder } from "./ladderScroll";
import { type Contender, type Measured, measure, median, quantile } from "./measure";
import { measurePacketList } from "./packetList";
import { Report } from "./report";
import { measureSaving } from "./saving";
import { measureStart } from "./startTime";
import { buildPeer, program, sharkd, tshark } from "./tools";
import { WarmWorker } from "./warmWorker";

// npm run bench [-- --packets N] [--many N] [--rounds N] [--quick] [--check]
// Ours and its peers on the same file, in turn: tables to read, and the same as out/bench.json. `--quick` leaves out Wireshark's
// engine, which takes minutes; `--check` ends with an error where a target is missed.

const number = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const isGiven = (name: string): boolean => process.argv.includes(`--${name}`);

const packets = number("packets", 1_000_000);
const many = number("many", 13_000_000);
const rounds = number("rounds", 5);
const isQuick = isGiven("quick");
/** So often until the machine has settled on the code that it makes of ours. */
const warmRounds = 10;

const tenMillion = 10_000_000;

const folder = mkdtempSync(join(tmpdir(), "wirenote-bench-"));
const report = new Report();
const worker = new WarmWorker();
const inWorker = async (path: string): Promise<number> => (await worker.perform({ kind: "index", path }))[0] / 1000;
/** A process that indexes one capture, says what it found, and ends. */
const indexOnce = (path: string) => [inRepository("dist", "wirenote.js"), "stats", path, "--json"];

async function main(): Promise<void> {
  try {
    const peer = buildPeer(folder);
    // every branch has been taken before anything is measured
    for (const shape of shapes) {
      const { path } = written(`warm-${shape}.pcap`, shape, 200_000, "pcap");
      for (let i = 0; i < warmRounds; i += 1) await inWorker(path);
      rmSync(path);
    }
    for (const shape of shapes) await index(shape, "pcap", peer);
    for (const shape of shapes) await index(shape, "pcapng", undefined);
    await grow();
    if (!isQuick) await measurePacketList(report, tenMillion);
    await measureStart(report, rounds);
    await filter();
    await measureSaving(report, folder, packets, rounds);
    const hovers = measureHovers(["samples/note.md", "samples/note.zh-cn.md", "samples/study-note.md"]);
    report.atMost("a hover on bytes in a document of 10 MB, ms, 99 of 100 below", quantile(hovers.bytes, 0.99), 0.2);
    report.atMost("a hover on words there, ms, 99 of 100 below", quantile(hovers.words, 0.99), 0.2);
    report.atMost("the colours of a packet there, ms, 99 of 100 below", quantile(hovers.blocks, 0.99), 0.2);
    const { steps } = await measureLadder(packets, 200);
    report.atMost(
      `a scroll step of the ladder of ${packets} segments, ms of script and layout, 95 of 100 below`,
      quantile(steps, 0.95),
      8,
    );
    const joint = await measureJointLadder("web", packets, 200);
    report.atMost(
      `a scroll step of the flow of a capture's connections, ${packets} segments, ms of script and layout, 95 of 100 below`,
      quantile(joint.steps, 0.95),
      8,
    );
  } finally {
    await worker.end();
    rmSync(folder, { recursive: true, force: true });
  }
  writeFileSync(inRepository("out", "bench.json"), `${JSON.stringify(report.results, null, 2)}\n`);
  const missed = report.printTargets();
  if (missed > 0 && isGiven("check")) process.exitCode = 1;
}

function written(name: string, shape: Shape, count: number, format: Format): { path: string; bytes: number } {
  const path = join(folder, name);
  return { path, bytes: writeCapture(path, shape, count, format).bytes };
}

async function index(shape: Shape, format: Format, peer: string | undefined): Promise<void> {
  const { path, bytes } = written(`${shape}.${format}`, shape, packets, format);
  const title = `${shape}, ${format}, ${(packets / 1e6).toFixed(1)} million packets, ${(bytes / 1e6).toFixed(0)} MB`;
  const theirMemory: number[] = [];
  const measured = await measure(
    [
      { name: "wirenote, warm worker", run: () => inWorker(path) },
      ...program("wirenote, whole process", process.execPath, indexOnce(path)),
      ...(peer ? program("the same in C, whole process", peer, [path]) : []),
      ...program("capinfos -c, whole process", "capinfos", ["-c", path]),
      ...program("tcpdump -w, whole process", "tcpdump", ["-r", path, "-w", "/dev/null"]),
      ...(format === "pcap" ? [{ name: "pcap-parser, events alone", run: () => parse(path) }] : []),
      ...(isQuick ? [] : sharkd(path, (memory) => theirMemory.push(memory))),
      ...(isQuick || shape !== "web" || format !== "pcap" ? [] : tshark(path)),
    ] satisfies Contender[],
    rounds,
  );
  report.table(title, measured);
  compare(title, shape, format, bytes, measured);
  if (format === "pcap") memory(title, path, theirMemory);
  rmSync(path);
}

/** What the one in C took of the time of `tcpdump -w` when the targets were set: a slower one would be no measure. */
const peerAgainstTcpdump: Readonly<Partial<Record<Shape, number>>> = { web: 0.4, bulk: 0.29, tiny: 0.7 };

/** Against the targets that this capture is for. */
function compare(title: string, shape: Shape, format: Format, bytes: number, measured: readonly Measured[]): void {
  const of = (name: string) => measured.find((each) => each.name.startsWith(name))?.seconds.median;
  const ratio = (upper: string, lower: string): number | undefined => {
    const [above, below] = [of(upper), of(lower)];
    return above !== undefined && below !== undefined ? above / below : undefined;
  };
  report.atLeast(`${title}: speed of the one in C, warm`, ratio("the same in C", "wirenote, warm"), 0.85);
  const peerTime = ratio("the same in C", "tcpdump");
  report.atMost(`${title}: the one in C, of the time of tcpdump -w`, peerTime, (peerAgainstTcpdump[shape] ?? 1) * 1.3);
  report.atLeast(`${title}: times faster than sharkd, warm`, ratio("sharkd", "wirenote, warm"), 60);
  report.atLeast(`${title}: times faster than sharkd, whole process`, ratio("sharkd", "wirenote, whole"), 15);
  report.atLeast(`${title}: times faster than tshark`, ratio("tshark", "wirenote, warm"), 100);
  const againstCapinfos = ratio("wirenote, whole", "capinfos");
  if (format === "pcapng") report.atMost(`${title}: time of capinfos, whole process`, againstCapinfos, 1);
  else if (bytes >= 1e9) report.atMost(`${title}: time of capinfos, whole process`, againstCapinfos, 1.2);
}

/** The most memory that a process of its own had, which includes Node. */
function memory(title: string, path: string, theirs: readonly number[]): void {
  const { connections, peakMemory } = JSON.parse(execFileSync(process.execPath, indexOnce(path), { encoding: "utf8" })) as {
    connections: number;
    peakMemory: number;
  };
  const beyond = peakMemory - packets * 40 - connections * 200;
  report.line(`${title}: ${(peakMemory / 1e6).toFixed(0)} MB at most, ${connections} connections`);
  report.atMost(`${title}: MB above 40 bytes a packet and 200 a connection`, beyond / 1e6, 70);
  if (theirs.length > 0) report.atLeast(`${title}: times less memory than sharkd`, median(theirs) / peakMemory, 8);
}

/** Many more packets; and what a person sees of them. */
async function grow(): Promise<void> {
  const few = written("few.pcap", "tiny", packets, "pcap");
  const lots = written("many.pcap", "tiny", many, "pcap");
  const measured = await measure(
    [
      { name: `wirenote, ${packets} packets`, run: () => inWorker(few.path) },
      { name: `wirenote, ${many} packets`, run: () => inWorker(lots.path) },
    ],
    rounds,
  );
  report.table(`growth: tiny, pcap, ${(lots.bytes / 1e6).toFixed(0)} MB`, measured);
  report.atMost("time a packet of many against few", (measured[1].ratio * packets) / many, 1.2);
  const whole = await measure(
    [
      ...program("wirenote, whole process", process.execPath, indexOnce(lots.path)),
      ...program("capinfos -c, whole process", "capinfos", ["-c", lots.path]),
    ],
    rounds,
  );
  report.table(`many, whole processes: tiny, pcap, ${(lots.bytes / 1e6).toFixed(0)} MB`, whole);
  if (whole.length === 2 && lots.bytes >= 1e9) report.atMost("many: time of capinfos, whole process", 1 / whole[1].ratio, 1.2);
  const single = written("single.pcap", "single", packets, "pcap");
  const last = await worker.perform({ kind: "last-place", path: single.path });
  report.atMost(`all about the last segment of a connection of ${packets}, ms, at most`, Math.max(...last), 20);
  const first = await repeated(50, async () => (await worker.perform({ kind: "first-rows", path: lots.path, rows: 100 }))[0]);
  report.atMost("first 100 rows, ms, median", median(first), 10);
  const random = await worker.perform({ kind: "random-rows", path: lots.path, rows: 60, times: 1000 });
  report.atMost("60 rows anywhere, ms, median", median(random), 0.1);
  report.atMost("60 rows anywhere, ms, 99 of 100 below", quantile(random, 0.99), 1);
}

/** Display filters over ten million packets; beside tshark over as many as it can take. */
async function filter(): Promise<void> {
  const lots = written("filters.pcap", "tiny", Math.min(many, 10_000_000), "pcap");
  await measureFilters(worker, lots.path, rounds, report);
  rmSync(lots.path);
  if (!isQuick) await measureFiltersBeside(worker, written("few.pcap", "tiny", packets, "pcap").path, rounds, report);
}

async function repeated(times: number, run: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let i = 0; i < times; i += 1) results.push(await run());
  return results;
}

function parse(path: string): Promise<undefined> {
  const parser = PcapParser.parse(createReadStream(path, { highWaterMark: 1 << 20 }));
  return new Promise((resolve, reject) =>
    parser
      .on("packet", () => {})
      .on("end", () => resolve(undefined))
      .on("error", reject),
  );
}

void main();
