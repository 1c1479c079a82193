import { ByteWriter } from "../../bytes/byteWriter";
import type { PacketWriter } from "../../capture/packetToWrite";
import type { CapturedPackets } from "../capturedPackets";
import { nearPackets } from "./nearPackets";
import { type FilePiece, pieceRoom, pieceSize } from "./pieces";
import type { ChosenPackets } from "./savedPackets";

/** A capture file of some packets, written anew, piece by piece. */
export async function* writtenPackets(
  packets: CapturedPackets,
  chosen: ChosenPackets,
  writer: PacketWriter,
): AsyncGenerator<FilePiece> {
  const { columns, reader } = packets;
  const into = new ByteWriter(pieceRoom);
  writer.begin(into);
  for await (const { first, end, bytes, offset } of nearPackets(packets, chosen, { before: 0, behind: 0 })) {
    for (let place = first; place < end; place += 1) {
      const index = chosen.indexAt(place);
      const at = columns.placeOf(index) - offset;
      writer.packet(into, {
        linkType: reader.interfaces[columns.interfaceOf(index)].linkType,
        bytes: bytes.subarray(at, at + columns.capturedLength.get(index)),
        length: columns.length.get(index),
        time: columns.moment(index),
      });
    }
    if (into.length >= pieceSize) yield { bytes: into.cut(), share: end / chosen.count };
  }
  yield { bytes: into.cut(), share: 1 };
}
