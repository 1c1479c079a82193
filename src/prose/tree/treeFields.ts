import { dataLine, tcpLines } from "./tcpLines";
import { blocks, optionLines } from "./tcpOptionLines";
import { type Fields, flag, type LayerName, number, only, own, type TreeField } from "./treeField";
import type { TreeLine } from "./treeLine";
import { remarkIn } from "./treeRemarks";

/** The lines that Wireshark prints below a layer's name, and which of them a given line is. */

export const layerFields: Readonly<Record<LayerName, Fields>> = {
  tcp: tcpLines,
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

const dataOf = /^TCP (?:payload|segment data) ?\(\d+ bytes?\)/;
const isPartOfWhole = /^(?:Present|Absent)$/;
/** `SACK: 1-1461 2921-4381`, as old versions print it. */
const blocksAlone = /^SACK: ?\d+-\d+/;

const known: ReadonlySet<string> = new Set(layerNames.flatMap((layer) => Object.keys(layerFields[layer])));

/** The same fields by the names that filters and JSON have for them. */
const byName: ReadonlyMap<string, TreeField> = new Map(
  layerNames
    .flatMap((layer) => Object.values(layerFields[layer]).map((field) => [nameOf(field), own(field)] as const))
    // where several lines have one name, the first counts
    .reverse(),
);

/** The filter's name of a field; a number that is counted from the SYN has another one than the number on the wire. */
function nameOf({ id, isRaw }: TreeField): string {
  if (id === "tcp.seq_raw" || id === "tcp.ack_raw") return isRaw ? id : id.replace("_raw", "");
  return id === "tcp.payload" ? "tcp.len" : id;
}

/** Whether Wireshark's tree has such a line in any layer. */
export function isKnown(line: TreeLine): boolean {
  const { label, name, isReckoned, bits } = line;
  if (name !== undefined) return byName.has(name);
  if (known.has(label)) return layerNames.some((layer) => fieldOf(layer, line) !== undefined);
  return (
    (isReckoned || bits !== undefined || label.startsWith("tcp") || label.startsWith("sack")) &&
    fieldOf("tcp", line) !== undefined
  );
}

/** Which field a line below a layer's name is. */
export function fieldOf(layer: LayerName, line: TreeLine): TreeField | undefined {
  const { label, name, text, value } = line;
  if (name !== undefined) return name.startsWith(`${layer}.`) ? byName.get(name) : undefined;
  // since Wireshark 4.2, the parts of a connection's life are listed like flags
  if (line.bits && isPartOfWhole.test(value)) return { id: "tcp.completeness", numberIn: () => undefined, isOwn: true };
  const table = layerFields[layer];
  // the heading of a list of times, not the option of that name
  if (line.isReckoned && value === "" && label === "timestamps") return undefined;
  // old versions show the window multiplied already
  if (label === "windowsize" && value.endsWith("(scaled)")) return only("tcp.window_size");
  if (Object.hasOwn(table, label)) return table[label].shape?.test(value) === false ? undefined : table[label];
  if (layer !== "tcp") return undefined;
  if (label.startsWith(option)) return optionNamed(label.slice(option.length));
  if (blocksAlone.test(text)) return blocks;
  if (dataOf.test(text)) return own(dataLine);
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
  const names = Object.keys(optionLines).filter((each) => label.startsWith(each));
  const name = names.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return own(name ? optionLines[name] : only("tcp.option"));
}
