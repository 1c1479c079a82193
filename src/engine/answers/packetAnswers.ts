import { lastSegment } from "../../decode/packet";
import { colourNumbers } from "../../view/colouredBytes";
import { type FieldHead, fieldHead } from "../../view/fieldCell";
import { fieldFilter } from "../../view/fieldFilter";
import { fieldOf, isFieldColumn } from "../../view/onScreen/columnId";
import { plainLook, type RowLook } from "../../view/onScreen/rowLook";
import type { RowPart } from "../../view/onScreen/rowPart";
import type { PacketRow } from "../../view/packetRow";
import { rowFilter } from "../../view/rowFilter";
import { type Standing, standingOf } from "../../view/standing";
import { packetTree } from "../../view/tree";
import type { CaptureInView } from "../captureInView";
import type { PacketDetail, PacketQuestions, RelatedPackets } from "../contract/packets";
import { relatedPackets } from "../list/relatedPackets";

export class PacketAnswers implements PacketQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async rows(first: number, count: number, look: RowLook = plainLook): Promise<readonly PacketRow[]> {
    const { opened } = this.capture.indexed;
    if (!opened) return [];
    const last = Math.min(opened.packets.columns.count, first + count);
    const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    return opened.rows.of(indexes, look);
  }

  async packet(number: number): Promise<PacketDetail> {
    const { packets } = this.capture.opened;
    const packet = await packets.decode(number - 1);
    const place = packets.placeOf(number - 1, lastSegment(packet));
    const comments = packets.reader.notes.packetComments.get(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    const bytes = packet.sources[0].slice();
    const tree = packetTree(packet, this.capture.words, place);
    return { tree, bytes, colours: colourNumbers(packet, bytes.length), ...(comments && { comments }) };
  }

  async standing(number: number): Promise<Standing | undefined> {
    const { columns } = this.capture.opened.packets;
    const index = number - 1;
    if (columns.flow[index] < 0) return undefined;
    const stream = columns.stream(index);
    return standingOf(stream, this.capture.opened.flows.of(stream).life, number, columns.direction(index), this.capture.words);
  }

  async related(number: number): Promise<RelatedPackets> {
    return relatedPackets(this.capture.opened.packets, number - 1);
  }

  async fieldFilter(number: number, key: string): Promise<string | undefined> {
    return fieldFilter(await this.capture.opened.packets.decode(number - 1), key);
  }

  async fieldHeads(names: readonly string[]): Promise<readonly FieldHead[]> {
    return names.map((name) => fieldHead(name, this.capture.words));
  }

  async rowFilter(number: number, part: RowPart): Promise<string | undefined> {
    const { packets, rows } = this.capture.opened;
    if (part !== "conversation" && isFieldColumn(part)) return rows.cells.filterOf(number - 1, fieldOf(part));
    const packet = await packets.decode(number - 1);
    const [facts] = await this.rows(number - 1, 1);
    return facts && rowFilter(facts, packet, packets.placeOf(number - 1, lastSegment(packet)), part);
  }
}
