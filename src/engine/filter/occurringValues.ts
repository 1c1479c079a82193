import { ConnectionFact, ConnectionWord } from "../../connections/connectionTable";
import type { ConnectionTracker } from "../../connections/tracker";
import { bytesOf } from "../../decode/addressStore";
import type { FilterField } from "../../filter/fields";
import { formatIp } from "../../text/address";

const mostValues = 200;

/** Addresses, ports and connections that occur in a capture, as filters write them: those with the most packets first. */
export class OccurringValues {
  private counted = -1;
  private ipv4: readonly string[] = [];
  private ipv6: readonly string[] = [];
  private ports: readonly string[] = [];
  private streams: readonly string[] = [];

  constructor(private readonly tracker: ConnectionTracker) {}

  of({ name }: FilterField): readonly string[] {
    this.count();
    if (/^ip\.(addr|src|dst)$/.test(name)) return this.ipv4;
    if (/^ipv6\.(addr|src|dst)$/.test(name)) return this.ipv6;
    if (/^tcp\.(port|srcport|dstport)$/.test(name)) return this.ports;
    return name === "tcp.stream" ? this.streams : [];
  }

  /** Counts once, and again only when there are more connections, as while the capture is read. */
  private count(): void {
    const { table, addresses, count } = this.tracker;
    if (this.counted === count) return;
    this.counted = count;
    const [short, long, ports, streams] = [new Tally(), new Tally(), new Tally(), new Tally()];
    for (let stream = 0; stream < count; stream += 1) {
      const at = stream * ConnectionWord.size;
      const { words } = table;
      const packets = words[at + ConnectionWord.packets];
      const own = words[at + ConnectionWord.facts] & ConnectionFact.isIpv6 ? long : short;
      own.add(words[at + ConnectionWord.firstAddress], packets);
      own.add(words[at + ConnectionWord.secondAddress], packets);
      ports.add(words[at + ConnectionWord.ports] >>> 16, packets);
      ports.add(words[at + ConnectionWord.ports] & 0xffff, packets);
      streams.add(stream, packets);
    }
    this.ipv4 = short.most().map((word) => formatIp(bytesOf([word])));
    this.ipv6 = long.most().map((word) => formatIp(addresses.bytesOf(word)));
    this.ports = ports.most().map(String);
    this.streams = streams.most().map(String);
  }
}

class Tally {
  private readonly packets = new Map<number, number>();

  add(value: number, packets: number): void {
    this.packets.set(value, (this.packets.get(value) ?? 0) + packets);
  }

  most(): readonly number[] {
    const all = [...this.packets].sort(([, a], [, b]) => b - a);
    return all.slice(0, mostValues).map(([value]) => value);
  }
}
