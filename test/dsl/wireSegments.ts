import type { Mark } from "../../src/connections/marks";
import type { WireSegment } from "../../src/connections/wireSegment";
import { tcpFlag } from "../../src/protocols/tcp";
import { steps } from "./conversation";

const initialNumbers = { client: 4_294_967_290, server: 5000 };

/** A picture's segments as connections see them; the client's numbers pass 2³² on the way. */
export function wireSegments(picture: string, marks: Readonly<Record<number, readonly Mark[]>> = {}): WireSegment[] {
  const [first] = steps(picture);
  return steps(picture).map(({ fromClient, flags, seq, ack, length, window }, index) => {
    const { client, server } = initialNumbers;
    const [mine, theirs] = fromClient ? [client, server] : [server, client];
    return {
      frame: index + 1,
      from: fromClient === first.fromClient ? 0 : 1,
      seq: (mine + seq) >>> 0,
      ack: flags.includes("ACK") ? (theirs + ack) >>> 0 : 0,
      flags: flags.reduce((bits, name) => bits | tcpFlag[name], 0),
      length,
      window,
      marks: new Set(marks[index + 1] ?? []),
    };
  });
}
