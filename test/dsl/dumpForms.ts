import { bytesAlone } from "./bytesAlone";
import { bytesInPrograms } from "./bytesInPrograms";
import { rowsWithOffsets } from "./rowsWithOffsets";

/** The usual ways in which bytes are written down, by their names. */
export const dumpForms: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  ...rowsWithOffsets,
  ...bytesAlone,
  ...bytesInPrograms,
};
