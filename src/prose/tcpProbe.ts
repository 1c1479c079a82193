import type { MetricWord, SocketMetric } from "./socketMetrics";

/**
 * What Linux's tcp_probe tells about a connection whenever a segment comes in: by these names in the tracepoint, and in this order in
 * `/proc/net/tcpprobe` of older kernels.
 */
const inOrder = ["data_len", "snd_nxt", "snd_una", "snd_cwnd", "ssthresh", "snd_wnd", "srtt", "rcv_wnd"] as const;

const metrics: Readonly<Record<(typeof inOrder)[number], SocketMetric>> = {
  data_len: "data_len",
  snd_nxt: "snd_nxt",
  snd_una: "snd_una",
  snd_cwnd: "cwnd",
  ssthresh: "ssthresh",
  snd_wnd: "snd_wnd",
  srtt: "srtt",
  rcv_wnd: "rcv_wnd",
};

const named = new RegExp(`(?<= )(${inOrder.join("|")})=(0x[0-9a-f]+|\\d+)(?!\\w)`, "g");
const row = /^(\d+\.\d{9} \S+:\d+ \S+:\d+ )(\d+(?: 0x[0-9a-f]+){2}(?: \d+){4,5})\s*$/;

export function* readTcpProbe(line: string): Generator<MetricWord> {
  if (line.includes("snd_nxt=")) {
    for (const { index, 0: text, 1: name, 2: value } of line.matchAll(named))
      yield metricOf(name as (typeof inOrder)[number], value, text, index);
  }
  const match = line.includes(" 0x") ? row.exec(line) : null;
  let start = match?.[1].length ?? 0;
  for (const [index, text] of (match?.[2].split(" ") ?? []).entries()) {
    yield metricOf(inOrder[index], text, text, start);
    start += text.length + 1;
  }
}

const metricOf = (name: (typeof inOrder)[number], value: string, text: string, start: number): MetricWord => ({
  start,
  end: start + text.length,
  text,
  metric: metrics[name],
  values: [String(Number(value))],
});
