import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { differences } from "./compare";
import { ourFields } from "./ourFields";
import { askTshark, makeConfiguration, tsharkVersion } from "./tshark";

/** Differences shown of one capture. */
const mostShown = 20;

const version = tsharkVersion();

describe(`captures against tshark ${version ?? "(which is not installed here)"}`, () => {
  let folder = "";
  let configuration = "";
  before(function () {
    if (version === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), "wirenote-truth-"));
    configuration = makeConfiguration();
  });
  after(() => {
    for (const made of [folder, configuration]) if (made) rmSync(made, { recursive: true });
  });

  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()]) {
    it(name, async () => {
      const ours = await ourFields(bytes);
      if (!ours) return;
      const file = join(folder, "capture");
      writeFileSync(file, bytes);
      const found = differences(askTshark(file, configuration), ours);
      assert.equal(found.length, 0, [`${found.length} differences:`, ...found.slice(0, mostShown)].join("\n"));
    });
  }
});
