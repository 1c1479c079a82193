import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCapture } from "./captures";
import { measureFilters } from "./filters";
import { Report } from "./report";
import { WarmWorker } from "./warmWorker";

// node out/test/bench/filters.main.js [PACKETS] [ROUNDS] [FILE]: display filters alone; FILE is kept and used again.

async function main(): Promise<void> {
  const [packets = 10_000_000, rounds = 5] = process.argv.slice(2, 4).map(Number);
  const kept = process.argv[4];
  const folder = mkdtempSync(join(tmpdir(), "wirenote-bench-"));
  const path = kept ?? join(folder, "tiny.pcap");
  if (!existsSync(path)) writeCapture(path, "tiny", packets);
  const worker = new WarmWorker();
  const report = new Report();
  try {
    await measureFilters(worker, path, rounds, report);
  } finally {
    await worker.end();
    rmSync(folder, { recursive: true });
  }
  report.printTargets();
}

void main();
