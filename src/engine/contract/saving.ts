import type { CaptureFormat, PcapObstacle } from "../save/fileFormat";
import type { BegunFile } from "../save/packetFiles";
import type { FilePiece } from "../save/pieces";
import type { SaveChoice } from "../save/saveChoices";
import type { SavedPackets } from "../save/savedPackets";
import { namesOf } from "./names";

/** Questions about packets that are saved as a capture of their own. */
export interface SavingQuestions {
  /** Which packets are offered to be saved as a capture of their own while one is selected (0 for none). */
  saveChoices(selected: number): Promise<readonly SaveChoice[]>;
  /** Begins such a capture, of the packets that there are now, in the capture's order; or says why its format cannot hold them. */
  beginFile(which: SavedPackets, format: CaptureFormat): Promise<BegunFile | { readonly obstacle: PcapObstacle }>;
  /** Its next bytes, a few megabytes at most; nothing behind the last. */
  nextPiece(file: number): Promise<FilePiece | undefined>;
  /** Forgets the file, whether all of it has been asked for or not. */
  endFile(file: number): Promise<void>;
}

export const savingMethods = namesOf<SavingQuestions>({
  saveChoices: true,
  beginFile: true,
  nextPiece: true,
  endFile: true,
});
