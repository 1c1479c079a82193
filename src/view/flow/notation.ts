import type { SegmentPlace } from "../../connections/tracker";
import type { Segment } from "../../decode/packet";
import { lettersOfFlags } from "../../prose/flagLetters";
import { flagNames, tcpFlag } from "../../protocols/tcp";
import { timestamps } from "../../protocols/tcpOptions";
import type { NumberKind } from "../onScreen/editorState";
import type { FlowLook } from "../onScreen/flowLook";
import { scaledWindow, tcpInfo } from "../tcpInfo";

export type Notation = FlowLook["notation"];

type Labelled = Pick<SegmentPlace, "seq" | "ack" | "windowFactor" | "sack" | "stream" | "direction">;

/** An arrow's label. What is remarkable about the segment is written beside it, not in it. */
export function segmentLabel(segment: Segment, relative: Labelled, notation: Notation, numbers: NumberKind): string {
  const place = numbers === "raw" ? { ...relative, ...rawNumbers(segment) } : relative;
  switch (notation) {
    case "wireshark":
      return wiresharkLabel(segment, place);
    case "tcpdump":
      return tcpdumpLabel(segment, place);
    case "stevens":
      return stevensLabel(segment, place);
  }
}

const rawNumbers = ({ seq = 0, ack = 0, options }: Segment) => ({ seq, ack, sack: options.sack ?? [] });

/** `[SYN] Seq=0 Win=65495 Len=0 MSS=65495`: the text of the packet list without ports, marks and the ever-changing timestamps. */
function wiresharkLabel(segment: Segment, { seq, ack, windowFactor, sack, stream, direction }: Labelled): string {
  const kinds = (segment.options.kinds ?? []).filter((kind) => kind !== timestamps.kind);
  const line = tcpInfo(
    { ...segment, options: { ...segment.options, kinds } },
    { seq, ack, windowFactor, sack, stream, direction },
  );
  return line.slice(line.indexOf("["));
}

/** `Flags [S.], seq 0, ack 1, win 65483, options [mss 65495], length 0`, with the window of the header, not scaled. */
function tcpdumpLabel(segment: Segment, place: Labelled): string {
  const { flags = 0, length = 0, window = 0 } = segment;
  const parts = [`Flags [${lettersOfFlags(flags)}]`];
  if (length > 0) parts.push(`seq ${place.seq}:${place.seq + length}`);
  else if (flags & (tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST)) parts.push(`seq ${place.seq}`);
  if (flags & tcpFlag.ACK) parts.push(`ack ${place.ack}`);
  parts.push(`win ${window}`);
  if (flags & tcpFlag.URG) parts.push(`urg ${segment.urgentPointer ?? 0}`);
  const options = optionTexts(segment, place);
  if (options.length > 0) parts.push(`options [${options.join(",")}]`);
  return [...parts, `length ${length}`].join(", ");
}

/** As TCP/IP Illustrated writes it: `PSH 1(1024) ack 1 win 4096`, a pure acknowledgment as `ack 1025 win 4096`. */
function stevensLabel(segment: Segment, place: Labelled): string {
  const { flags = 0, length = 0 } = segment;
  const names = flagNames(flags).filter((name) => name !== "ACK");
  const parts: string[] = [...names];
  if (length > 0 || flags & (tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST)) parts.push(`${place.seq}(${length})`);
  if (flags & tcpFlag.ACK) parts.push(`ack ${place.ack}`);
  parts.push(`win ${scaledWindow(segment, place)}`);
  const options = optionTexts(segment, place);
  if (options.length > 0) parts.push(`<${options.join(",")}>`);
  return parts.join(" ");
}

function optionTexts({ options }: Segment, { sack }: Labelled): string[] {
  const { maximumSegmentSize, windowShift, sackPermitted } = options;
  return [
    ...(maximumSegmentSize === undefined ? [] : [`mss ${maximumSegmentSize}`]),
    ...(sackPermitted ? ["sackOK"] : []),
    ...(windowShift === undefined ? [] : [`wscale ${windowShift}`]),
    ...sack.map(([left, right]) => `sack ${left}:${right}`),
  ];
}
