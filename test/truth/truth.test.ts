import { strict as assert } from "node:assert";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { describeAgainstTshark } from "./againstTshark";
import { differences } from "./compare";
import { ourFields } from "./ourFields";
import { askTshark } from "./tshark";

/** Differences shown of one capture. */
const mostShown = 20;

describeAgainstTshark("captures", (folder) => {
  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()]) {
    it(name, async () => {
      const ours = await ourFields(bytes);
      if (!ours) return;
      const file = folder.file("capture", bytes);
      const found = differences(askTshark(file), ours);
      assert.equal(found.length, 0, [`${found.length} differences:`, ...found.slice(0, mostShown)].join("\n"));
    });
  }
});
