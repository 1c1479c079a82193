import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeCapture } from "../bench/captures";
import { inRepository } from "../host/repository";
import { startVsCode } from "../host/vscodeServer";
import { openWorkbench } from "../host/workbench";
import { makeFolder } from "./pictureFolder";
import { scenes } from "./scenes/scenes";

/**
 * Takes pictures of the real VS Code, to be looked at: `npm run pictures [-- NAME…]` into `pictures/`, those of the README
 * into `media/`.
 */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  mkdirSync(inRepository("pictures"), { recursive: true });
  const folder = makeFolder();
  const chosen = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.some(({ isLarge }) => isLarge)) writeCapture(join(folder, "large.pcap"), "bulk", 4_000_000);
  const server = await startVsCode({ folder });
  try {
    for (const { name, locale, theme, size, forReadme, show } of chosen) {
      const workbench = await openWorkbench(server, { ...(locale && { locale }), ...(size && { size }) });
      try {
        await workbench.setColorTheme(theme);
        await show(workbench, folder);
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
      }
      const path = inRepository(forReadme ? "media" : "pictures", `${name}.png`);
      await workbench.page.screenshot({ path });
      console.log(path);
      await workbench.close();
    }
  } finally {
    await server.stop();
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

void main();
