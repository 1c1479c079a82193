import { measurePacketList } from "./packetList";
import { Report } from "./report";

// node out/test/bench/packetList.main.js [PACKETS]
// The packet list alone, in the real VS Code.

async function main(): Promise<void> {
  const report = new Report();
  await measurePacketList(report, Number(process.argv[2] ?? 10_000_000));
  if (report.printTargets() > 0) process.exitCode = 1;
}

void main();
