import type { DerivedId } from "../protocols/derived";
import type { FieldId } from "../protocols/registry";
import type { TcpState } from "../protocols/tcpStates";
import type { SocketMetric } from "./socketMetrics";
import type { TermName } from "./terms/term";
import type { WiresharkMark } from "./wiresharkMarks";

/** Something under the pointer that is about TCP, with what stands beside it. */
export type Mention = { readonly startColumn: number; readonly endColumn: number } & (
  | PartMention
  | StateMention
  | MetricMention
  | TermMention
  | FlagsMention
  | FormulaMention
  | FilterBytesMention
  | DisplayFilterMention
);

/** A part of a segment's description: of a line of tcpdump, a row of Wireshark or a label of a diagram. */
export interface PartMention {
  readonly kind: "part";
  readonly part: Part;
  readonly previous: Part | undefined;
  readonly next: Part | undefined;
  readonly segment: DescribedSegment;
  /** Looks for segments of the same connection that are described in the lines above, the nearest first. */
  readonly earlier: () => readonly DescribedSegment[];
}

export interface StateMention {
  readonly kind: "state";
  readonly state: TcpState;
  /** As it stands in the text. */
  readonly text: string;
}

/** What a system tells of its own connection: `cwnd:10`. */
export interface MetricMention {
  readonly kind: "metric";
  readonly metric: SocketMetric;
  readonly text: string;
  readonly values: readonly string[];
}

/** A word that a system has for a connection, or for why it dropped a segment: `[ASSURED]`, `TCP Reset-I`. */
export interface TermMention {
  readonly kind: "term";
  readonly names: readonly [TermName, ...TermName[]];
  readonly text: string;
  readonly value: number;
}

/** Flags that stand alone: as names, in hexadecimal or in binary. */
export interface FlagsMention {
  readonly kind: "flags";
  readonly text: string;
  readonly notation: "names" | "hex" | "binary";
  readonly flags: number;
  /** The header length in bytes, where the word begins with the data offset. */
  readonly headerLength: number | undefined;
  /** The same word in another notation on this line, if its bits are others there. */
  readonly contradicts: { readonly text: string; readonly value: number } | undefined;
}

/** `ack = x + 1`: a rule instead of numbers. */
export interface FormulaMention {
  readonly kind: "formula";
  readonly text: string;
  readonly field: "tcp.seq_raw" | "tcp.ack_raw";
  readonly symbol: string;
  readonly plus: number;
}

/** Bytes of a header in a capture filter: `tcp[13] & 2 != 0`. */
export interface FilterBytesMention {
  readonly kind: "filter bytes";
  readonly text: string;
  /** The field that has most of the bits that are asked for. */
  readonly field: FieldId;
  readonly header: "tcp" | "ip";
  /** Counted from the beginning of the header. */
  readonly from: number;
  readonly size: number;
  /** The bits of them that count. */
  readonly mask: number | undefined;
  readonly comparison?: { readonly isEqual: boolean; readonly value: number };
}

/** A display filter of Wireshark's: `tcp.flags.syn == 1`. */
export interface DisplayFilterMention {
  readonly kind: "display filter";
  readonly text: string;
  /** The fields that it asks for. */
  readonly fields: readonly [string, ...string[]];
}

/** What is in no header: Wireshark works it out from the connection's other segments. */
export type ReckonedId = Extract<
  DerivedId,
  | "tcp.stream"
  | "tcp.completeness"
  | "tcp.nxtseq"
  | "tcp.window_size"
  | "tcp.window_size_scalefactor"
  | "tcp.options.wscale.multiplier"
  | "tcp.options.sack.count"
  | "tcp.time_relative"
  | "tcp.time_delta"
  | "tcp.analysis.acks_frame"
  | "tcp.analysis.ack_rtt"
  | "tcp.analysis.initial_rtt"
  | "tcp.analysis.bytes_in_flight"
  | "tcp.analysis.push_bytes_sent"
  | "tcp.analysis.rto"
  | "tcp.analysis.rto_frame"
  | "tcp.analysis.duplicate_ack_num"
  | "tcp.analysis.duplicate_ack_frame"
>;

/** What a part is: a header's field by its name, or something that only such lines have. */
export type PartId =
  | FieldId
  | "frame.number"
  | "frame.time"
  | "frame.len"
  | "frame.interface"
  | "frame.direction"
  | "frame.protocol"
  | "frame.cap_len"
  | ReckonedId
  | "tcp.stream.number"
  | "tcp.pdu.size"
  | "tcp.mark"
  | "tcp.cut";

export interface Part {
  readonly id: PartId;
  /** Where it is in the passage that was read, and the text there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value?: number;
  /** A name instead of a number: of a service, a host, an interface. */
  readonly name?: string;
  readonly mark?: WiresharkMark;
}

/** A segment, as far as a text tells about it, in words or by its bytes. */
export interface DescribedSegment {
  /** `tree` is Wireshark's detail of a packet; `tool` is any other program that prints what is in the header. */
  readonly notation: "tcpdump" | "wireshark" | "tree" | "label" | "bytes" | "tool";
  readonly source?: Endpoint;
  readonly destination?: Endpoint;
  /** Seconds since midnight, since the capture began or since 1970, as the text has it. */
  readonly time?: number;
  readonly flags?: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly window?: number;
  readonly urgentPointer?: number;
  /** Bytes of data. */
  readonly length?: number;
  /** Total length of the IP packet. */
  readonly packetLength?: number;
  readonly frameLength?: number;
  /** IP's flag DF. */
  readonly mayNotBeSplit?: boolean;
  /** What the checksum was found to be: right, wrong, or not looked at. */
  readonly checksum?: {
    readonly status: "good" | "bad" | "unverified" | "unchecked";
    readonly found?: number;
    readonly expected?: number;
  };
  readonly headerLength?: number;
  /** By how much the window is multiplied; below zero where it is not known, or no scale was offered. */
  readonly windowFactor?: number;
  /** Which parts of the connection's life the capture has, added up as Wireshark does. */
  readonly completeness?: number;
  readonly maximumSegmentSize?: number;
  readonly windowShift?: number;
  readonly timestampValue?: number;
  readonly timestampEcho?: number;
  readonly sack?: readonly (readonly [left: number, right: number])[];
  /** 12 and 3 in `[TCP Dup ACK 12#3]`. */
  readonly duplicateOf?: number;
  readonly duplicateNumber?: number;
}

export interface Endpoint {
  readonly address?: string;
  /** As it is written: a number or a service's name. */
  readonly port?: string;
}
