import { spawn } from "node:child_process";
import { findOnPath } from "../host/chromium";
import type { Contender } from "./measure";

/** A program of the system as a contender; nothing, with a word, where it is not installed. */
export function program(name: string, tool: string, args: readonly string[]): Contender[] {
  if (!findOnPath([tool])) {
    console.log(`${name}: left out, ${tool} is not installed`);
    return [];
  }
  return [{ name, run: () => runToEnd(tool, args) }];
}

export function runToEnd(tool: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ["ignore", "ignore", "ignore"] });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${tool} ended with exit code ${code}`))));
  });
}
