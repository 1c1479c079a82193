import type { Connection } from "../../src/connections/tracker";
import type { PacketFacts } from "../../src/filter/packetValues";
import { protocolPath } from "../../src/view/protocolColumn";
import type { Visit } from "./walkCapture";

const second = 1_000_000_000n;

/** Follows a walk through a capture and says of each packet what filters may ask, spans of time included. */
export class FactsAlongTheWay {
  private first: bigint | undefined;
  private previous: bigint | undefined;

  /** `connections` are known as a whole where the capture was walked through before. */
  constructor(private readonly connections: readonly Connection[] = []) {}

  /** To be called for every packet, in order. */
  of({ number, record, packet, place }: Visit): PacketFacts {
    const time = Number.isNaN(record.seconds) ? undefined : BigInt(record.seconds) * second + BigInt(record.nanoseconds);
    this.first ??= time;
    const facts: PacketFacts = {
      number,
      record,
      packet,
      place,
      connection: place && this.connections[place.stream],
      protocols: protocolPath(packet),
      sinceFirst: time === undefined ? undefined : time - this.first!,
      sincePrevious: time === undefined ? undefined : time - (this.previous ?? time),
    };
    this.previous = time ?? this.previous;
    return facts;
  }
}
