import type { Words } from "../text/words";
import type { EngineEvents } from "./contract/engine";
import type { IndexedCapture, Opened } from "./indexedCapture";
import type { Known } from "./joint/jointFlows";
import { PacketList } from "./list/packetList";

/** A capture as one page looks at it: pages share all but what each of them lists. */
export class CaptureInView {
  private listed: PacketList | undefined;

  constructor(
    readonly indexed: IndexedCapture,
    private readonly onWork: EngineEvents["working"],
  ) {}

  get words(): Words {
    return this.indexed.words;
  }

  /** The opened capture; to be asked for only when there are packets. */
  get opened(): Opened {
    const { opened } = this.indexed;
    if (!opened) throw new Error("No capture has been opened.");
    return opened;
  }

  /** Missing while nothing has been read. */
  get list(): PacketList | undefined {
    const { opened, words } = this.indexed;
    if (opened) this.listed ??= new PacketList(opened, words, this.onWork);
    return this.listed;
  }

  /** What is known of its connections so far. */
  get known(): Known {
    const { complete } = this.indexed.summary();
    return { packets: this.opened.packets, filtered: this.list?.shown.filtered, isComplete: complete };
  }
}
