import { PcapngWriter } from "../../capture/pcapngWriter";
import { PcapWriter } from "../../capture/pcapWriter";
import type { CapturedPackets } from "../capturedPackets";
import { copiedBlocks } from "./copiedBlocks";
import { type CaptureFormat, obstacleForPcap, type PcapObstacle, pcapHead } from "./fileFormat";
import { type PacketSurvey, surveyPackets } from "./packetSurvey";
import type { FilePiece } from "./pieces";
import type { ChosenPackets } from "./savedPackets";
import { writtenPackets } from "./writtenPackets";

/** A file that can be asked for piece by piece, by its number. */
export interface BegunFile {
  readonly file: number;
  readonly packets: number;
  /** How many packets have comments that the file cannot hold. */
  readonly commentsLost: number;
}

/** The files that are being saved. */
export class PacketFiles {
  private readonly begun = new Map<number, AsyncGenerator<FilePiece>>();
  private last = 0;

  /** Begins a file, unless its format cannot hold these packets. */
  async begin(
    packets: CapturedPackets,
    chosen: ChosenPackets,
    format: CaptureFormat,
  ): Promise<BegunFile | { readonly obstacle: PcapObstacle }> {
    const survey = await surveyPackets(packets, chosen);
    const obstacle = format === "pcap" ? obstacleForPcap(survey) : undefined;
    if (obstacle) return { obstacle };
    this.last += 1;
    this.begun.set(this.last, piecesOf(packets, chosen, format, survey));
    return { file: this.last, packets: chosen.count, commentsLost: format === "pcap" ? survey.commented : 0 };
  }

  /** The next piece of a file; nothing at its end. */
  async next(file: number): Promise<FilePiece | undefined> {
    const pieces = this.begun.get(file);
    if (!pieces) throw new Error("This file is not being saved any more.");
    const { value } = await pieces.next();
    return value ?? undefined;
  }

  /** Forgets a file, whether it has come to its end or not. */
  end(file: number): void {
    this.begun.delete(file);
  }
}

function piecesOf(
  packets: CapturedPackets,
  chosen: ChosenPackets,
  format: CaptureFormat,
  survey: PacketSurvey,
): AsyncGenerator<FilePiece> {
  const { interfaces, otherBlocks } = packets.reader;
  if (format === "pcapng" && otherBlocks) return copiedBlocks(packets, chosen, otherBlocks);
  const first = interfaces[packets.columns.interfaceOf(chosen.indexAt(0))];
  const { isFine, snapLength } = survey;
  const writer =
    format === "pcap"
      ? new PcapWriter(pcapHead(first, survey))
      : new PcapngWriter({ decimals: isFine ? 9 : first.decimals, snapLength });
  return writtenPackets(packets, chosen, writer);
}
