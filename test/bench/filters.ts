import { measure, median } from "./measure";
import type { Report } from "./report";
import { program } from "./tools";
import type { WarmWorker } from "./warmWorker";

/** Display filters over one capture, in the worker that has indexed it. */

/** Of each, milliseconds that it may take over ten million packets; nothing where it is only measured. */
export const asked: Readonly<Record<string, number | undefined>> = {
  "tcp.flags.syn == 1": 50,
  "ip.addr == 10.0.0.1": 50,
  "tcp.port == 443": undefined,
  "tcp.analysis.retransmission": undefined,
  "tcp.len > 0": undefined,
  "tcp.flags.syn == 1 && !(ip.addr == 10.0.0.1) || frame.len > 90": undefined,
  "tcp.analysis.ack_rtt > 0.2": undefined,
  'tcp.payload contains "GET"': undefined,
};

/** Asked before anything is measured, so that all are measured in an engine that has seen many. */
export const before: readonly string[] = [
  "tcp",
  "ipv6",
  "!tcp",
  "tcp.stream == 7",
  "tcp.stream in {1, 5..9}",
  "tcp.seq > 1000",
  "tcp.ack == 1",
  "tcp.srcport < 30000",
  "tcp.port in {80, 443, 8000..8100}",
  "ip.src == 192.168.0.0/16",
  "ip.addr != 10.0.0.1",
  "all ip.addr == 10.0.0.0/8",
  "tcp.flags == 0x012",
  "tcp.flags & 2",
  "tcp.flags.fin == 1 or tcp.flags.reset == 1",
  'tcp.flags.str contains "S"',
  "tcp.connection.syn",
  "tcp.len == 0",
  "tcp.len in {1..10}",
  "tcp.window_size_value < 1000",
  "tcp.window_size > 60000",
  "tcp.window_size_scalefactor == 128",
  "tcp.analysis.flags",
  "tcp.analysis.lost_segment xor tcp.analysis.zero_window",
  "frame.number < 5000",
  "frame.len != 54 and frame.cap_len < 100",
  "frame.time_relative in {1..2}",
  "not (tcp.port == 443 and tcp.len > 5)",
  "tcp.nxtseq < 100",
  "tcp.completeness == 7",
];

/** The median for each, by the clock of the worker. */
export async function measureFilters(worker: WarmWorker, path: string, rounds: number, report: Report): Promise<void> {
  const expressions = Object.keys(asked);
  const times = await worker.perform({ kind: "filters", path, before, expressions, rounds });
  for (const [index, expression] of expressions.entries()) {
    const took = median(times.filter((_, at) => at % expressions.length === index));
    report.line(`${expression.padEnd(66)}${took.toFixed(1).padStart(10)} ms`);
    const limit = asked[expression];
    if (limit !== undefined) report.atMost(`filter ${expression}, ms`, took, limit);
  }
}

/** The same packets, looked for by tshark, which reads the file for each filter. */
export async function measureFiltersBeside(worker: WarmWorker, path: string, rounds: number, report: Report): Promise<void> {
  for (const [expression, limit] of Object.entries(asked)) {
    if (limit === undefined) continue;
    const times = await worker.perform({ kind: "filters", path, before, expressions: [expression], rounds });
    const ours = { name: `wirenote, ${expression}`, run: async () => median(times) / 1000 };
    const theirs = program(`tshark -Y, ${expression}`, "tshark", ["-n", "-r", path, "-Y", expression]);
    const measured = await measure([ours, ...theirs], 1);
    report.table(`filter ${expression}`, measured);
    report.atLeast(`filter ${expression}: times faster than tshark -Y`, measured[1]?.ratio, 1000);
  }
}
