import { existsSync, readFileSync } from "node:fs";

const status = "/proc/self/status";

/** The most memory that this process has had, in bytes. `maxRSS` may count from what the parent process had; Linux's `VmHWM` does not. */
export function peakMemory(): number {
  const known = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (known === undefined ? process.resourceUsage().maxRSS : Number(known)) * 1024;
}
