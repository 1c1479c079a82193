import { join, text } from "./bytes";
import { conversation } from "./conversation";
import { pcapFile } from "./pcapFile";
import { Pcapng } from "./pcapngFile";

/** A segment is lost and sent again; in the end the server resets what the client closes. */
export const lossStory =
  "C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100 | C>S 100:200 | C>S 200:300 | S>C ACK ack 101 | S>C ACK ack 101 | C>S 100:200 @0.5 | S>C ACK ack 301 @0.6 | C>S FIN,ACK | S>C RST,ACK";

export const lossCapture = (): Uint8Array => pcapFile(conversation(lossStory));

/** The same with times to the nanosecond, a comment beside packet 4 and a name for the client. */
export function commentedCapture(): Uint8Array {
  const file = new Pcapng();
  const packets = conversation(lossStory).map(({ bytes, time = 0 }, i) =>
    file.packet(bytes, {
      time: BigInt(Math.round(time * 1e9)) + 1_700_000_000_123_456_789n,
      ...(i === 3 && { options: file.option(1, text("Here the trouble begins.")) }),
    }),
  );
  const name = join(Uint8Array.of(10, 0, 0, 1), text("my-laptop\0"));
  const names = file.block(4, join(file.n16(1), file.n16(name.length), name, new Uint8Array(2), file.n32(0)));
  return join(file.section(), file.clock(9), names, ...packets);
}
