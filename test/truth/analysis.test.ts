import { strict as assert } from "node:assert";
import { oddOptionsCapture } from "../dsl/oddOptions";
import { pcapFile } from "../dsl/pcapFile";
import { randomConversations } from "../dsl/randomConversations";
import { Random } from "../fuzz/random";
import { describeAgainstTshark } from "./againstTshark";
import { analysisDifferences, askAnalysis } from "./analysisFields";
import { ourFields } from "./ourFields";

/** `WIRENOTE_SEEDS=100-200` asks about other conversations. */
const [firstSeed, endSeed] = (process.env["WIRENOTE_SEEDS"] ?? "0-6").split("-").map(Number);
/** How many conversations of how many segments: by the seed, so that they are short and long. */
const shapes = [
  [40, 60],
  [300, 8],
  [3, 800],
] as const;
const mostShown = 20;

describeAgainstTshark("random conversations", (folder) => {
  async function compare(bytes: Uint8Array): Promise<void> {
    const file = folder.file("capture", bytes);
    const found = analysisDifferences(askAnalysis(file), (await ourFields(bytes)) ?? []);
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
