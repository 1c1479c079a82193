import { readyFilters } from "../../../src/filter/readyFilters";
import { byteFilters } from "./byteFilters";
import { comparisonFilters } from "./comparisonFilters";
import { fieldFilters } from "./fieldFilters";
import { grammarFilters } from "./grammarFilters";
import { reckoningFilters } from "./reckoningFilters";

/** Display filters that Wireshark 4.0 takes, by what they are about. Each is asked of every capture of the comparison. */
export const taken: Readonly<Record<string, readonly string[]>> = {
  "offered ready": Object.values(readyFilters),
  ...fieldFilters,
  ...comparisonFilters,
  ...reckoningFilters,
  ...byteFilters,
  ...grammarFilters,
};
