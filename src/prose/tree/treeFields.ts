import { tcpFlag } from "../../protocols/tcp";
import { flagsOfNames } from "../flagLetters";
import type { DescribedSegment, PartId } from "../mention";
import type { WiresharkMark } from "../wiresharkMarks";
import { numberShown, type TreeLine, valueOfBits } from "./treeLine";
import { remarkIn } from "./treeRemarks";

/** What the lines below the name of a layer are, by their labels in letters alone. */

export type SegmentInProgress = { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] };

/** A field of the tree. */
export interface TreeField {
  readonly id: PartId;
  /** What the segment is told of by it. */
  readonly note?: (segment: SegmentInProgress, value: number | undefined, line: TreeLine) => void;
  /** Its value, where that is not the number which the line shows. */
  readonly numberIn?: (line: TreeLine) => number | undefined;
  readonly mark?: WiresharkMark;
  /** How its value must be written, where others have such a label too. */
  readonly shape?: RegExp;
  /** Numbers as they are on the wire, where the others are counted from the SYN. */
  readonly isRaw?: true;
  /** No other program prints such a line: it needs no heading above it. */
  readonly isOwn?: true;
}

export type LayerName = "frame" | "eth" | "ip" | "ipv6" | "tcp";
type Fields = Readonly<Record<string, TreeField>>;

/** What a segment says in one number. */
type NumberOfSegment = {
  [Key in keyof SegmentInProgress]-?: number extends SegmentInProgress[Key] ? Key : never;
}[keyof SegmentInProgress];

const number = (id: PartId, key: NumberOfSegment): TreeField => ({
  id,
  note: (segment, value) => {
    if (value !== undefined) segment[key] = value;
  },
});
const own = (field: TreeField): TreeField => ({ ...field, isOwn: true });
const raw = (field: TreeField): TreeField => ({ ...field, isRaw: true, isOwn: true });
const only = (id: PartId): TreeField => ({ id });

const port = (side: "source" | "destination"): TreeField => ({
  id: side === "source" ? "tcp.srcport" : "tcp.dstport",
  note: (segment, value, { value: text }) => {
    const name = value === undefined ? text : String(value);
    segment[side] = { ...segment[side], port: name };
  },
});

const sequence = number("tcp.seq_raw", "seq");
const acknowledgment = number("tcp.ack_raw", "ack");
const window = number("tcp.window_size_value", "window");

/** One flag, whose bit stands before its name; Solaris' snoop writes "No" before what is not set. */
const flag = (id: PartId): TreeField => ({
  id,
  numberIn: ({ bits, name, value }) => (bits ? valueOfBits(bits) : name ? Number(/^(?:1|true)$/i.test(value)) : undefined),
});

const flags: TreeField = {
  id: "tcp.flags",
  shape: /^0x[0-9a-f]{2,4}\b|^\(/i,
  numberIn: ({ value }) => {
    const all = numberShown(value);
    return all === undefined ? undefined : all & (2 * tcpFlag.AE - 1);
  },
  note: (segment, value, { value: text }) => {
    const flags = value ?? (text.startsWith("(") ? flagsOfNames(text) : undefined);
    if (flags !== undefined) segment.flags = flags;
  },
};

const checksum: TreeField = {
  id: "tcp.checksum",
  note: (segment, found = 0, { value: text }) => {
    const expected = /should be (0x[0-9a-f]+)/i.exec(text)?.[1];
    if (expected) segment.checksum = { status: "bad", found, expected: Number(expected) };
    else segment.checksum = { status: /\bcorrect|\bGood/i.test(text) ? "good" : "unchecked" };
  },
};

/** `TSval 1, TSecr 0` */
const timestamps: TreeField = {
  id: "tcp.options.timestamp",
  note: (segment, _, { value }) => {
    const [, tsval, tsecr] = /TSval (\d+), TSecr (\d+)/i.exec(value) ?? [];
    if (tsval) Object.assign(segment, { timestampValue: Number(tsval), timestampEcho: Number(tsecr) });
  },
};
/** `SACK 1-1461 2921-4381`: the byte behind each block stands last. */
const blocks: TreeField = {
  id: "tcp.options.sack",
  note: (segment, _, { text }) => {
    const found = [...text.matchAll(/(\d+)-(\d+)/g)].map(([, left, right]) => [Number(left), Number(right)] as const);
    if (found.length > 0) segment.sack = found;
  },
};
const tsval = number("tcp.options.timestamp.tsval", "timestampValue");
const tsecr = number("tcp.options.timestamp.tsecr", "timestampEcho");
const largestSegment = number("tcp.options.mss_val", "maximumSegmentSize");
const shift = number("tcp.options.wscale.shift", "windowShift");

/** The segment's data, whose length stands in its name or behind it. */
const payload: TreeField = number("tcp.payload", "length");
const data: TreeField = {
  ...payload,
  numberIn: ({ text }) => Number(/\((\d+) bytes?\)/.exec(text)?.[1] ?? Number.NaN) || undefined,
};

/** Since Wireshark 2 behind `TCP Option - `. */
const options: Fields = {
  maximumsegmentsize: largestSegment,
  mssvalue: largestSegment,
  sackpermitted: only("tcp.options.sack_perm"),
  sackpermittedoption: only("tcp.options.sack_perm"),
  tcpsackpermittedoptiontrue: only("tcp.options.sack_perm"),
  timestamps,
  timestampvalue: own(tsval),
  timestampechoreply: own(tsecr),
  timestampsoption: timestamps,
  windowscale: shift,
  shiftcount: shift,
  multiplier: own(only("tcp.options.wscale.multiplier")),
  nooperationnop: only("tcp.options.nop"),
  nooperation: only("tcp.options.nop"),
  nop: only("tcp.options.nop"),
  endofoptionlisteol: only("tcp.options.eol"),
  endofoptionlist: only("tcp.options.eol"),
  eol: only("tcp.options.eol"),
  sack: blocks,
  leftedge: own(only("tcp.options.sack_le")),
  tcpsackleftedge: own(only("tcp.options.sack_le")),
  dsackleftedge: own(only("tcp.options.sack_le")),
  dsackrightedge: own(only("tcp.options.sack_re")),
  dsacksequence: own(only("tcp.options.sack")),
  rightedge: own(only("tcp.options.sack_re")),
  tcpsackrightedge: own(only("tcp.options.sack_re")),
  tcpsackcount: own(only("tcp.options.sack.count")),
  kind: only("tcp.option_kind"),
  length: only("tcp.option_len"),
  tcpfastopen: only("tcp.options.tfo"),
  fastopencookie: own(only("tcp.options.tfo.cookie")),
  fastopen: only("tcp.options.tfo"),
  fastopencookierequest: own(only("tcp.options.tfo")),
  usertimeout: only("tcp.options.user_to"),
  md5signature: only("tcp.options.md5"),
  tcpmd5signature: only("tcp.options.md5"),
  tcpauthenticationoption: only("tcp.options.ao"),
  multipathtcp: only("tcp.options.mptcp"),
  multipathtransmissioncontrolprotocol: only("tcp.options.mptcp"),
  experimental: only("tcp.options.experimental"),
  unknown: only("tcp.options.unknown"),
};

/** What Wireshark finds out by following the connection. */
const analysis: Fields = {
  thisisanacktothesegmentinframe: own(only("tcp.analysis.acks_frame")),
  thertttoackthesegmentwas: own(only("tcp.analysis.ack_rtt")),
  irtt: own(only("tcp.analysis.initial_rtt")),
  bytesinflight: own(only("tcp.analysis.bytes_in_flight")),
  numberofbytesinflight: own(only("tcp.analysis.bytes_in_flight")),
  bytessentsincelastpshflag: own(only("tcp.analysis.push_bytes_sent")),
  thertoforthissegmentwas: own(only("tcp.analysis.rto")),
  rtobasedondeltafromframe: own(only("tcp.analysis.rto_frame")),
  duplicateack: own(only("tcp.analysis.duplicate_ack_num")),
  duplicatetotheackinframe: own(only("tcp.analysis.duplicate_ack_frame")),
  timesincefirstframeinthistcpstream: own(only("tcp.time_relative")),
  timesincepreviousframeinthistcpstream: own(only("tcp.time_delta")),
};

export const layerFields: Readonly<Record<LayerName, Fields>> = {
  tcp: {
    sourceport: port("source"),
    destinationport: port("destination"),
    streamindex: own(only("tcp.stream")),
    conversationcompleteness: own(number("tcp.completeness", "completeness")),
    tcpsegmentlen: own(number("tcp.payload", "length")),
    sequencenumber: sequence,
    sequencenumberraw: raw(sequence),
    nextsequencenumber: own(only("tcp.nxtseq")),
    acknowledgmentnumber: acknowledgment,
    acknowledgementnumber: acknowledgment,
    acknowledgementnumberraw: raw(acknowledgment),
    acknowledgmentnumberraw: raw(acknowledgment),
    headerlength: number("tcp.hdr_len", "headerLength"),
    dataoffset: number("tcp.hdr_len", "headerLength"),
    flags,
    tcpflags: own({ id: "tcp.flags", numberIn: () => undefined, shape: /^[·*.A-Z]{8,12}$/ }),
    reserved: flag("tcp.flags.res"),
    nonce: flag("tcp.flags.ae"),
    accurateecn: flag("tcp.flags.ae"),
    congestionwindowreduced: flag("tcp.flags.cwr"),
    congestionwindowreducedcwr: flag("tcp.flags.cwr"),
    noecncongestionwindowreduced: flag("tcp.flags.cwr"),
    ecnecho: flag("tcp.flags.ece"),
    noecnecho: flag("tcp.flags.ece"),
    urgent: flag("tcp.flags.urg"),
    nourgentpointer: flag("tcp.flags.urg"),
    acknowledgment: flag("tcp.flags.ack"),
    acknowledgement: flag("tcp.flags.ack"),
    noacknowledgement: flag("tcp.flags.ack"),
    push: flag("tcp.flags.push"),
    nopush: flag("tcp.flags.push"),
    reset: flag("tcp.flags.reset"),
    noreset: flag("tcp.flags.reset"),
    syn: flag("tcp.flags.syn"),
    nosyn: flag("tcp.flags.syn"),
    fin: flag("tcp.flags.fin"),
    nofin: flag("tcp.flags.fin"),
    window,
    windowsizevalue: own(window),
    windowsize: window,
    calculatedwindowsize: own(only("tcp.window_size")),
    windowsizescalingfactor: own(number("tcp.window_size_scalefactor", "windowFactor")),
    checksum,
    checksumstatus: own(only("tcp.checksum")),
    goodchecksum: own(only("tcp.checksum")),
    badchecksum: own(only("tcp.checksum")),
    urgentpointer: number("tcp.urgent_pointer", "urgentPointer"),
    options: only("tcp.options"),
    ...options,
    ...analysis,
  },
  ip: {
    version: only("ip.version"),
    headerlength: only("ip.hdr_len"),
    differentiatedservicesfield: only("ip.dsfield"),
    differentiatedservicescodepoint: only("ip.dsfield.dscp"),
    explicitcongestionnotification: only("ip.dsfield.ecn"),
    totallength: number("ip.len", "packetLength"),
    identification: only("ip.id"),
    flags: only("ip.flags"),
    reservedbit: flag("ip.flags.rb"),
    dontfragment: {
      ...flag("ip.flags.df"),
      note: (segment, value) => {
        segment.mayNotBeSplit = value === 1;
      },
    },
    morefragments: flag("ip.flags.mf"),
    fragmentoffset: only("ip.frag_offset"),
    timetolive: only("ip.ttl"),
    protocol: only("ip.proto"),
    headerchecksum: only("ip.checksum"),
    headerchecksumstatus: only("ip.checksum"),
    good: only("ip.checksum"),
    bad: only("ip.checksum"),
    source: only("ip.src"),
    sourceaddress: only("ip.src"),
    destination: only("ip.dst"),
    destinationaddress: only("ip.dst"),
  },
  ipv6: {
    version: only("ipv6.version"),
    trafficclass: only("ipv6.tclass"),
    differentiatedservicescodepoint: only("ipv6.tclass.dscp"),
    explicitcongestionnotification: only("ipv6.tclass.ecn"),
    flowlabel: only("ipv6.flow"),
    payloadlength: only("ipv6.plen"),
    nextheader: only("ipv6.nxt"),
    hoplimit: only("ipv6.hlim"),
    source: only("ipv6.src"),
    sourceaddress: only("ipv6.src"),
    destination: only("ipv6.dst"),
    destinationaddress: only("ipv6.dst"),
  },
  eth: {
    source: only("eth.src"),
    destination: only("eth.dst"),
    type: only("eth.type"),
  },
  frame: {
    arrivaltime: only("frame.time"),
    framenumber: only("frame.number"),
    framelength: only("frame.len"),
    capturelength: only("frame.cap_len"),
  },
};

const layerNames = Object.keys(layerFields) as LayerName[];

const dataOf = /^TCP (?:payload|segment data) \(\d+ bytes?\)/;
const isPartOfWhole = /^(?:Present|Absent)$/;
/** `SACK: 1-1461 2921-4381` of old versions. */
const blocksAlone = /^SACK: ?\d+-\d+/;

const known: ReadonlySet<string> = new Set(layerNames.flatMap((layer) => Object.keys(layerFields[layer])));

/** The same fields by the names that filters and JSON have for them. */
const byName: ReadonlyMap<string, TreeField> = new Map(
  layerNames
    .flatMap((layer) => Object.values(layerFields[layer]).map((field) => [nameOf(field), own(field)] as const))
    // of several lines with one name the first has its value
    .reverse(),
);

/** Counted from the SYN, a number has another name. */
function nameOf({ id, isRaw }: TreeField): string {
  if (id === "tcp.seq_raw" || id === "tcp.ack_raw") return isRaw ? id : id.replace("_raw", "");
  return id === "tcp.payload" ? "tcp.len" : id;
}

/** Wireshark's tree has such a line, whatever its layer. */
export function isKnown(line: TreeLine): boolean {
  const { label, name, isReckoned, bits } = line;
  if (name !== undefined) return byName.has(name);
  if (known.has(label)) return layerNames.some((layer) => fieldOf(layer, line) !== undefined);
  return (
    (isReckoned || bits !== undefined || label.startsWith("tcp") || label.startsWith("sack")) &&
    fieldOf("tcp", line) !== undefined
  );
}

/** What a line below a layer's name is. */
export function fieldOf(layer: LayerName, line: TreeLine): TreeField | undefined {
  const { label, name, text, value } = line;
  if (name !== undefined) return name.startsWith(`${layer}.`) ? byName.get(name) : undefined;
  // since Wireshark 4.2 the parts of a conversation stand below each other as flags do
  if (line.bits && isPartOfWhole.test(value)) return { id: "tcp.completeness", numberIn: () => undefined, isOwn: true };
  const table = layerFields[layer];
  // a list of times, and not the option of that name
  if (line.isReckoned && value === "" && label === "timestamps") return undefined;
  // once it was multiplied already
  if (label === "windowsize" && value.endsWith("(scaled)")) return only("tcp.window_size");
  if (Object.hasOwn(table, label)) return table[label].shape?.test(value) === false ? undefined : table[label];
  if (layer !== "tcp") return undefined;
  if (label.startsWith(option)) return optionNamed(label.slice(option.length));
  if (blocksAlone.test(text)) return blocks;
  if (dataOf.test(text)) return own(data);
  return line.isReckoned ? remarkField(text) : undefined;
}

function remarkField(text: string): TreeField | undefined {
  const remark = remarkIn(text);
  if (remark?.mark) return { id: "tcp.mark", mark: remark.mark, isOwn: true };
  if (remark?.isOfBlocks) return own(only("tcp.options.sack"));
  const flags = remark?.flags;
  if (flags === undefined) return undefined;
  const note: TreeField["note"] = (segment) => {
    segment.flags ??= flags;
  };
  return { id: "tcp.flags", isOwn: true, numberIn: () => undefined, note };
}

const option = "tcpoption";

function optionNamed(label: string): TreeField {
  const names = Object.keys(options).filter((each) => label.startsWith(each));
  const name = names.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return own(name ? options[name] : only("tcp.option"));
}
