import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Bundles lie at different depths under `out/`, so the root is found by what only the root has. */
function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "test", "vscode-host"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The repository's root was not found above this program.");
  return findRoot(parent);
}

export const repositoryRoot = findRoot(__dirname);

export function inRepository(...path: string[]): string {
  return join(repositoryRoot, ...path);
}
