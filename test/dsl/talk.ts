import type { TcpFlagName } from "../../src/protocols/tcp";
import { text } from "./bytes";
import { ethernet, ipv4, tcp } from "./headers";
import { pcapFile } from "./pcapFile";

/** What an end says in one segment. */
export interface Said {
  readonly by: "C" | "S";
  readonly said: string | Uint8Array;
  /** It was sent and acknowledged, and is not in the capture. */
  readonly isLost?: boolean;
  /** It is sent a second time. */
  readonly isRepeated?: boolean;
}

const addresses = { C: "10.0.0.1", S: "10.0.0.2" };
const ports = { C: 40_000, S: 80 };
const first = { C: 1000, S: 5000 };

/** A connection from its handshake on in which both ends say what is given, each segment acknowledged by the other end. */
export function talk(...all: readonly Said[]): Uint8Array {
  const next = { ...first };
  const packets: { bytes: Uint8Array; time: number }[] = [];
  const send = (by: "C" | "S", seq: number, flags: readonly TcpFlagName[], payload: Uint8Array = new Uint8Array()) => {
    const peer = by === "C" ? "S" : "C";
    const within = { src: addresses[by], dst: addresses[peer] };
    const ack = flags.includes("ACK") ? next[peer] : 0;
    const segment = tcp({ srcport: ports[by], dstport: ports[peer], seq, ack, flags, payload, within });
    packets.push({ bytes: ethernet(0x0800, ipv4(within, segment)), time: packets.length / 1000 });
  };
  send("C", next.C, ["SYN"]);
  next.C += 1;
  send("S", next.S, ["SYN", "ACK"]);
  next.S += 1;
  send("C", next.C, ["ACK"]);
  for (const { by, said, isLost, isRepeated } of all) {
    const payload = typeof said === "string" ? text(said) : said;
    const seq = next[by];
    if (!isLost) send(by, seq, ["PSH", "ACK"], payload);
    if (isRepeated) send(by, seq, ["PSH", "ACK"], payload);
    next[by] += payload.length;
    const peer = by === "C" ? "S" : "C";
    send(peer, next[peer], ["ACK"]);
  }
  return pcapFile(packets);
}

/** A page that is asked for and comes, with a part that the capture has missed and one that comes twice; then something binary. */
export const webTalk = (): Uint8Array =>
  talk(
    {
      by: "C",
      said: "GET /hello.html HTTP/1.1\r\nHost: example.com\r\nAccept-Language: zh-CN,en;q=0.8\r\nUser-Agent: talk/1.0\r\n\r\n",
    },
    { by: "S", said: "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 180\r\n\r\n" },
    { by: "S", said: "<!doctype html>\n<title>你好，世界</title>\n<p>Hello, ", isRepeated: true },
    { by: "S", said: "world: so much of it is not here. ".repeat(3), isLost: true },
    { by: "S", said: "goodbye.</p>\n" },
    { by: "C", said: "GET /picture.png HTTP/1.1\r\nHost: example.com\r\n\r\n" },
    { by: "S", said: "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 24\r\n\r\n" },
    {
      by: "S",
      said: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1),
    },
  );
