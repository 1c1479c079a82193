import type { FlowArrow } from "../flow/flow";

type Mark = FlowArrow["marks"][number];

/** How a remarkable segment is drawn: never by colour alone. */
export interface MarkLook {
  /** The sign beside the words. */
  readonly icon: string;
  /** The dashes of its arrow; missing for a solid line. */
  readonly dashes?: string;
  readonly isTrouble: boolean;
}

const again = "8 4";
const late = "8 4 2 4";
const probe = "2 4";

const looks = {
  retransmission: { icon: "↻", dashes: again, isTrouble: true },
  fast_retransmission: { icon: "↻", dashes: again, isTrouble: true },
  spurious_retransmission: { icon: "↻", dashes: again, isTrouble: true },
  out_of_order: { icon: "⇅", dashes: late, isTrouble: true },
  lost_segment: { icon: "⋯", isTrouble: true },
  ack_lost_segment: { icon: "⋯", isTrouble: true },
  duplicate_ack: { icon: "≡", isTrouble: true },
  keep_alive: { icon: "♡", dashes: probe, isTrouble: false },
  keep_alive_ack: { icon: "♡", dashes: probe, isTrouble: false },
  zero_window: { icon: "⊘", isTrouble: true },
  zero_window_probe: { icon: "⊘", dashes: probe, isTrouble: true },
  zero_window_probe_ack: { icon: "⊘", dashes: probe, isTrouble: true },
  window_full: { icon: "▮", isTrouble: true },
  window_update: { icon: "↕", isTrouble: false },
  reused_ports: { icon: "⟲", isTrouble: false },
  tfo_syn: { icon: "»", isTrouble: false },
  tfo_ack: { icon: "»", isTrouble: false },
  tfo_ignored: { icon: "»", isTrouble: false },
} as const satisfies Record<Mark, MarkLook>;

/** The marks that mean trouble. */
export type TroubleMark = { [Each in Mark]: (typeof looks)[Each]["isTrouble"] extends true ? Each : never }[Mark];
export const troubleMarks = (Object.keys(looks) as Mark[]).filter((mark): mark is TroubleMark => looks[mark].isTrouble);

export const lookOf = (mark: Mark): MarkLook => looks[mark];

export const dashesOf = ({ marks }: FlowArrow): string =>
  marks.map((mark) => lookOf(mark).dashes).find((dashes) => dashes !== undefined) ?? "none";

export const isTrouble = ({ marks }: FlowArrow): boolean => marks.some((mark) => looks[mark].isTrouble);
