import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Report } from "./report";
import { measureSaving } from "./saving";

// saving.main.js [PACKETS]: saving a capture whole, beside editcap and tcpdump

async function main(packets: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-saving-"));
  const report = new Report();
  try {
    await measureSaving(report, folder, packets, 5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report.printTargets();
}

void main(Number(process.argv[2] ?? 1_000_000));
