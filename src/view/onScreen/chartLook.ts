export const chartKinds = ["sequence", "throughput", "roundTrip", "flight"] as const;
export type ChartKind = (typeof chartKinds)[number];
/** Whose data a chart is about: by default, those of the end that has sent more. */
export const chartSenders = ["busier", "client", "server"] as const;
export type ChartSender = (typeof chartSenders)[number];

/** Which chart is shown of a connection. */
export interface ChartLook {
  readonly chart: ChartKind;
  readonly sender: ChartSender;
}

export const freshChartLook: ChartLook = { chart: "sequence", sender: "busier" };

/** Reads what was kept; defaults stand in for whatever is missing or makes no sense. */
export function readChartLook(
  { chart, sender }: Readonly<Partial<Record<keyof ChartLook, unknown>>>,
  fresh: ChartLook,
): ChartLook {
  return {
    chart: chartKinds.find((each) => each === chart) ?? fresh.chart,
    sender: chartSenders.find((each) => each === sender) ?? fresh.sender,
  };
}
