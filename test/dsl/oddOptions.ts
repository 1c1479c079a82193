import { hex, join } from "./bytes";
import { ethernet, ipv4, mss, tcp, timestamps, windowScale } from "./headers";
import { pcapFile } from "./pcapFile";
import { fastOpenCookie, fastOpenRequest } from "./tcpOptions";

const [SYN, ACK] = [2, 16];
const times = timestamps(1, 2);

/** Options that few segments have, or of lengths that they should not have, with what tshark 4.0.17 writes of them. */
export const oddOptions: readonly (readonly [options: Uint8Array, expected: string, flags?: number])[] = [
  // SCPS: what its sender can do, and under which number
  [hex("14 04 80 00"), "[SYN] SCPS[BETS]"],
  [hex("14 04 8f 89"), "[SYN] SCPS[BETS, NLTS, RESERVED] Connection ID=137"],
  [hex("14 04 00 05"), "[SYN] Connection ID=5"],
  [hex("14 05 80 00 00"), "[SYN]"],
  [join(hex("15 06 00 01 00 02"), times), "[SYN][Malformed Packet]"],
  [join(hex("15 05 00 01 00"), times), "[SYN] TSval=1 TSecr=2"],
  // Riverbed: a question, an answer, and what the answer adds
  [hex("4c 0a 01 00 0a 00 00 07 00 05"), "S+, [SYN]"],
  [hex("4c 0a 31 00 0a 00 00 07 00 05"), "S#, [SYN]"],
  [hex("4c 0a 01 00 0a 00 00 07 00 05 4c 04 0c 04"), "S+*, [SYN]"],
  [hex("4c 0e 11 00 0a 00 00 07 0a 00 00 09 1e 78"), "SA+, [SYN, ACK]", SYN | ACK],
  [hex("4c 0e 11 00 0a 00 00 07 0a 00 00 09 1e 78 4c 04 0c 01"), "SA++, SA+, [SYN, ACK]", SYN | ACK],
  [hex("4c 04 0c 01"), "[SYN]"],
  [hex("4e 10 00 01 0a 00 00 07 0a 00 00 09 1e 78 1e 78"), "TRPY, [ACK]", ACK],
  [hex("4e 05 00 01 0a"), "TRPY, [ACK]", ACK],
  [join(hex("4c 08 01 00 0a 00 00 07"), times), "[SYN][Malformed Packet]"],
  [join(hex("4c 02"), times), "[SYN] TSval=1 TSecr=2"],
  // an experiment's number
  [hex("fd 04 00 ac"), "[SYN] TARR"],
  [hex("fe 05 00 ac 0a"), "[SYN] TARR=5"],
  [hex("fe 06 00 ac 0a 00"), "[SYN]"],
  [hex("fd 05 ac c0 01"), "[SYN]"],
  [hex("fd 07 ac c0 00 00 01"), "[SYN] EE0B=1"],
  [hex("fe 04 f9 89"), "[SYN] TFO=R"],
  [hex("fd 04 0a 00"), "[SYN] ExID=A00"],
  // lengths that no specification allows
  [hex("22 05 01 02 03"), "[SYN] TFO=C"],
  [join(fastOpenCookie, fastOpenRequest), "[SYN] TFO=C TFO=R"],
  [join(hex("05 0d 00 00 00 01 00 00 00 02 00 00 00"), times), "[ACK] SLE=1 SRE=2 TSval=1 TSecr=2", ACK],
  [join(hex("05 06 00 00 00 01"), times), "[ACK][Malformed Packet]", ACK],
  // Multipath TCP: less than its subtype must have
  [join(hex("1e 03 00"), times), "[SYN][Malformed Packet]"],
  [join(hex("1e 08 20 01 00 00 00 05"), times), "[ACK] TSval=1 TSecr=2", ACK],
  [join(hex("1e 08 20 03 00 00 00 05"), times), "[ACK][Malformed Packet]", ACK],
  [join(hex("1e 10 20 04 00 00 00 05 00 00 00 01 05 78"), hex("00 00"), times), "[ACK] TSval=1 TSecr=2", ACK],
  [join(hex("1e 0d 20 04 00 00 00 05 00 00 00 01 05"), times), "[ACK][Malformed Packet]", ACK],
  [join(hex("1e 0b 60 00 00 00 00 00 00 00 00"), times), "[ACK][Malformed Packet]", ACK],
  // each says its own
  [join(timestamps(3, 4), times), "[SYN] TSval=3 TSecr=4 TSval=1 TSecr=2"],
  [join(mss(1460), windowScale(1), mss(256), windowScale(2)), "[SYN] MSS=1460 WS=2 MSS=256 WS=4"],
];

/** A capture of them; `readable` ones are those at which Wireshark does not give up. */
export function oddOptionsCapture(which: "all" | "readable"): Uint8Array {
  const chosen = oddOptions.filter(([, expected]) => which === "all" || !expected.includes("Malformed"));
  return pcapFile(chosen.map(([options, , flags], index) => ({ bytes: segmentWithOptions(options, flags, 1000 + index) })));
}

/** A segment with these options, from a port of its own. */
export function segmentWithOptions(options: Uint8Array, flags: number = SYN, srcport = 9): Uint8Array {
  const within = { src: "10.0.0.2", dst: "10.0.0.1" };
  return ethernet(0x0800, ipv4(within, tcp({ srcport, dstport: 80, flags, options, within })));
}
