import type { PacketFields } from "../../src/view/packetFields";
import type { Frame } from "./tshark";

type Value = string | number | boolean | undefined;
type Read = (fields: ReadonlyMap<string, string>, name: string) => Value;

const text: Read = (fields, name) => fields.get(name) || undefined;
const number: Read = (fields, name) => (fields.get(name) ? Number(fields.get(name)) : undefined);
const there: Read = (fields, name) => fields.has(name) || undefined;
const statuses: Readonly<Record<string, string>> = { 0: "bad", 1: "good", 2: "unverified" };
const status: Read = (fields, name) => statuses[fields.get(name) ?? ""];

const frameFields: Readonly<Record<string, Read>> = {
  "frame.number": number,
  "frame.time_epoch": text,
  "frame.len": number,
  "frame.cap_len": number,
};
const tcpFields: Readonly<Record<string, Read>> = {
  "tcp.srcport": number,
  "tcp.dstport": number,
  "tcp.flags": number,
  "tcp.seq_raw": number,
  "tcp.ack_raw": number,
  "tcp.len": number,
  "tcp.hdr_len": number,
  "tcp.window_size_value": number,
  "tcp.checksum": number,
  "tcp.checksum.status": status,
  "tcp.urgent_pointer": number,
  "tcp.options.mss_val": number,
  "tcp.options.wscale.shift": number,
  "tcp.options.sack_perm": there,
  "tcp.options.timestamp.tsval": number,
  "tcp.options.timestamp.tsecr": number,
};

/** Every difference between what tshark says of a capture and what we say, one line each. */
export function differences(truth: readonly Frame[], ours: readonly PacketFields[]): string[] {
  const found = truth.length === ours.length ? [] : [`${truth.length} packets in tshark, ${ours.length} in ours`];
  for (let index = 0; index < Math.min(truth.length, ours.length); index += 1)
    for (const line of differ(truth[index], ours[index])) found.push(`packet ${index + 1}: ${line}`);
  return found;
}

function* differ({ frame, network, tcp }: Frame, ours: PacketFields): Generator<string> {
  const line = (name: string, expected: Value, got: Value) => `${name} is ${expected} in tshark, ${got} in ours`;
  for (const [name, read] of Object.entries(frameFields)) {
    const [expected, got] = [read(frame, name), ours[name] as Value];
    if (expected !== got) yield line(name, expected, got);
  }
  for (const end of ["src", "dst"]) {
    const expected = network?.get(`ip.${end}`) ?? network?.get(`ipv6.${end}`);
    const got = (ours[`ip.${end}`] ?? ours[`ipv6.${end}`]) as Value;
    if (expected !== got) yield line(end, expected, got);
  }
  const isTcp = ours["tcp.srcport"] !== undefined;
  if ((tcp !== undefined) !== isTcp) yield line("TCP", tcp !== undefined, isTcp);
  if (!tcp) return;
  for (const [name, read] of Object.entries(tcpFields)) {
    const expected = read(tcp, name);
    // of a segment without a length tshark says no more than what it could still read
    if (expected === undefined && !tcp.has("tcp.len")) continue;
    const got = ourValue(ours, name);
    if (expected !== got) yield line(name, expected, got);
  }
}

function ourValue(ours: PacketFields, name: string): Value {
  const value = ours[name] as Value;
  // Wireshark 4.0 has no word for a checksum that was left to the network card
  if (value === "partial") return "bad";
  return typeof value === "string" && value.startsWith("0x") ? Number(value) : value;
}
