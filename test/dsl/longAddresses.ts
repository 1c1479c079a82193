import { text, zeros } from "./bytes";
import { ethernet, ipv6, tcp } from "./headers";
import { pcapFile } from "./pcapFile";

const client = "20010db8aaaabbbbccccddddeeeeff01";
const server = "fe80123456789abcdeff0123456789ab";
const request = text(`GET /a/path/that/goes/on/and/on/${"and/on/".repeat(50)} HTTP/1.1\r\nHost: example.org\r\n\r\n`);

const segments = [
  { fromClient: true, flags: ["SYN"], seq: 4_000_000_000, ack: 0, payload: zeros(0) },
  { fromClient: false, flags: ["SYN", "ACK"], seq: 1000, ack: 4_000_000_001, payload: zeros(0) },
  { fromClient: true, flags: ["ACK"], seq: 4_000_000_001, ack: 1001, payload: zeros(0) },
  { fromClient: true, flags: ["PSH", "ACK"], seq: 4_000_000_001, ack: 1001, payload: request },
  { fromClient: false, flags: ["ACK"], seq: 1001, ack: 4_000_000_001 + request.length, payload: zeros(0) },
] as const;

/** All that takes room: addresses of IPv6 without a zero in them, ports of five digits, and a request without an end. */
export const longAddresses = (): Uint8Array =>
  pcapFile(
    segments.map(({ fromClient, flags, seq, ack, payload }, i) => {
      const [src, dst] = fromClient ? [client, server] : [server, client];
      const [srcport, dstport] = fromClient ? [54_321, 65_000] : [65_000, 54_321];
      const segment = tcp({ srcport, dstport, seq, ack, flags, window: 65_535, payload });
      return { bytes: ethernet(0x86dd, ipv6({ src, dst }, segment)), time: i * 0.1 };
    }),
  );
