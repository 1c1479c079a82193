import type { CaptureInterface } from "../../capture/record";
import type { PacketSurvey } from "./packetSurvey";

/** What captures are saved as. */
export type CaptureFormat = "pcapng" | "pcap";

/** Why these packets cannot be in a classic file. */
export interface PcapObstacle {
  readonly kind: "linkTypes" | "timeless" | "records" | "ages";
  /** How many packets or link types stand in the way. */
  readonly count: number;
}

/** A classic file has one link type and a time of 32 bits for every packet. */
export function obstacleForPcap({ linkTypes, timeless, records, ofOtherAges }: PacketSurvey): PcapObstacle | undefined {
  if (records > 0) return { kind: "records", count: records };
  if (linkTypes.size > 1) return { kind: "linkTypes", count: linkTypes.size };
  if (timeless > 0) return { kind: "timeless", count: timeless };
  if (ofOtherAges > 0) return { kind: "ages", count: ofOtherAges };
  return undefined;
}

/** The limit that is written where none is known, as by most programs: no packet of a usual link is longer. */
const usualSnapLength = 262_144;

export function pcapHead({ linkType, fcs }: CaptureInterface, { isFine, snapLength }: PacketSurvey) {
  return {
    linkType,
    ...(fcs !== undefined && { fcs }),
    snapLength: snapLength || usualSnapLength,
    unit: isFine ? "nanoseconds" : "microseconds",
  } as const;
}
