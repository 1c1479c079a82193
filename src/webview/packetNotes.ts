import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EditorHost, HostEvents, PacketNote } from "../engine/pageContract";

/** Notes by the number of the packet that they are about. */
export type NotesByPacket = ReadonlyMap<number, readonly PacketNote[]>;

export const noNotes: NotesByPacket = new Map();

/** What people have written in notes about packets of this capture. */
export class PacketNotes implements ReactiveController {
  byPacket = noNotes;

  constructor(
    private readonly editor: ReactiveControllerHost,
    private readonly host: Pick<EditorHost, "packetNotes">,
    onNotes: (changed: HostEvents["notesChanged"]) => void,
  ) {
    editor.addController(this);
    onNotes(() => void this.read());
  }

  hostConnected(): void {
    void this.read();
  }

  private async read(): Promise<void> {
    const notes = await this.host.packetNotes();
    if (notes.length === 0 && this.byPacket.size === 0) return;
    const byPacket = new Map<number, PacketNote[]>();
    for (const note of notes) byPacket.set(note.packet, [...(byPacket.get(note.packet) ?? []), note]);
    this.byPacket = byPacket;
    this.editor.requestUpdate();
  }
}
