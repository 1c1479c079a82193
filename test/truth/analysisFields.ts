import { marks } from "../../src/connections/marks";
import type { PacketFields } from "../../src/view/packetFields";
import { runTshark } from "./tshark";

/** A value that tshark prints as we do, once both are texts. */
const plain = [
  ...["tcp.len", "tcp.stream", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.window_size", "tcp.window_size_scalefactor"],
  ...["tcp.options.sack_le", "tcp.options.sack_re", "tcp.time_relative", "tcp.time_delta"],
  ...["duplicate_ack_num", "duplicate_ack_frame", "acks_frame", "ack_rtt", "initial_rtt", "rto", "rto_frame"].map(analysis),
  ...["bytes_in_flight", "push_bytes_sent"].map(analysis),
];
const info = "_ws.col.Info";

function analysis(name: string): string {
  return `tcp.analysis.${name}`;
}

/** Everything that tshark says of each packet's segment within its connection, by our names. */
export function askAnalysis(file: string): ReadonlyMap<string, string>[] {
  const names = ["tcp.srcport", ...plain, info, ...marks.map(analysis)];
  const rows = ask(file, [], names);
  const whole = wholeConnections(file);
  return rows.map((values) => {
    const found = new Map(names.map((name, place) => [name, values[place] ?? ""]));
    found.set("tcp.analysis.flags", marks.filter((mark) => found.get(analysis(mark))).join());
    return found.set("tcp.completeness", whole.get(found.get("tcp.stream") ?? "") ?? "");
  });
}

/** What each connection came to: its second pass shows that on a connection's first packet, before it counts once more. */
function wholeConnections(file: string): ReadonlyMap<string, string> {
  const rows = ask(file, ["-2"], ["tcp.stream", "tcp.completeness"]);
  return new Map(rows.reverse() as [string, string][]);
}

function ask(file: string, passes: readonly string[], names: readonly string[]): string[][] {
  const printed = runTshark(file, [...passes, "-T", "fields", ...names.flatMap((name) => ["-e", name])]);
  return printed
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\t"));
}

/** Every difference of a segment's analysis, one line each. */
export function analysisDifferences(truth: readonly ReadonlyMap<string, string>[], ours: readonly PacketFields[]): string[] {
  return truth.flatMap((frame, index) => {
    const fields = ours[index] ?? {};
    return [...differ(frame, fields)].map((line) => `packet ${index + 1}: ${line}`);
  });
}

function* differ(frame: ReadonlyMap<string, string>, ours: PacketFields): Generator<string> {
  // without a length nothing is analysed, and numbers are those on the wire
  if (!frame.get("tcp.len")) return;
  for (const name of [...plain, "tcp.analysis.flags", "tcp.completeness"]) {
    const [expected, got] = [frame.get(name) ?? "", String(ours[name] ?? "")];
    // of a connection that does not begin with a SYN it depends on what was looked at
    if (name === "tcp.completeness" && (Number(expected) & 1) === 0) continue;
    if (expected !== got) yield `${name} is ${expected || "missing"} in tshark, ${got || "missing"} in ours`;
  }
  const [expected, got] = [frame.get(info) ?? "", String(ours["tcp.info"] ?? "")].map(withoutRemarks);
  if (expected !== got) yield `Info is ${expected} in tshark, ${got} in ours`;
}

/** Remarks on the capture are none on the segment; and of a list's only item Wireshark 4.0 writes a comma too many. */
const withoutRemarks = (line: string) =>
  line
    .replace("[, ACE", "[ACE")
    .replace(/ ?\[(TCP CHECKSUM INCORRECT|Packet size limited during capture)\]/g, "")
    .trim();
