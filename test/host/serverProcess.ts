import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";

export interface ServerProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a server in a process group of its own; stopping it, or leaving this program, removes its home folder. */
export async function startServerProcess(node: string, args: readonly string[], home: string): Promise<ServerProcess> {
  const server = spawn(node, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env: serverEnvironment(home) });
  const stop = stopper(server, home);
  try {
    return { port: await listeningPort(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nothing of npm, or of a VS Code that this runs in, may reach the server. */
function serverEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|NODE_OPTIONS$)/i.test(name));
  return { ...Object.fromEntries(kept), HOME: home, XDG_RUNTIME_DIR: home, EXTENSIONS_GALLERY: "{}" };
}

function listeningPort(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (reason: string) => reject(new Error(`VS Code's server ${reason}.\n${output}`));
    const timeout = setTimeout(() => fail("did not listen within 60 s"), 60_000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timeout);
      // keep both pipes flowing, or the server would block on a full one
      for (const stream of [server.stdout, server.stderr]) stream?.off("data", read).resume();
      resolve(Number(port));
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("error", (error) => fail(`did not start: ${error.message}`));
    server.once("exit", (code) => fail(`ended with exit code ${code}`));
  });
}

function stopper(server: ChildProcess, home: string): () => Promise<void> {
  const exited = once(server, "exit").catch(() => []);
  const signal = (name: NodeJS.Signals) => {
    try {
      if (server.pid) process.kill(-server.pid, name);
    } catch {
      // the whole group is gone already
    }
  };
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const onExit = () => {
    signal("SIGKILL");
    remove();
  };
  const onSignal = (name: NodeJS.Signals) => process.exit(name === "SIGINT" ? 130 : 143);
  process.once("exit", onExit).once("SIGINT", onSignal).once("SIGTERM", onSignal);

  const stop = async () => {
    process.off("exit", onExit).off("SIGINT", onSignal).off("SIGTERM", onSignal);
    signal("SIGTERM");
    const patience = setTimeout(() => signal("SIGKILL"), 5_000);
    if (server.pid) await exited;
    clearTimeout(patience);
    // extension hosts are in the group, too, and may outlive the server by a moment
    signal("SIGKILL");
    remove();
  };
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stop());
}
