/** What a chart of the whole capture counts. */
export const trafficKinds = ["bitRate", "packetRate"] as const;
export type TrafficKind = (typeof trafficKinds)[number];

export interface TrafficLook {
  readonly traffic: TrafficKind;
}
