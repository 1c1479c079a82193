import { existsSync, readFileSync } from "node:fs";
import { indexCapture } from "./indexing";

// A process that indexes one capture and ends: `node indexOnce.main.js CAPTURE`. Prints what it found and the most memory it had.

const status = "/proc/self/status";

/** What the system counts for a child begins with what its parent had; Linux knows better. */
function peakMemory(): number {
  const known = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (known === undefined ? process.resourceUsage().maxRSS : Number(known)) * 1024;
}

async function main(): Promise<void> {
  const { packets, connections } = await indexCapture(process.argv[2]);
  console.log(JSON.stringify({ packets, connections, peakMemory: peakMemory() }));
}

void main();
