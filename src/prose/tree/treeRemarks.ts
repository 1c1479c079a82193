import { tcpFlag } from "../../protocols/tcp";
import type { WiresharkMark } from "../wiresharkMarks";

/** What Wireshark remarks on a segment in whole sentences: `[Expert Info (Note/Sequence): This frame is a (suspected) retransmission]`. */
const remarks: readonly (readonly [beginning: string, mark: WiresharkMark])[] = [
  ["this frame is a (suspected) fast retransmission", "fast_retransmission"],
  ["this frame is a (suspected) spurious retransmission", "spurious_retransmission"],
  ["this frame is a (suspected) retransmission", "retransmission"],
  ["this frame is a (suspected) out-of-order", "out_of_order"],
  ["previous segment", "lost_segment"],
  ["a segment before this frame was", "lost_segment"],
  ["acked segment that wasn't captured", "ack_lost_segment"],
  ["acked lost segment", "ack_lost_segment"],
  ["duplicate ack (", "duplicate_ack"],
  ["this is a tcp duplicate ack", "duplicate_ack"],
  ["tcp window update", "window_update"],
  ["window update", "window_update"],
  ["this is a tcp window update", "window_update"],
  ["tcp window specified by the receiver is now completely full", "window_full"],
  ["window is full", "window_full"],
  ["tcp keep-alive segment", "keep_alive"],
  ["keep-alive", "keep_alive"],
  ["this is a keep alive segment", "keep_alive"],
  ["ack to a tcp keep-alive segment", "keep_alive_ack"],
  ["tcp zero window probe", "zero_window_probe"],
  ["this is a zerowindowprobe", "zero_window_probe"],
  ["tcp zero window", "zero_window"],
  ["this is a zerowindow segment", "zero_window"],
  ["ack to a tcp zero window probe", "zero_window_probe_ack"],
  ["a new tcp session is started with the same ports", "reused_ports"],
  ["tcp port numbers reused", "reused_ports"],
  ["reassembled pdu in frame", "reassembled"],
];

const { SYN, ACK, FIN, RST } = tcpFlag;

/** Remarks that repeat in words what the flags say. */
const ofFlags: readonly (readonly [beginning: string, flags: number])[] = [
  ["connection establish request (syn)", SYN],
  ["connection establish acknowledge (syn+ack)", SYN | ACK],
  ["connection finish (fin)", FIN],
  ["this frame initiates the connection closing", FIN],
  ["this frame undergoes the connection closing", FIN],
  ["connection reset (rst)", RST],
];

const severity = /^(?:expert info \([a-z]+\/[a-z]+\): |message: )/;
const severest = /^\[?(.*?)\]?$/;

/** The remark on blocks that are below the acknowledgment number. */
const ofBlocks = "d-sack sequence";

export interface Remark {
  readonly isOfBlocks?: true;
  readonly mark?: WiresharkMark;
  readonly flags?: number;
}

/** The remark in a line, with its brackets or without. */
export function remarkIn(text: string): Remark | undefined {
  const said = severest.exec(text)![1].toLowerCase().replace(severity, "");
  const mark = remarks.find(([beginning]) => said.startsWith(beginning))?.[1];
  if (mark) return { mark };
  if (said.startsWith(ofBlocks)) return { isOfBlocks: true };
  const flags = ofFlags.find(([beginning]) => said.startsWith(beginning))?.[1];
  return flags === undefined ? undefined : { flags };
}
