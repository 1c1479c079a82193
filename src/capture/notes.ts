/** What stands in a capture beside its packets. Only what is there costs memory. */
export class CaptureNotes {
  /** The comments of a packet, by its index from 0. */
  readonly packetComments = new Map<number, readonly string[]>();
  /** Those of all sections, one after another. */
  readonly sectionComments: string[] = [];
  /** The names of an address, which is written as the hex digits of its bytes. */
  readonly names = new Map<string, readonly string[]>();

  addPacketComment(packet: number, text: string): void {
    this.packetComments.set(packet, [...(this.packetComments.get(packet) ?? []), text]);
  }

  addName(address: string, name: string): void {
    const known = this.names.get(address) ?? [];
    if (!known.includes(name)) this.names.set(address, [...known, name]);
  }
}
