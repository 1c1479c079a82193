import { bytesOf } from "../decode/addressStore";
import { DatagramEnds } from "../decode/datagram";
import { numberOf } from "../decode/innermost";
import { byProtocol, type ColumnSource, hasSegment } from "./columnSource";
import { type End, endFields, endValues } from "./endFields";
import { type Predicate, predicateOf } from "./evaluate";
import { fieldsOf, type Test } from "./plan";
import { Verdict } from "./verdicts";

const udpCode = numberOf("udp");
const isDatagram = byProtocol((protocol) => Number(!hasSegment(protocol)));
const wrap = 2 ** 32;

/** What a test of addresses and ports says about packets without a segment: asked once for each pair of ends, which have many packets. */
export class DatagramAnswers {
  private readonly names: readonly string[];
  private readonly layers: readonly (readonly number[])[];
  private readonly predicate: Predicate;
  private readonly asksForPorts: boolean;
  /** By the source's address and the kind of ends, then by the destination's address, then by both ports. */
  private readonly known = new Map<number, Map<number, Map<number, Verdict>>>();

  constructor(
    test: Test,
    private readonly source: ColumnSource,
  ) {
    this.names = [...new Set([...fieldsOf(test)].map(({ field }) => field.name))];
    this.layers = this.names.map(() => [1]);
    this.predicate = predicateOf(test, ({ field }) => this.names.indexOf(field.name));
    this.asksForPorts = this.names.some((name) => endFields[name]!.by === "port");
  }

  /** Decides those of the rows `from` to `to` that are open and whose ends are known. */
  decide(from: number, to: number, into: Uint8Array): void {
    const { flags, protocol } = this.source.columns;
    for (let row = from; row < to; row += 1)
      if (into[row - from] === Verdict.open && isDatagram[protocol[row]] !== 0 && flags[row] !== DatagramEnds.unknown)
        into[row - from] = this.of(row);
  }

  private of(row: number): Verdict {
    const { seq, ack, flags, window, payload, protocol } = this.source.columns;
    const isUdp = protocol[row] === udpCode;
    const ports = this.asksForPorts && isUdp ? window[row] * 0x1_0000 + payload.values[row] : 0;
    const ofSource = entryOf(this.known, seq[row] + (flags[row] * 2 + Number(isUdp)) * wrap, makeMap<Map<number, Verdict>>);
    const ofBoth = entryOf(ofSource, ack[row], makeMap<Verdict>);
    return entryOf(ofBoth, ports, () => this.ask(row, isUdp));
  }

  private ask(row: number, isUdp: boolean): Verdict {
    const { seq, ack, flags, window, payload } = this.source.columns;
    const end = (address: number, port: number): End => ({
      address: this.addressOf(flags[row], address),
      port,
      carried: isUdp ? "udp" : "other",
    });
    const [source, destination] = [end(seq[row], window[row]), end(ack[row], payload.values[row])];
    const values = this.names.map((name) => endValues(endFields[name]!, source, destination));
    return this.predicate({ values, layers: this.layers, row: -1 }) ? Verdict.yes : Verdict.no;
  }

  private addressOf(ends: DatagramEnds, word: number): Uint8Array {
    if (ends === DatagramEnds.none) return new Uint8Array();
    return ends === DatagramEnds.ipv4 ? bytesOf([word]) : this.source.tracker.addresses.bytesOf(word);
  }
}

const makeMap = <Value>(): Map<number, Value> => new Map();

function entryOf<Entry>(map: Map<number, Entry>, key: number, make: () => Entry): Entry {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
