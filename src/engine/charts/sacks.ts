import { ConnectionFact, ConnectionWord } from "../../connections/connectionTable";
import { lastSegment } from "../../decode/packet";
import { tcpFlag } from "../../protocols/tcp";
import type { SackRange } from "../../view/charts/chartedConnection";
import type { CapturedPackets } from "../capturedPackets";

/** More packets are not read again for a chart. */
const mostRead = 50_000;

/** What a connection's packets acknowledge selectively: it is in no column, so those that may are read again. */
export async function sacksOf(packets: CapturedPackets, indexes: Uint32Array): Promise<readonly SackRange[]> {
  const { columns, tracker } = packets;
  const facts = tracker.table.words[columns.stream(indexes[0]) * ConnectionWord.size + ConnectionWord.facts];
  if ((facts & ConnectionFact.usesSack) === 0) return [];
  const places = new Map<number, number>();
  indexes.forEach((index, i) => {
    // what is missing is told by who has nothing else to say
    const isAcknowledgment = columns.payload.get(index) === 0 && (columns.flags[index] & tcpFlag.ACK) !== 0;
    if (isAcknowledgment && places.size < mostRead) places.set(index, i);
  });
  const found: SackRange[] = [];
  for await (const { index, packet } of packets.decoded(Uint32Array.from(places.keys()))) {
    const { sack = [] } = packets.placeOf(index, lastSegment(packet)) ?? {};
    for (const [left, right] of sack) found.push({ i: places.get(index)!, left, right });
  }
  return found;
}
