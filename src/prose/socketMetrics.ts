/** What `ss -i` tells about a socket's TCP, by its names (ss(8)); Linux keeps it in `tcp_info`. */
const ofSs = [
  "wscale",
  "rto",
  "backoff",
  "rtt",
  "ato",
  "mss",
  "pmtu",
  "rcvmss",
  "advmss",
  "cwnd",
  "ssthresh",
  "bytes_sent",
  "bytes_retrans",
  "bytes_acked",
  "bytes_received",
  "segs_out",
  "segs_in",
  "data_segs_out",
  "data_segs_in",
  "send",
  "lastsnd",
  "lastrcv",
  "lastack",
  "pacing_rate",
  "delivery_rate",
  "delivered",
  "busy",
  "rwnd_limited",
  "sndbuf_limited",
  "unacked",
  "retrans",
  "lost",
  "sacked",
  "dsack_dups",
  "reordering",
  "rcv_rtt",
  "rcv_space",
  "rcv_ssthresh",
  "minrtt",
  "snd_wnd",
  "rcv_wnd",
  "notsent",
] as const;
/** What only Linux's tcp_probe tells (`tcpProbe.ts`). */
const ofProbe = ["data_len", "snd_nxt", "snd_una", "srtt"] as const;
export const socketMetrics = [...ofSs, ...ofProbe] as const;
export type SocketMetric = (typeof socketMetrics)[number];

export interface MetricWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly metric: SocketMetric;
  /** Its one or two values, as they are written. */
  readonly values: readonly string[];
}

const value = "[\\d.]+(?:[KMG]?bps|ms|s)?";
/** `rtt:0.5/0.25`, `wscale:7,7`, `rwnd_limited:20ms(2.0%)`; rates have a space before them instead of a colon. */
const word = new RegExp(
  `(?<![\\w:])(${ofSs.join("|")})(?::|(?<=send|_rate) )(${value})(?:[/,(](${value})%?\\)?)?(?![\\w:])`,
  "g",
);
const pairs: ReadonlySet<SocketMetric> = new Set(["wscale", "rtt", "retrans"]);
/** A line is one of `ss -i` if it has two metrics, with one of these among them; other programs may have a single one. */
const telling: ReadonlySet<SocketMetric> = new Set(["cwnd", "rto", "rtt", "ssthresh", "unacked", "rcv_space"]);

/** The metrics of a line that `ss -i` printed; none where it is another line. */
export function readSocketMetrics(line: string): readonly MetricWord[] {
  if (!line.includes(":")) return [];
  const words = [...line.matchAll(word)].flatMap((match) => {
    const [text, metric, value, second] = match as unknown as [string, SocketMetric, string, string | undefined];
    if (second === undefined && pairs.has(metric)) return [];
    const values = second === undefined ? [value] : [value, second];
    return [{ start: match.index, end: match.index + text.length, text, metric, values }];
  });
  return words.length > 1 && words.some(({ metric }) => telling.has(metric)) ? words : [];
}

/** The sender's windows as people write them in notes. Counted in segments, so only small numbers: larger ones count bytes. */
const noted = /(?<![\w.])(cwnd|ssthresh)\s?(?:[=＝:：]|为|是|is)\s?(\d{1,3})(?![\w.]|\s?[KM]?[Bb])/g;

/** The lines around have to say whether these are TCP's. */
export const readNotedWindows = (line: string): readonly MetricWord[] =>
  [...line.matchAll(noted)].map(({ index, 0: text, 1: metric, 2: value }) => ({
    start: index,
    end: index + text.length,
    text,
    metric: metric as SocketMetric,
    values: [value],
  }));
