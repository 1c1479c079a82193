import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepository } from "../host/repository";
import { writeCapture } from "./captures";
import { type Contender, type Measured, measure } from "./measure";
import { readCaptureContenders } from "./readCapture";

// npm run bench [-- --packets N] [--rounds N]: a table to read, and the same as out/bench.json.

interface Entry {
  readonly name: string;
  readonly contenders: (path: string) => readonly Contender[];
}

const entries: readonly Entry[] = [{ name: "read every record of a classic capture", contenders: readCaptureContenders }];

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

function printTable(title: string, results: readonly Measured[]): void {
  console.log(
    `\n${title}\n${"".padEnd(28)}${"median s".padStart(10)}${"min".padStart(9)}${"max".padStart(9)}${"× ours".padStart(9)}`,
  );
  for (const { name, seconds, ratio } of results) {
    const numbers = [seconds.median, seconds.min, seconds.max].map((value, index) =>
      value.toFixed(3).padStart(index === 0 ? 10 : 9),
    );
    console.log(`${name.padEnd(28)}${numbers.join("")}${ratio.toFixed(2).padStart(9)}`);
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-bench-"));
  try {
    const path = join(folder, "web.pcap");
    const packets = writeCapture(path, "web", option("packets", 200_000)).packets;
    const bytes = statSync(path).size;
    console.log(`${packets} packets, ${(bytes / 1e6).toFixed(0)} MB, Node ${process.version}`);
    const results = [];
    for (const { name, contenders } of entries) {
      const measured = await measure(contenders(path), option("rounds", 5));
      printTable(name, measured);
      results.push({ name, packets, bytes, measured });
    }
    writeFileSync(inRepository("out", "bench.json"), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
