import type { Header } from "../../protocols/header";
import {
  wlan,
  wlanData,
  wlanDataType,
  wlanFourthAddress,
  wlanFromAccessPoint,
  wlanHighThroughput,
  wlanQos,
  wlanQosAggregate,
  wlanSubframe,
  wlanSubtype,
  wlanToAccessPoint,
} from "../../protocols/wireless";
import { findNode } from "../node";
import type { LayerDecoder, Next, PacketInProgress } from "../packet";
import { type Reading, readHeader, readMore } from "../readHeader";
import type { Scope } from "../scope";

export const decodeWlan: LayerDecoder = (scope, packet) => wlanWith(scope, packet, false);

/** IEEE 802.11 data frames down to LLC; other frames and encrypted ones by their header alone. `padded`: to a multiple of four. */
export function wlanWith(scope: Scope, packet: PacketInProgress, padded: boolean): Next | readonly Next[] | undefined {
  const reading = readHeader(scope, wlan);
  packet.add("wlan", reading.node);
  if (!reading.complete) return undefined;
  const bit = (name: string) => findNode(reading.node.children, `wlan.fc.${name}`)?.value as number;
  if (bit("type") !== wlanDataType || bit("version") !== 0) return { protocol: "data", scope: scope.after(wlan.size) };

  const parts = new HeaderParts(scope, wlan.size, reading);
  const hasFourth = bit("tods") !== 0 && bit("fromds") !== 0;
  const isQos = (bit("subtype") & wlanSubtype.qos) !== 0;
  const isAggregate = isQos && saysAggregate(parts.rest.after(wlanData.size + (hasFourth ? wlanFourthAddress.size : 0)));
  const table = isAggregate ? wlanData : bit("tods") ? wlanToAccessPoint : bit("fromds") ? wlanFromAccessPoint : wlanData;
  if (!parts.read<Header>(table)) return undefined;
  if (hasFourth && !parts.read(wlanFourthAddress)) return undefined;
  if (isQos) parts.read(wlanQos);
  if (isQos && bit("order")) parts.read(wlanHighThroughput);
  if (padded) parts.align(4);
  if (bit("subtype") & wlanSubtype.noData) return undefined;
  if (bit("protected")) return { protocol: "data", scope: parts.rest };
  // fragments of a frame are not put together; the last one is taken for a whole frame, since some cards number whole frames too
  if (bit("frag")) return { protocol: "data", scope: parts.rest };
  return isAggregate ? subframes(parts.rest, packet) : { protocol: "llc", scope: parts.rest };
}

/** Whether the field for quality of service says that packets are aggregated. */
const saysAggregate = (qos: Scope): boolean => qos.has(wlanQos.size) && (qos.bytes[qos.start] & wlanQosAggregate) !== 0;

/** A header in several tables: each part that is read becomes a part of the same node, and the next part is read behind it. */
class HeaderParts {
  constructor(
    private readonly scope: Scope,
    private size: number,
    private readonly reading: Reading<typeof wlan>,
  ) {}

  get rest(): Scope {
    return this.scope.after(this.size);
  }

  read<H extends Header>(table: H): Reading<H> | undefined {
    const part = readMore(this.reading, this.rest, table);
    this.size += table.size;
    return part.complete ? part : undefined;
  }

  align(to: number): void {
    this.size = Math.ceil(this.size / to) * to;
  }
}

/** §9.3.2.2: packets one after another, each padded to a multiple of four but the last. */
function subframes(scope: Scope, packet: PacketInProgress): Next[] {
  const found: Next[] = [];
  for (let rest = scope; rest.has(wlanSubframe.size); ) {
    const reading = readHeader(rest, wlanSubframe);
    packet.add("wlan_aggregate", reading.node);
    const length = reading.number("a_mpdu_length");
    found.push({ protocol: "llc", scope: rest.after(wlanSubframe.size).first(length, "wlan_aggregate.a_mpdu_length") });
    rest = rest.after(Math.ceil((wlanSubframe.size + length) / 4) * 4);
  }
  return found;
}
