import { type SuiteFolder, suiteFolder } from "../dsl/suiteFolder";
import { tsharkVersion } from "./tshark";

/** A suite that holds ours against what tshark says, with a folder for what it is to read; skipped where there is no tshark. */
export function describeAgainstTshark(what: string, suite: (folder: SuiteFolder) => void): void {
  const version = tsharkVersion();
  describe(`${what} against tshark ${version ?? "(which is not installed here)"}`, () => {
    before(function () {
      if (version === undefined) this.skip();
    });
    suite(suiteFolder());
  });
}
