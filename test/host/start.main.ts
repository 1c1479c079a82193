import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { findOnPath } from "./chromium";
import { inRepository, repositoryRoot } from "./repository";
import { startVsCode, type VsCodeServer } from "./vscodeServer";

// npm start: VS Code with this extension, opened on samples/. With --check, VS Code is only started, asked and stopped.
const samples = inRepository("samples");

async function main(): Promise<void> {
  const check = process.argv.includes("--check");
  const desktop = check ? undefined : findDesktopVsCode();
  if (desktop) return startDesktop(desktop);

  console.log(check ? "Starting VS Code …" : "No desktop VS Code (`code`) on the PATH; starting VS Code for the browser …");
  const server = await startVsCode({ folder: samples });
  console.log(`VS Code with Wirenote: ${server.url()}`);
  if (check) return checkPage(server);

  openBrowser(server.url());
  console.log("Press Ctrl+C to stop.");
}

/** The `code` of a terminal inside VS Code only talks to that window and cannot load an extension in development. */
function findDesktopVsCode(): string | undefined {
  const code = findOnPath(["code"]);
  return code && !realpathSync(code).includes("remote-cli") ? code : undefined;
}

function startDesktop(code: string): Promise<void> {
  console.log(`Opening ${code} on samples/ with Wirenote in development mode …`);
  const child = spawn(code, [`--extensionDevelopmentPath=${repositoryRoot}`, samples], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status) => (status === 0 ? resolve() : reject(new Error(`${code} ended with exit code ${status}.`))));
  });
}

async function checkPage(server: VsCodeServer): Promise<void> {
  try {
    const response = await fetch(server.url(), { signal: AbortSignal.timeout(30_000) });
    const page = await response.text();
    if (!response.ok || !page.includes("workbench.js")) throw new Error(`The page is not VS Code's (HTTP ${response.status}).`);
    console.log("VS Code answers.");
  } finally {
    await server.stop();
  }
}

function openBrowser(url: string): void {
  const mac = process.platform === "darwin";
  const display = mac || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  const opener = display && findOnPath([mac ? "open" : "xdg-open"]);
  const byHand = () => console.log("Open this address in a browser on this machine.");
  if (opener) spawn(opener, [url], { stdio: "ignore" }).once("error", byHand);
  else byHand();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
