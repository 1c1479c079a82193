import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "./repository";

export interface VsCodePackage {
  /** The Node.js that the server runs on. */
  node: string;
  serverMain: string;
  /** The folder of VS Code's own extensions. */
  builtinExtensions: string;
}

const host = inRepository("test", "vscode-host");
const modules = join(host, "node_modules");
const stamp = join(modules, ".wirenote-lockfile");
const vscode = join(modules, "code-server", "lib", "vscode");

let installed: Promise<VsCodePackage> | undefined;

/** Installs the VS Code that `test/vscode-host` pins, unless it is there already; once, however many ask for it. */
export function installVsCode(log: (line: string) => void = console.error): Promise<VsCodePackage> {
  installed ??= installPinned(log);
  return installed;
}

async function installPinned(log: (line: string) => void): Promise<VsCodePackage> {
  const wanted = createHash("sha256")
    .update(readFileSync(join(host, "package-lock.json")))
    .digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    await install(log);
    writeFileSync(stamp, wanted);
  }
  linkModules();
  return {
    node: findNode(),
    serverMain: join(vscode, "out", "server-main.js"),
    builtinExtensions: join(vscode, "extensions"),
  };
}

async function install(log: (line: string) => void): Promise<void> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  log("Installing VS Code from the npm registry into test/vscode-host (about 460 MB, once) …");
  const progress = setInterval(() => log(`  still installing, ${seconds()} s`), 10_000);
  try {
    // the engines of code-server name Node 24, which it gets from this very install
    const npm = spawn("npm", ["ci", "--prefix", host, "--loglevel=error"], { stdio: ["ignore", "ignore", "inherit"] });
    const code = await new Promise<number | null>((resolve, reject) => npm.once("error", reject).once("exit", resolve));
    if (code !== 0) throw new Error(`npm ci --prefix test/vscode-host failed with exit code ${code}.`);
  } finally {
    clearInterval(progress);
  }
  log(`VS Code is installed (${seconds()} s).`);
}

/** The server sends files to the browser only from below its own folder, and its packages are installed beside it. */
function linkModules(): void {
  const link = join(vscode, "node_modules");
  const present = lstatSync(link, { throwIfNoEntry: false });
  if (present && !present.isSymbolicLink()) return;
  rmSync(link, { force: true });
  symlinkSync(modules, link, "junction");
}

function findNode(): string {
  const packaged = join(modules, `node-linux-${process.arch}`, "bin", "node");
  if (process.platform === "linux" && existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server needs Node.js 24 or later; this is ${process.version} on ${process.platform}/${process.arch}.`,
  );
}
