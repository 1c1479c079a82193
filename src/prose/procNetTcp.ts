import type { TcpState } from "../protocols/tcpStates";
import { Description } from "./description";

/**
 * Rows of Linux's `/proc/net/tcp` and `tcp6` (proc_net_tcp): `0: 0100007F:1F90 00000000:0000 0A …`. Addresses are in hexadecimal, each
 * word of four bytes as a little-endian machine reads it; ports are as they are sent.
 */
const row =
  /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) (0[1-9A-C])(?= [0-9A-F]{8}:[0-9A-F]{8}\s)/dgm;

/** States by Linux's numbers (`net/tcp_states.h`). */
const states: Readonly<Record<string, TcpState>> = {
  "01": "ESTABLISHED",
  "02": "SYN-SENT",
  "03": "SYN-RECEIVED",
  "04": "FIN-WAIT-1",
  "05": "FIN-WAIT-2",
  "06": "TIME-WAIT",
  "07": "CLOSED",
  "08": "CLOSE-WAIT",
  "09": "LAST-ACK",
  "0A": "LISTEN",
  "0B": "CLOSING",
  "0C": "SYN-RECEIVED",
};

/** Both ends of each row's connection, its own first. */
export function* readSocketTable(text: string): Generator<Description> {
  if (!mayHaveRow(text)) return;
  for (const match of text.matchAll(row)) {
    const description = new Description(text, "tool");
    const places = match.indices!;
    for (const [side, end, group] of [
      ["src", "source", 1],
      ["dst", "destination", 3],
    ] as const) {
      const address = addressOf(match[group]);
      const port = Number.parseInt(match[group + 1], 16);
      description.segment[end] = { address, port: String(port) };
      description.add(`${address.includes(":") ? "ipv6" : "ip"}.${side}`, ...places[group]!, { name: address });
      description.add(`tcp.${side}port`, ...places[group + 1]!, { value: port });
    }
    yield description;
  }
}

/** The states of rows, with their places. */
export function* readTableStates(line: string): Generator<{ start: number; end: number; text: string; state: TcpState }> {
  if (!mayHaveRow(line)) return;
  for (const match of line.matchAll(row)) {
    const [start, end] = match.indices![5]!;
    yield { start, end, text: match[5], state: states[match[5]] };
  }
}

/** A quick test, since nearly all texts have no such row. */
const mayHaveRow = (text: string): boolean => text.includes(":") && portAndAddress.test(text);
const portAndAddress = /[0-9A-F]:[0-9A-F]{4} [0-9A-F]{8}/;

function addressOf(digits: string): string {
  const bytes = digits.match(/.{8}/g)!.flatMap((word) => word.match(/../g)!.reverse());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => Number.parseInt(bytes[2 * i] + bytes[2 * i + 1], 16).toString(16));
  return groups.join(":").replace(/(?:^|:)0(?::0)+(?::|$)/, "::");
}
