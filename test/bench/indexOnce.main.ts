import { indexCapture } from "./indexing";

// A process that indexes one capture and ends: `node indexOnce.main.js CAPTURE`. Prints what it found and the most memory it had.

async function main(): Promise<void> {
  const { packets, connections } = await indexCapture(process.argv[2]);
  console.log(JSON.stringify({ packets, connections, peakMemory: process.resourceUsage().maxRSS * 1024 }));
}

void main();
