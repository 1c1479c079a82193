import { hex, join, text, u8, zeros } from "./bytes";
import { conversation } from "./conversation";
import type { Pcapng } from "./pcapngFile";

/** Two sections with every kind of block. */
export function everyBlock(first: Pcapng, second: Pcapng): Uint8Array {
  const [{ bytes: frame }] = conversation("C>S SYN");
  const names = (file: Pcapng) => file.block(4, join(file.n16(1), file.n16(6), hex("0a000001"), text("x\0"), zeros(2), zeros(4)));
  const comment = (file: Pcapng, content: string) => join(file.option(1, text(content)), file.option(0, zeros(0)));
  return join(
    ...[first.section(comment(first, "of the section")), names(first)],
    first.interface(join(first.option(2, text("eth0")), first.option(3, text("the wire")), first.option(9, u8(9))), 1, 2000),
    first.interface(first.option(2, text("tun0")), 101, 96),
    first.packet(frame, { time: 1_700_000_000_123_456_789n, options: comment(first, "first") }),
    first.packet(frame.subarray(14), { time: 1_700_000_000_000_001n, interface: 1, length: 1500 }),
    first.block(10, join(first.n32(0x544c534b), first.n32(5), text("CLIEN"))),
    first.oldPacket(frame, { time: 1_700_000_000_500_000_000n }),
    first.block(0xbad, join(first.n32(1), text("whoever"))),
    first.packet(frame, { time: 1_700_000_001_000_000_000n, options: join(first.option(2, first.n32(1)), comment(first, "二")) }),
    ...[second.section(), second.interface(zeros(0), 1, 60), names(second), second.simplePacket(frame)],
    second.block(9, text("MESSAGE=hi\n__REALTIME_TIMESTAMP=1700000000123456\n")),
    ...[0x204, 0x216, 0x221].map((type) =>
      second.block(type, join(second.n16(1), second.n64(1_700_000_000_123_456_789n), zeros(26), text("a call"))),
    ),
    second.packet(frame, { time: 5n, options: comment(second, "x".repeat(40_000)) }),
    second.block(5, join(second.n32(0), zeros(8), second.option(4, second.n64(12n)))),
  );
}
