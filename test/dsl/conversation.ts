import { type TcpFlagName, tcpFlag } from "../../src/protocols/tcp";
import { zeros } from "./bytes";
import { ethernet, ipv4, tcp } from "./headers";
import { pcapFile, type Recorded } from "./pcapFile";

/**
 * A conversation drawn as text, one segment after another:
 *
 *     C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:1460 | S>C ACK | C>S FIN,ACK
 *
 * `0:1460` are the bytes of the sender's stream that it carries (the first byte after the SYN is 0). ACK is set, and the
 * number is all that the sender has seen of the other side, unless the step says otherwise: `ack 100`, `win 0`, `seq 5`, `@0.5`
 * (seconds since the first segment; else one millisecond after the one before), `!` before a flag clears it.
 */
export interface Step {
  readonly fromClient: boolean;
  readonly flags: readonly TcpFlagName[];
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
  readonly time: number;
}

export interface Side {
  readonly address: string;
  readonly port: number;
  readonly isn: number;
}

const defaults = {
  client: { address: "10.0.0.1", port: 40000, isn: 1000 },
  server: { address: "10.0.0.2", port: 80, isn: 5000 },
};

export function conversation(picture: string, sides: { client?: Partial<Side>; server?: Partial<Side> } = {}): Recorded[] {
  const client = { ...defaults.client, ...sides.client };
  const server = { ...defaults.server, ...sides.server };
  return steps(picture).map((step) => {
    const [from, to] = step.fromClient ? [client, server] : [server, client];
    const within = { src: from.address, dst: to.address };
    const segment = tcp({
      srcport: from.port,
      dstport: to.port,
      seq: (from.isn + step.seq) >>> 0,
      ack: step.flags.includes("ACK") ? (to.isn + step.ack) >>> 0 : 0,
      flags: step.flags,
      window: step.window,
      payload: zeros(step.length),
      within,
    });
    return { bytes: ethernet(0x0800, ipv4(within, segment)), time: step.time };
  });
}

/** The same as a capture file. */
export function conversationCapture(picture: string): Uint8Array {
  return pcapFile(conversation(picture));
}

export function steps(picture: string): Step[] {
  // by side: the next number it will use, with its SYN as 0
  const next = { C: 0, S: 0 };
  let time = 0;
  return picture.split("|").map((text, index) => {
    const [arrow, ...words] = text.trim().split(/\s+/);
    if (arrow !== "C>S" && arrow !== "S>C") throw new Error(`A step begins with C>S or S>C: ${text}`);
    const me = arrow[0] as "C" | "S";
    const peer = me === "C" ? "S" : "C";
    time = index === 0 ? 0 : time + 0.001;
    const step = { flags: new Set<TcpFlagName>(), seq: next[me], ack: next[peer], length: 0, window: 65535, cleared: false };
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i];
      const range = /^(\d+):(\d+)$/.exec(word);
      const number = () => Number(words[++i]);
      if (range) {
        step.seq = Number(range[1]) + 1;
        step.length = Number(range[2]) - Number(range[1]);
      } else if (word.startsWith("@")) time = Number(word.slice(1));
      else if (word === "ack") {
        step.ack = number();
        // what is acknowledged was sent, whether or not it was captured
        next[peer] = Math.max(next[peer], step.ack);
      } else if (word === "seq") step.seq = number();
      else if (word === "win") step.window = number();
      else if (word === "!ACK") step.cleared = true;
      else for (const name of word.split(",")) step.flags.add(flagNamed(name));
    }
    const opensFirst = step.flags.has("SYN") && !step.flags.has("ACK");
    if (!opensFirst && !step.cleared) step.flags.add("ACK");
    const end = step.seq + step.length + (step.flags.has("SYN") ? 1 : 0) + (step.flags.has("FIN") ? 1 : 0);
    next[me] = Math.max(next[me], end);
    return { ...step, fromClient: me === "C", flags: [...step.flags], time };
  });
}

function flagNamed(name: string): TcpFlagName {
  if (name in tcpFlag) return name as TcpFlagName;
  throw new Error(`${name} is no flag`);
}
