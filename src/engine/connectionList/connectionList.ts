import { ConnectionFact, ConnectionWord, type Endpoint, timeAt } from "../../connections/connectionTable";
import { formatEndpoint } from "../../text/address";
import type { ConnectionRow } from "../../view/connectionRow";
import { type ConnectionColumn, type ConnectionOrder, freshConnectionOrder } from "../../view/onScreen/connectionOrder";
import type { CapturedPackets } from "../capturedPackets";
import { CountedOnce } from "../countedOnce";
import type { ShownPackets } from "../shownPackets";
import { ConnectionSums } from "./connectionSums";

/** The connections of the packets that one page lists, in an order of their own. */
export class ConnectionList {
  private readonly sums: CountedOnce<ConnectionSums>;
  /** Their numbers, and what was counted when they were listed. */
  private listed: Uint32Array = new Uint32Array(0);
  private counted: ConnectionSums | undefined;
  private turn = 0;

  constructor(
    private readonly packets: CapturedPackets,
    shown: ShownPackets,
  ) {
    this.sums = new CountedOnce(packets, shown, () => ConnectionSums.of(packets, shown));
  }

  /** Counts and sorts the connections, and tells how many there are. Rows and places are those of the last list. */
  async show(order: ConnectionOrder): Promise<number> {
    this.turn += 1;
    const { turn } = this;
    const sums = await this.sums.get();
    if (turn !== this.turn) return this.listed.length;
    const { streams } = sums;
    this.counted = sums;
    this.listed = streams;
    if (JSON.stringify(order) !== JSON.stringify(freshConnectionOrder)) this.listed = this.sorted(streams, sums, order);
    return this.listed.length;
  }

  rows(first: number, count: number): readonly ConnectionRow[] {
    const { counted } = this;
    return counted ? Array.from(this.listed.subarray(first, first + count), (stream) => this.row(stream, counted)) : [];
  }

  /** The place of a connection; -1 where it is not listed. */
  placeOf(stream: number): number {
    return this.listed.indexOf(stream);
  }

  private row(stream: number, sums: ConnectionSums): ConnectionRow {
    const { columns, tracker } = this.packets;
    const { endpoints, client, firstPacket, lastPacket, initialRoundTrip } = tracker.connection(stream);
    const [from, to] = [endpoints[client], endpoints[1 - client]].map(({ address, port }) => formatEndpoint(address, port));
    const [start, duration] = [
      columns.spanBetween(Math.max(0, columns.firstWithTime), firstPacket) / 1e9,
      columns.spanBetween(firstPacket, lastPacket) / 1e9,
    ];
    return {
      stream,
      client: from,
      server: to,
      packets: sums.packets[stream],
      toServer: sums.bytes[2 * stream + client],
      toClient: sums.bytes[2 * stream + 1 - client],
      ...(!Number.isNaN(start) && { start }),
      ...(!Number.isNaN(duration) && { duration }),
      ...(initialRoundTrip !== undefined && { roundTrip: initialRoundTrip / 1e9 }),
      trouble: sums.trouble[stream],
      resent: sums.resent[stream],
      kinds: sums.kindsOfTrouble(stream),
      ...(sums.trouble[stream] > 0 && { firstTrouble: sums.firstTrouble[stream] }),
      first: firstPacket + 1,
    };
  }

  private sorted(streams: Uint32Array, sums: ConnectionSums, { column, descending }: ConnectionOrder): Uint32Array {
    const compare =
      column === "client" || column === "server" ? this.byEnd(streams, column) : this.byNumber(streams, sums, column);
    const sign = descending ? -1 : 1;
    // equal ones in the order of their numbers, which is that in which they began
    return streams.slice().sort((a, b) => sign * compare(a, b) || a - b);
  }

  private byEnd(streams: Uint32Array, which: "client" | "server"): (a: number, b: number) => number {
    const ends = new Map<number, Endpoint>();
    for (const stream of streams) {
      const { endpoints, client } = this.packets.tracker.connection(stream);
      ends.set(stream, endpoints[which === "client" ? client : 1 - client]);
    }
    return (a, b) => compareEnds(ends.get(a)!, ends.get(b)!);
  }

  /** Sorts by a number; those whose number is not known come first. */
  private byNumber(
    streams: Uint32Array,
    sums: ConnectionSums,
    column: Exclude<ConnectionColumn, "client" | "server">,
  ): (a: number, b: number) => number {
    const keys = new Float64Array(sums.packets.length);
    for (const stream of streams) keys[stream] = this.numberOf(stream, sums, column);
    return (a, b) => keys[a] - keys[b];
  }

  /** The number that its row shows, in whatever unit; without making the row, since there may be many. */
  private numberOf(stream: number, sums: ConnectionSums, column: Exclude<ConnectionColumn, "client" | "server">): number {
    const { columns, tracker } = this.packets;
    const { words, times } = tracker.table;
    const at = stream * ConnectionWord.size;
    const [first, last] = [words[at + ConnectionWord.firstPacket], words[at + ConnectionWord.latestPacket]];
    const client = words[at + ConnectionWord.facts] & ConnectionFact.secondIsClient ? 1 : 0;
    switch (column) {
      case "stream":
        return stream;
      case "toServer":
        return sums.bytes[2 * stream + client];
      case "toClient":
        return sums.bytes[2 * stream + 1 - client];
      case "start":
        return columns.time[first] || 0;
      case "duration":
        return columns.spanBetween(first, last) || 0;
      case "roundTrip":
        return times[timeAt(at + ConnectionWord.initialRoundTrip)] || -1;
      default:
        return sums[column][stream];
    }
  }
}

/** Compares ends: IPv4 before IPv6, then by address, then by port. */
function compareEnds(a: Endpoint, b: Endpoint): number {
  if (a.address.length !== b.address.length) return a.address.length - b.address.length;
  const at = a.address.findIndex((byte, i) => byte !== b.address[i]);
  return at < 0 ? a.port - b.port : a.address[at] - b.address[at];
}
