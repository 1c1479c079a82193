import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const folder = "test/golden";

/**
 * Holds a text against a file that a person can read. `UPDATE_GOLDEN=1` writes the file; a difference leaves what was
 * found beside it as `.actual`.
 */
export function expectGolden(name: string, found: string): void {
  const file = join(folder, name);
  const text = found.endsWith("\n") ? found : `${found}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const expected = existsSync(file) ? readFileSync(file, "utf8") : "";
  const actualFile = `${file}.actual`;
  if (expected === text) rmSync(actualFile, { force: true });
  else writeFileSync(actualFile, text);
  assert.equal(text, expected, `${file} differs; UPDATE_GOLDEN=1 accepts what was found`);
}
