import { CaptureNotes } from "./notes";
import type { Wrong } from "./pcapngBlocks";
import { lengthRules, option, readOptions } from "./pcapngOptions";
import { type CaptureInterface, longestPacket } from "./record";
import { Clock } from "./timestamp";

/** What records belong to that are no packets: custom blocks, journal entries and system calls, which Wireshark counts as frames. */
const noInterface: CaptureInterface = { linkType: -1, snapLength: 0, decimals: 6 };

const utf8 = new TextDecoder();

/** The section that is being read, and the interfaces of all so far. */
export class PcapngSection {
  readonly interfaces: CaptureInterface[] = [];
  readonly notes = new CaptureNotes();
  littleEndian = true;

  private readonly clocks: (Clock | undefined)[] = [];
  /** Index by id: records without an interface have put one of their own in between. */
  private ids: number[] = [];
  private noInterfaceIndex = -1;

  /** Section Header Block, §4.1. */
  begin(view: DataView, at: number, end: number): Wrong | undefined {
    const major = view.getUint16(at + 12, this.littleEndian);
    const minor = view.getUint16(at + 14, this.littleEndian);
    // some programs wrote 1.2 and meant 1.0
    if (major !== 1 || (minor !== 0 && minor !== 2)) return { kind: "version", value: major };
    this.ids = [];
    return readOptions(view, at + 24, end, this.littleEndian, lengthRules.other, (code, start, length) => {
      if (code === option.comment) this.notes.sectionComments.push(textAt(view, start, length));
    });
  }

  /** Interface Description Block, §4.2. The first of options that are there twice counts. */
  addInterface(view: DataView, at: number, end: number): Wrong | undefined {
    const { littleEndian } = this;
    let name: string | undefined;
    let resolution: number | undefined;
    let offset: number | undefined;
    const wrong = readOptions(view, at + 16, end, littleEndian, lengthRules.interface, (code, start, length) => {
      if (code === option.interfaceName) name ??= textAt(view, start, length);
      else if (code === option.interfaceResolution && length === 1) resolution ??= view.getUint8(start);
      else if (code === option.interfaceOffset && length === 8) offset ??= Number(view.getBigInt64(start, littleEndian));
    });
    if (wrong) return wrong;
    const clock = new Clock(resolution, offset);
    this.ids.push(this.interfaces.length);
    this.clocks[this.interfaces.length] = clock;
    this.interfaces.push({
      linkType: view.getUint16(at + 8, littleEndian),
      snapLength: view.getUint32(at + 12, littleEndian),
      decimals: clock.decimals,
      ...(name !== undefined && { name }),
    });
    return undefined;
  }

  /** The index in `interfaces` of an interface's id in this section. */
  indexOf(id: number): number | undefined {
    return this.ids[id];
  }

  clock(index: number): Clock {
    return this.clocks[index]!;
  }

  longestPacket(index: number): number {
    return longestPacket(this.interfaces[index].linkType);
  }

  indexOfNone(): number {
    if (this.noInterfaceIndex < 0) this.noInterfaceIndex = this.interfaces.push(noInterface) - 1;
    return this.noInterfaceIndex;
  }
}

export function textAt(view: DataView, start: number, length: number): string {
  // a comment may end with a zero byte though none is asked for
  return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + start, length)).replace(/\0+$/, "");
}
