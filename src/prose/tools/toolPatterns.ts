import type { Description } from "../description";
import { flagsOfInitials, flagsOfNames } from "../flagLetters";
import { tracerPatterns } from "./linuxTracers";
import { dst, port, src } from "./patternParts";
import { readTool, type ToolPattern } from "./toolPattern";
import { trackerPatterns } from "./trackerPatterns";

/** Lines of firewalls, switches, sniffers and small stacks, each as its program prints it. */

const names = (text: string) => flagsOfNames(text.toUpperCase());
/** A letter in the place of each flag that is set, and a dot for each that is not. */
const places = (text: string) => flagsOfInitials(text.replace(/[^A-Z]/g, ""));
const hex = (text: string) => Number.parseInt(text.replace(/^0x/, ""), 16) & 0x1ff;
/** `FIN=false SYN=true` */
const truths = (text: string) => flagsOfNames((text.match(/[A-Z]{2,3}(?==true)/g) ?? []).join(" "));

const patterns: readonly ToolPattern[] = [
  // Microsoft's Network Monitor and Message Analyzer: `Flags=......S., SrcPort=50123, DstPort=HTTPS(443), PayloadLen=0, Seq=…`;
  // a page may take some of the dots for an ellipsis
  {
    hint: "Flags=",
    pattern:
      /Flags=(?<flags>[CEUAPRSF.]{1,8}),\s+(?<srcport>SrcPort=[\w ./-]*(?:\(\d+\))?),\s+(?<dstport>DstPort=[\w ./-]*(?:\(\d+\))?),\s+(?<length>PayloadLen=\d+),\s+(?<seq>Seq=\d+)(?: - \d+)?, (?<ack>Ack=\d+)(?:,\s+(?<window>Win=\d+))?/dg,
    flagsIn: places,
  },
  // gopacket: `SrcPort=36124 DstPort=80(http) Seq=… FIN=false SYN=true …`
  {
    hint: " DstPort=",
    pattern:
      /(?<srcport>SrcPort=\d+)(?:\([\w-]+\))? (?<dstport>DstPort=\d+)(?:\([\w-]+\))? (?<seq>Seq=\d+) (?<ack>Ack=\d+) (?<words>DataOffset=\d+) (?<flags>FIN=\w+(?: [A-Z]{2,3}=(?:true|false)){5,9}) (?<window>Window=\d+)(?: Checksum=\d+)?(?: (?<urgent>Urgent=\d+))?(?:[^\n]{0,80}?TCPOption\((?<mss>MSS:\d+))?(?:[^\n]{0,120}?TCPOption\((?<shift>WindowScale:\d+))?/dg,
    flagsIn: truths,
  },
  // Check Point's fw monitor, in two lines
  {
    hint: "(TCP) len=",
    pattern: new RegExp(
      `(?<![\\w.-])(?<device>[\\w.-]{1,32}):[iIoOeE]{1,2}\\[\\d+\\]: ${src} -> ${dst} \\(TCP\\) (?<packetLength>len=\\d+) (?<id>id=\\d+)\\s+TCP: (?<srcport>${port}) -> (?<dstport>${port}) (?<flags>[FSRPAUEC.]{6,8}) (?<seq>seq=[0-9a-f]{8}) (?<ack>ack=[0-9a-f]{8})`,
      "dg",
    ),
    flagsIn: places,
    radix: 16,
  },
  // MikroTik's firewall: `proto TCP (SYN,ACK), 192.0.2.1:80->192.0.2.2:4000, len 52`
  {
    hint: "proto TCP (",
    pattern: new RegExp(
      `proto TCP \\((?<flags>[A-Z]{3}(?:,[A-Z]{3})*)\\), \\[?${src}\\]?:(?<srcport>${port})->\\[?${dst}\\]?:(?<dstport>${port})(?:, [^\\n]{0,160}?(?<packetLength>len \\d+))?`,
      "dg",
    ),
    flagsIn: names,
  },
  // pfSense's and OPNsense's filterlog, as values with commas: IP's version, what that version has, then what TCP has
  {
    hint: ",6,tcp,",
    pattern: filterlog("4,0x[0-9a-f]+,[^,\\n]*,(?<ttl>\\d+),(?<id>\\d+),\\d+,[^,\\n]*,6,tcp,(?<packetLength>\\d+)"),
    flagsIn: places,
  },
  { hint: ",TCP,6,", pattern: filterlog("6,0x[0-9a-f]+,0x[0-9a-f]+,\\d+,TCP,6,\\d+"), flagsIn: places },
  { hint: ",tcp,6,", pattern: filterlog("6,0x[0-9a-f]+,0x[0-9a-f]+,\\d+,tcp,6,\\d+"), flagsIn: places },
  // MikroTik's sniffer, which wraps what it prints
  {
    hint: "ip-protocol=tcp",
    pattern: new RegExp(
      `(?:src-mac=(?<srcmac>[0-9A-Fa-f:]{17})\\s+dst-mac=(?<dstmac>[0-9A-Fa-f:]{17})\\s+)?(?:vlan=\\S+\\s+)?interface=(?<device>\\S+)\\s+(?:protocol=\\S+\\s+)?src-address=\\[?${src}\\]?:(?<srcport>${port})(?:\\s\\([\\w-]+\\))?\\s+dst-address=\\[?${dst}\\]?:(?<dstport>${port})(?:\\s\\([\\w-]+\\))?\\s+(?:protocol=\\S+\\s+)?ip-protocol=tcp\\s+size=(?<frameLength>\\d+)(?:[\\s\\w=-]{0,40}?\\sip-packet-size=(?<packetLength>\\d+))?(?:[\\s\\w=-]{0,60}?\\sidentification=(?<id>\\d+))?(?:[\\s\\w=-]{0,40}?\\sttl=(?<ttl>\\d+))?`,
      "dg",
    ),
  },
  // a packet as Open vSwitch prints it, with the names of its flows' fields
  {
    hint: "tcp_flags=",
    pattern: new RegExp(
      `tcp6?,[^\\n]{0,80}?dl_src=(?<srcmac>[0-9a-f:]{17}),dl_dst=(?<dstmac>[0-9a-f:]{17}),(?:nw|ipv6)_src=${src},(?:nw|ipv6)_dst=${dst},[^\\n]{0,80}?(?<ttl>nw_ttl=\\d+),[^\\n]{0,40}?(?<srcport>tp_src=${port}),(?<dstport>tp_dst=${port}),tcp_flags=(?:0x[0-9a-f]+\\()?(?<flags>[a-z]{2,3}(?:\\|[a-z]{2,3})*)`,
      "dg",
    ),
    flagsIn: names,
  },
  // Palo Alto's flow basic, over three lines
  {
    hint: "l4 data len ",
    pattern: new RegExp(
      `TCP:\\s+(?<srcport>sport ${port}), (?<dstport>dport ${port}), (?<seq>seq \\d+), (?<ack>ack \\d+),\\s+reserved \\d+, (?<words>offset \\d+), (?<window>window \\d+), checksum \\d+(?:\\(0x[0-9a-f]+\\))?,\\s+flags (?<flags>0x[0-9a-f]{2,4})(?: \\([^)\\n]*\\))?, (?<urgent>urgent data \\d+), l4 data (?<length>len \\d+)`,
      "dg",
    ),
    flagsIn: hex,
  },
  // ngrep: `T 192.0.2.1:4000 -> 192.0.2.2:80 [AP] #4`
  {
    hint: "] #",
    pattern: new RegExp(
      `(?<=(?:^|\\n)T (?:[\\d/]{8,10} [\\d:.]{8,15} )?)\\[?${src}\\]?:(?<srcport>${port}) -> \\[?${dst}\\]?:(?<dstport>${port}) \\[(?<flags>[AFPRSUEC]{1,8})\\](?= #\\d)`,
      "dg",
    ),
    flagsIn: places,
  },
  // Juniper's flow trace: `ge-0/0/0.0:192.0.2.1/4000->192.0.2.2/443, tcp, flag 2 syn`
  {
    hint: ", tcp, flag ",
    pattern: new RegExp(
      `(?<![\\w./-])(?<device>[\\w./-]{1,32}):${src}/(?<srcport>${port})->${dst}/(?<dstport>${port}), tcp, flag (?<flags>[0-9a-f]{1,3})\\b`,
      "dg",
    ),
    flagsIn: hex,
  },
  // NetScreen's snoop: addresses, then IP's header, then TCP's
  {
    hint: "tcp:ports ",
    pattern: new RegExp(
      `(?:${src} -> ${dst}/6\\s+vhl=[0-9a-f]+, tos=[0-9a-f]+, (?<id>id=\\d+), frag=[0-9a-f]+, (?<ttl>ttl=\\d+) (?<packetLength>tlen=\\d+)\\s+)?tcp:ports (?<srcport>${port})->(?<dstport>${port}), (?<seq>seq=\\d+), (?<ack>ack=\\d+), flag=(?<flags>[0-9a-f]{4})\\b`,
      "dg",
    ),
    flagsIn: hex,
  },
  // nettrace, of OpenCloudOS: `TCP: 192.0.2.1:4000 -> 192.0.2.2:80 seq:7, ack:0, flags:S`
  {
    hint: ", flags:",
    pattern: new RegExp(
      `TCP: \\[?${src}\\]?:(?<srcport>${port}) -> \\[?${dst}\\]?:(?<dstport>${port}) (?<seq>seq:\\d+), (?<ack>ack:\\d+), flags:(?<flags>[SFRPAUEC]{1,8})\\b`,
      "dg",
    ),
    flagsIn: places,
  },
  // IP's header before TCP's as Scapy prints it or as a program writes it: `<IP  version=4 ihl=5 …`, `IP(version=4, ihl=5, …`
  {
    hint: " ihl=",
    pattern: new RegExp(
      `IP(?: {1,2}|\\()version=4,? ihl=\\d+,? tos=\\w+,? (?<packetLength>len=\\d+),? (?<id>id=\\d+),? flags=[\\w+]*,? frag=\\d+,? (?<ttl>ttl=\\d+),? proto=\\w+,? chksum=\\w+,? src='?${src}'?,? dst='?${dst}'?`,
      "dg",
    ),
  },
  // Cisco's routers, in the line above the segment's
  {
    hint: ", d=",
    pattern: new RegExp(
      `IP: (?:tableid=\\d+, )?s=${src}(?: \\((?:local|(?<device>[^)\\n]{1,40}))\\))?, d=${dst}(?: \\([^)\\n]{1,40}\\))?,[^\\n]{0,60}?(?<packetLength>len \\d+)`,
      "dg",
    ),
  },
  // lneto's log: `TCP [RFC9293] len=32; (Source port)=36890; …; flags=PSH,ACK | payload? len=117]`
  {
    hint: "TCP [RFC9293]",
    pattern:
      /TCP \[RFC9293\] len=\d+; \(Source port\)=(?<srcport>\d+); \(Destination port\)=(?<dstport>\d+);(?: [^;\]\n]{1,60};){0,8}? \(Header length\)=(?<words>\d+);(?: [^;\]\n]{1,60};){0,8}? flags=(?<flags>[A-Z]{3}(?:,[A-Z]{3})*)(?: \| payload\? (?<length>len=\d+))?/dg,
    flagsIn: names,
  },
  // AIX's ipreport, over four lines; old ones have the numbers in hexadecimal
  { hint: "th_seq=", pattern: ipreport("\\d{1,10}(?![0-9a-f])"), flagsIn: names },
  { hint: "th_seq=", pattern: ipreport("(?=\\d*[a-f])[0-9a-f]{1,8}"), flagsIn: names, radix: 16 },
  // smoltcp's trace: `TCP src=49500 dst=80 syn seq=1 ack=2 win=1000 len=0 mss=1460`
  {
    hint: "TCP src=",
    pattern:
      /TCP (?<srcport>src=\d+) (?<dstport>dst=\d+)(?: (?<flags>(?:syn|fin|rst|psh|ece|cwr)(?: (?:syn|fin|rst|psh|ece|cwr))*))? (?<seq>seq=\d+)(?: (?<ack>ack=\d+))? (?<window>win=\d+)(?: (?<urgent>urg=\d+))? (?<length>len=\d+)(?: (?<mss>mss=\d+))?(?: (?<shift>ws=\d+))?/dg,
    flagsIn: names,
    acknowledgesByNumber: true,
  },
  // VPP's trace of a packet, over three lines
  {
    hint: "tcp header: ",
    pattern: new RegExp(
      `TCP: (?<srcport>${port}) -> (?<dstport>${port})(?:<br/>)?\\s+(?<seq>seq\\. 0x[0-9a-f]{8}) (?<ack>ack 0x[0-9a-f]{8})(?:<br/>)?\\s+flags (?<flags>0x[0-9a-f]{2})[A-Z ]*, tcp header: \\d+ bytes(?:<br/>)?\\s+(?<window>window \\d+)`,
      "dg",
    ),
    flagsIn: hex,
    radix: 16,
  },
  // lwIP's tcp_debug_print, a row of the header on each line
  { hint: "(src port, dest port)", pattern: /\|\s+(?<srcport>\d+)\s+\|\s+(?<dstport>\d+)\s+\| \(src port, dest port\)/dg },
  { hint: "(seq no)", pattern: /\|\s+(?<seq>\d+)\s+\| \(seq no\)/dg },
  { hint: "(ack no)", pattern: /\|\s+(?<ack>\d+)\s+\| \(ack no\)/dg },
  {
    hint: "(hdrlen, flags (",
    pattern: /\|\s+(?<words>\d+) \|\s+\|(?<flags>[01]{6})\|\s+(?<window>\d+)\s+\| \(hdrlen, flags \(/dg,
    flagsIn: (text) => Number.parseInt(text, 2),
  },
];

function filterlog(internet: string): RegExp {
  return new RegExp(
    `(?<=,)(?<device>[\\w.]{1,32}),[\\w-]+,(?:pass|block|reject|match),(?:in|out),${internet},${src},${dst},(?<srcport>${port}),(?<dstport>${port}),(?<length>\\d+),(?<flags>[SFRPAUEC]{1,8}),(?:(?<seq>\\d+)(?::\\d+)?)?,(?<ack>\\d+)?,(?<window>\\d+)?(?:,(?<urgent>\\d+)?)`,
    "dg",
  );
}

/** `number` is the pattern of the sequence number, by which hexadecimal numbers are told from decimal ones. */
function ipreport(number: string): RegExp {
  return new RegExp(
    `TCP:\\s+<\\s?source port=(?<srcport>${port})(?:\\([\\w-]+\\))?\\s?, destination port=(?<dstport>${port})(?:\\([\\w-]+\\))?\\s?>\\s+TCP:\\s+(?<seq>th_seq=${number}), (?<ack>th_ack=[0-9a-f]{1,10})\\s+TCP:\\s+(?<words>th_off=\\d+), flags<(?<flags>[A-Z]{3,4}(?:\\s?\\|\\s?[A-Z]{3,4})*)>\\s+TCP:\\s+(?<window>th_win=\\d+), th_sum=[0-9a-f]+, (?<urgent>th_urp=\\d+)`,
    "dg",
  );
}

export function* readToolLines(text: string): Generator<Description> {
  for (const tool of patterns) yield* readTool(text, tool);
  for (const tool of trackerPatterns) yield* readTool(text, tool);
  for (const tool of tracerPatterns) yield* readTool(text, tool);
}
