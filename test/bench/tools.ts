import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { createInterface } from "node:readline";
import { findOnPath } from "../host/chromium";
import { inRepository } from "../host/repository";
import type { Contender } from "./measure";

/** A program of the system as a contender; nothing, with a word, where it is not installed. */
export function program(name: string, tool: string, args: readonly string[]): Contender[] {
  return isInstalled(tool) ? [{ name, run: () => runToEnd(tool, args) }] : [];
}

const told = new Set<string>();

function isInstalled(tool: string): boolean {
  if (isAbsolute(tool) || findOnPath([tool])) return true;
  if (!told.has(tool)) console.log(`${tool} is not installed and left out`);
  told.add(tool);
  return false;
}

function runToEnd(tool: string, args: readonly string[]): Promise<undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ["ignore", "ignore", "ignore"] });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${tool} ended with exit code ${code}`))));
  });
}

/** The peer in C, built into a folder; nothing, with a word, where there is no compiler. */
export function buildPeer(folder: string): string | undefined {
  const compiler = findOnPath(["cc", "gcc", "clang"]);
  if (!compiler) {
    console.log("There is no C compiler: the peer in C is left out");
    return undefined;
  }
  const peer = `${folder}/index-in-c`;
  execFileSync(compiler, ["-O2", "-o", peer, inRepository("test", "bench", "index.c")]);
  return peer;
}

const withoutReassembly = ["-o", "tcp.desegment_tcp_streams:FALSE", "-o", "ip.defragment:FALSE"];

export const tshark = (path: string): Contender[] =>
  program("tshark -T fields", "tshark", [
    ...["-n", "-r", path, ...withoutReassembly, "-T", "fields"],
    ...["tcp.stream", "tcp.seq", "tcp.ack", "tcp.analysis.flags"].flatMap((field) => ["-e", field]),
  ]);

/** sharkd's load alone, without its start; and the most memory it had, where the system tells. */
export function sharkd(path: string, onMemory: (bytes: number) => void): Contender[] {
  if (!isInstalled("sharkd")) return [];
  return [{ name: "sharkd, load alone", run: () => loadInSharkd(path, onMemory) }];
}

async function loadInSharkd(path: string, onMemory: (bytes: number) => void): Promise<number> {
  const child = spawn("sharkd", ["-"], { stdio: ["pipe", "pipe", "ignore"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let id = 0;
  const call = async (method: string, params: object): Promise<void> => {
    id += 1;
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    const answer = JSON.parse((await answers.next()).value ?? "{}") as { error?: { message: string } };
    if (answer.error) throw new Error(`sharkd: ${answer.error.message}`);
  };
  await call("setconf", { name: "tcp.desegment_tcp_streams", value: "FALSE" });
  const started = performance.now();
  await call("load", { file: path });
  const took = (performance.now() - started) / 1000;
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  if (peak !== undefined) onMemory(Number(peak) * 1024);
  child.stdin.end();
  child.kill();
  return took;
}
