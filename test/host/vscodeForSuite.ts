import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepository } from "./repository";
import { startVsCode, type VsCodeServer } from "./vscodeServer";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench";

export interface VsCodeForSuite {
  /** A folder of its own, with the samples in it. */
  readonly folder: string;
  readonly workbench: Workbench;
}

/** A VS Code with one window, from before the suite that calls this until after it; `prepare` puts more into its folder. */
export function vsCodeForSuite(options: WorkbenchOptions = {}, prepare: (folder: string) => void = () => {}): VsCodeForSuite {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-suite-"));
  let server: VsCodeServer | undefined;
  let workbench: Workbench | undefined;
  before(async () => {
    cpSync(inRepository("samples"), folder, { recursive: true });
    prepare(folder);
    server = await startVsCode({ folder });
    workbench = await openWorkbench(server, options);
  });
  after(async () => {
    await workbench?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get workbench() {
      if (!workbench) throw new Error("VS Code has not been started");
      return workbench;
    },
  };
}
