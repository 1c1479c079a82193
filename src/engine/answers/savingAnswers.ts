import type { CaptureInView } from "../captureInView";
import type { SavingQuestions } from "../contract/saving";
import { givingAway } from "../rpc";
import type { CaptureFormat, PcapObstacle } from "../save/fileFormat";
import { type BegunFile, PacketFiles } from "../save/packetFiles";
import type { FilePiece } from "../save/pieces";
import { type SaveChoice, saveChoices } from "../save/saveChoices";
import { chosenPackets, type SavedPackets } from "../save/savedPackets";

export class SavingAnswers implements SavingQuestions {
  private readonly files = new PacketFiles();

  constructor(private readonly capture: CaptureInView) {}

  async saveChoices(selected: number): Promise<readonly SaveChoice[]> {
    const { list } = this.capture;
    return list ? saveChoices(this.capture.opened.packets, list.shown, selected) : [];
  }

  async beginFile(which: SavedPackets, format: CaptureFormat): Promise<BegunFile | { readonly obstacle: PcapObstacle }> {
    const { packets } = this.capture.opened;
    return this.files.begin(packets, chosenPackets(which, packets, this.capture.list?.shown.filtered), format);
  }

  async nextPiece(file: number): Promise<FilePiece | undefined> {
    const piece = await this.files.next(file);
    return piece && givingAway(piece, piece.bytes.buffer);
  }

  async endFile(file: number): Promise<void> {
    this.files.end(file);
  }
}
