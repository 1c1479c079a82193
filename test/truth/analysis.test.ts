import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oddOptionsCapture } from "../dsl/oddOptions";
import { pcapFile } from "../dsl/pcapFile";
import { randomConversations } from "../dsl/randomConversations";
import { Random } from "../fuzz/random";
import { analysisDifferences, askAnalysis } from "./analysisFields";
import { ourFields } from "./ourFields";
import { makeConfiguration, tsharkVersion } from "./tshark";

/** `WIRENOTE_SEEDS=100-200` asks about other conversations. */
const [firstSeed, endSeed] = (process.env["WIRENOTE_SEEDS"] ?? "0-6").split("-").map(Number);
/** How many conversations of how many segments: by the seed, so that they are short and long. */
const shapes = [
  [40, 60],
  [300, 8],
  [3, 800],
] as const;
const mostShown = 20;

const version = tsharkVersion();

describe(`random conversations against tshark ${version ?? "(which is not installed here)"}`, () => {
  let folder = "";
  let configuration = "";
  before(function () {
    if (version === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), "wirenote-analysis-"));
    configuration = makeConfiguration();
  });
  after(() => {
    for (const made of [folder, configuration]) if (made) rmSync(made, { recursive: true });
  });

  async function compare(bytes: Uint8Array): Promise<void> {
    const file = join(folder, "capture");
    writeFileSync(file, bytes);
    const found = analysisDifferences(askAnalysis(file, configuration), (await ourFields(bytes)) ?? []);
    assert.equal(found.length, 0, [`${found.length} differences:`, ...found.slice(0, mostShown)].join("\n"));
  }

  it("odd options are what tshark says", () => compare(oddOptionsCapture("all")));

  for (let seed = firstSeed; seed < endSeed; seed += 1)
    it(`are what tshark says: seed ${seed}`, () => {
      const magic = seed % 2 === 0 ? 0xa1b2c3d4 : 0xa1b23c4d;
      const [conversations, segments] = shapes[seed % shapes.length];
      return compare(pcapFile(randomConversations(new Random(seed), conversations, segments), { magic }));
    });
});
