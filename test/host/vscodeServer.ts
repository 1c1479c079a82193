import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { repositoryRoot } from "./repository";
import { type ServerProcess, startServerProcess } from "./serverProcess";
import { installVsCode, type VsCodePackage } from "./vscodePackage";

export type Settings = Record<string, unknown>;

export interface VsCodeOptions {
  /** The folder that opens when a page names no other. */
  folder?: string;
  settings?: Settings;
  /** The extension in development: this repository's, unless another or `null` for none is given. */
  extensionPath?: string | null;
  /** Where installed extensions are. */
  extensionsDir?: string;
  /** User data that outlive the server; without this they are thrown away. */
  userData?: string;
  /** That of an earlier server, whose windows are to come back; without it, any that is free. */
  port?: number;
}

export interface PageTarget {
  folder?: string;
  extensionTestsPath?: string;
}

export interface VsCodeServer extends ServerProcess {
  /** The address of a workbench. */
  url(target?: PageTarget): string;
  /** Changes these user settings for windows that open from now on; a server's windows do not watch the file. */
  changeSettings(changed: Settings): void;
  /** What the extension hosts of all windows logged so far. */
  extensionHostLog(): string;
}

const quietSettings: Settings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": "off",
  "extensions.autoCheckUpdates": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "editor.hover.delay": 50,
};

/** Built-in extensions that talk to services or start programs of their own. */
const unwanted = /^(copilot|git|github|microsoft-authentication|ms-vscode\..*|mermaid-.*|tunnel-forwarding)$/;

/** Starts VS Code's server on a free loopback port. */
export async function startVsCode(options: VsCodeOptions = {}): Promise<VsCodeServer> {
  const vscode = await installVsCode();
  const home = mkdtempSync(join(tmpdir(), "wirenote-vscode-"));
  const userData = options.userData ?? join(home, "data");
  const extensions = options.extensionsDir ?? join(home, "extensions");
  const settingsFile = join(userData, "User", "settings.json");
  for (const folder of [extensions, join(userData, "User")]) mkdirSync(folder, { recursive: true });

  const changeSettings = (changed: Settings) => {
    // VS Code writes this file, too
    const settings: Settings = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, "utf8")) : {};
    writeFileSync(settingsFile, JSON.stringify({ ...settings, ...changed }, undefined, 2));
  };
  changeSettings({ ...quietSettings, ...options.settings });

  const args = serverArguments(vscode, options.port ?? 0, { home, userData, extensions });
  const { port, stop } = await startServerProcess(vscode.node, args, home);
  const extension = options.extensionPath === undefined ? repositoryRoot : options.extensionPath;
  return {
    port,
    url: (target) => workbenchUrl(port, extension, { ...options, ...target }),
    changeSettings,
    extensionHostLog: () => readExtensionHostLogs(join(userData, "logs")),
    stop,
  };
}

function serverArguments(
  vscode: VsCodePackage,
  port: number,
  folders: { home: string; userData: string; extensions: string },
): string[] {
  return [
    ...[vscode.serverMain, "--host", "127.0.0.1", "--port", `${port}`, "--without-connection-token"],
    ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-update-check"],
    ...["--disable-workspace-trust", "--disable-getting-started-override"],
    // without it, a built VS Code ignores extensions in development and their tests
    "--enable-smoke-test-driver",
    ...["--server-data-dir", folders.home, "--user-data-dir", folders.userData, "--extensions-dir", folders.extensions],
    ...["--builtin-extensions-dir", selectBuiltinExtensions(vscode.builtinExtensions, join(folders.home, "builtin"))],
  ];
}

function selectBuiltinExtensions(all: string, selected: string): string {
  mkdirSync(selected);
  for (const { name } of readdirSync(all, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (!unwanted.test(name)) symlinkSync(join(all, name), join(selected, name), "junction");
  }
  return selected;
}

function workbenchUrl(port: number, extension: string | null, target: PageTarget): string {
  const onServer = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [["skipWelcome", "true"]];
  if (extension) payload.push(["extensionDevelopmentPath", onServer(extension)]);
  if (target.extensionTestsPath) payload.push(["extensionTestsPath", onServer(target.extensionTestsPath)]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (target.folder) query.set("folder", target.folder);
  return `http://127.0.0.1:${port}/?${query}`;
}

function readExtensionHostLogs(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => basename(path) === "remoteexthost.log")
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("");
}
