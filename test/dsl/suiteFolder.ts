import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SuiteFolder {
  readonly path: string;
  /** Writes a file there, and gives its path. */
  readonly file: (name: string, bytes: Uint8Array) => string;
}

/** A folder for the files of a suite, which goes when the suite has ended. */
export function suiteFolder(): SuiteFolder {
  const path = mkdtempSync(join(tmpdir(), "wirenote-suite-"));
  after(() => rmSync(path, { recursive: true }));
  const file = (name: string, bytes: Uint8Array): string => {
    const place = join(path, name);
    writeFileSync(place, bytes);
    return place;
  };
  return { path, file };
}
