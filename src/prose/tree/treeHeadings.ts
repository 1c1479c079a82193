import type { Dialect, LayerName, TreeField } from "./treeField";
import { layerFields } from "./treeFields";
import { lettersOf } from "./treeLine";

/** The line with which a layer begins: its protocol's name, and after that the values that Wireshark finds most telling. */
export interface TreeHeading {
  /** Absent for a layer that is not explained here. */
  readonly layer: LayerName | undefined;
  readonly dialect: Dialect;
  readonly items: readonly HeadingItem[];
}

interface HeadingItem {
  readonly field: TreeField;
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const names: readonly (readonly [RegExp, LayerName | undefined])[] = [
  [/^Frame \d+(?:: | \()\d+ bytes on wire/, "frame"],
  [/^(?:Ethernet II,\s+Src: |Layer ETH:?$)/, "eth"],
  [/^(?:Internet Protocol(?: Version 4)?,\s+Src: |Layer IP:?$)/, "ip"],
  [/^(?:Internet Protocol Version 6,\s+Src: |Layer IPV6:?$)/, "ipv6"],
  [/^(?:Transmission Control Protocol(?:, |$)|TCP,\s+Src Port: |Layer TCP:?$)/, "tcp"],
  [
    /^(?:\[\d+ Reassembled|Layer [A-Z]|Data \(\d|Null\/Loopback|802\.1Q Virtual LAN|Line-based text data|JavaScript Object Notation|VSS Monitoring)|^(?:[A-Z][\w/-]*,? ){1,4}(?:Protocol|Layer|Security|System|capture)(?: v\d| \(query\)| \(response\)|, |$)/,
    undefined,
  ],
];

const item = /(Frame) (\d+)|(Src Port|Dst Port|Src|Dst|Seq|Ack|Len): ([^,()\]]*(?:\([^)]*\))?)|(\d+) bytes (?:on wire|captured)/g;

export function headingIn(text: string): TreeHeading | undefined {
  const layerOfScapy = scapyHeading.exec(text)?.[1];
  if (layerOfScapy) return { layer: scapyLayers[layerOfScapy], dialect: "scapy", items: [] };
  const name = names.find(([pattern]) => pattern.test(text));
  if (!name) return undefined;
  const layer = name[1];
  return { layer, dialect: "wireshark", items: layer ? [...text.matchAll(item)].flatMap((match) => itemOf(layer, match)) : [] };
}

/** `###[ TCP ]###` without its first signs, which count as the line's dressing. */
const scapyHeading = /^\[ ([\w ]{2,30}) \]#/;
const scapyLayers: { readonly [name: string]: LayerName | undefined } = { TCP: "tcp", IP: "ip", IPv6: "ipv6", Ethernet: "eth" };

/** The names in a heading, and the labels of the lines below it that mean the same. */
const labels: Readonly<Record<string, string>> = {
  Frame: "framenumber",
  Src: "source",
  Dst: "destination",
  "Src Port": "sourceport",
  "Dst Port": "destinationport",
  Seq: "sequencenumber",
  Ack: "acknowledgmentnumber",
  Len: "tcpsegmentlen",
};

function itemOf(layer: LayerName, match: RegExpExecArray): HeadingItem[] {
  const text = match[0];
  const name = match[1] ?? match[3];
  const value = match[2] ?? match[4] ?? match[5];
  const length = lettersOf(text).endsWith("onwire") ? "framelength" : "capturelength";
  const field = layerFields[layer][name === undefined ? length : labels[name]];
  return field ? [{ field, start: match.index, end: match.index + text.trimEnd().length, value: value.trim() }] : [];
}
