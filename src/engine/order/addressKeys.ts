import { ConnectionFact, ConnectionWord } from "../../connections/connectionTable";
import type { AddressStore } from "../../decode/addressStore";
import { packetEnds } from "../../decode/packetEnds";
import { macSize } from "../../protocols/header";
import type { CapturedPackets } from "../capturedPackets";
import type { LongWork } from "../longWork";
import type { SortKeys } from "./columnKeys";

/** Packets without an address come first, then network cards, IPv4 and IPv6. The lower 16 bits hold the first two bytes of a card's address. */
enum AddressClass {
  none,
  card = 1 << 16,
  ipv4 = 2 << 16,
  ipv6 = 3 << 16,
}

/**
 * Keys that sort by the value of addresses. Those of segments come from their connections, those of other packets from their bytes, since
 * they are in no column.
 */
export async function addressKeys(
  packets: CapturedPackets,
  rows: Uint32Array,
  which: "source" | "destination",
  work: LongWork,
): Promise<SortKeys> {
  const { columns, tracker } = packets;
  const [values, classes] = [new Uint32Array(columns.count), new Uint32Array(columns.count)];
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const flow = columns.flow[row];
    if ((i & 0x3ff) === 0 || flow < 0) await work.pause(i / rows.length);
    if (flow < 0) await readAddress(row);
    else {
      const { words } = tracker.table;
      const at = (flow >> 1) * ConnectionWord.size;
      const isOfFirst = ((flow & 1) === 0) === (which === "source");
      values[row] = words[at + (isOfFirst ? ConnectionWord.firstAddress : ConnectionWord.secondAddress)];
      classes[row] = words[at + ConnectionWord.facts] & ConnectionFact.isIpv6 ? AddressClass.ipv6 : AddressClass.ipv4;
    }
  }
  const ranks = ranksOf(tracker.addresses);
  for (const row of rows) if (classes[row] === AddressClass.ipv6) values[row] = ranks[values[row]];
  return [values, classes];

  async function readAddress(row: number): Promise<void> {
    const packet = await packets.decode(row);
    const address = packetEnds(packet)[which];
    if (!address) return;
    const view = new DataView(address.buffer, address.byteOffset, address.length);
    if (address.length === 4) {
      values[row] = view.getUint32(0);
      classes[row] = AddressClass.ipv4;
    } else if (address.length === macSize) {
      values[row] = view.getUint32(2);
      classes[row] = AddressClass.card | view.getUint16(0);
    } else if (address.length === 16) {
      values[row] = tracker.addresses.numberOf(view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12));
      classes[row] = AddressClass.ipv6;
    }
  }
}

/** For each IPv6 address, by its number: its place among all of them in order. */
function ranksOf({ words, size }: AddressStore): Uint32Array {
  const numbers = Uint32Array.from({ length: size }, (_, number) => number);
  numbers.sort((a, b) => {
    for (let word = 0; word < 4; word += 1) {
      const difference = (words[a * 4 + word] >>> 0) - (words[b * 4 + word] >>> 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const ranks = new Uint32Array(size);
  for (const [rank, number] of numbers.entries()) ranks[number] = rank;
  return ranks;
}
