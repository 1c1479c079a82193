import { captureFilterMessages } from "./captureFilterMessages";
import { captureMessages } from "./captureMessages";
import { chartMessages } from "./chartMessages";
import { cliMessages } from "./cliMessages";
import { connectionListMessages } from "./connectionListMessages";
import { connectionMessages } from "./connectionMessages";
import { editorMessages } from "./editorMessages";
import { filterMessages } from "./filterMessages";
import { flowMessages } from "./flowMessages";
import { glimpseMessages } from "./glimpseMessages";
import { listMessages } from "./listMessages";
import { mentionMessages } from "./mentionMessages";
import { metricMessages } from "./metricMessages";
import { overTimeMessages } from "./overTimeMessages";
import { saveMessages } from "./saveMessages";
import { termMessages } from "./termMessages";
import { treeMessages } from "./treeMessages";
import { troubleListMessages } from "./troubleListMessages";
import { watcherMessages } from "./watcherMessages";

/** `{name}` is an argument; `{name:byte|bytes}` is the number with the word that fits it. */
export const messages = {
  ...captureFilterMessages,
  ...captureMessages,
  ...cliMessages,
  ...listMessages,
  ...metricMessages,
  ...mentionMessages,
  ...termMessages,
  ...treeMessages,
  ...watcherMessages,
  ...connectionListMessages,
  ...overTimeMessages,
  ...troubleListMessages,
  ...connectionMessages,
  ...filterMessages,
  ...chartMessages,
  ...flowMessages,
  ...editorMessages,
  ...saveMessages,
  ...glimpseMessages,

  "list.and": " and ",
  "list.comma": ", ",
  "list.colon": ": ",
  "hover.byte": "byte {first} of {total}",
  "hover.bytes": "bytes {first}–{last} of {total}",
  "hover.numbers": "`{hex}` = `{binary}` = {decimal}",
  "hover.more": "More",
  "hover.start": "The bytes begin at **{layer}**.",
  "hover.startChosen": "The bytes are read from **{layer}** on, as chosen.",
  "hover.changeStart": "They begin elsewhere",
  "hover.openCapture": "Open as capture",
  "hover.showFlow": "Show flow",
  "textCapture.reading": "Looking for packets in the text",
  "textCapture.none": "No packet is recognised in this text that a capture could hold.",
  "start.title": "Where do these bytes begin?",
  "start.byItself": "By the bytes themselves: {layer}",
  "start.none": "Put the cursor on the bytes of a packet first.",
  "hover.row": "Offset `{offset}`: this row has the bytes **{first}–{last}** of {total}, counted from 0.",
  "hover.row.begins": "What begins here:",
  "hover.row.continues": "Nothing begins here: what began above goes on.",
  "hover.none": "No hex dump is recognised here.",
  "hover.before": "◂ {label} `{hex}`",
  "hover.after": "{label} `{hex}` ▸",

  "about.length": "**{value:byte|bytes}**.",
  "ip.hdr_len.plain": "**{words}** × 4 = **{bytes} bytes**: the fixed header, no options.",
  "ip.hdr_len.options": "**{words}** × 4 = **{bytes} bytes**: 20 fixed and {options} of options.",
  "ip.len": "**{total} bytes**: {header} of header and {data} of data.",
  "ip.len.zero": "**0**: left to the network card, which cuts the packet into pieces that fit; the frame's own length counts.",
  "ip.ttl": "**{ttl}** more routers may pass it on; it most likely started at {start}, {hops} back.",
  "ip.ttl.fresh": "**{ttl}**: it has not passed any router yet.",
  "ip.frag_offset": "This piece begins at byte **{offset}** of the datagram.",
  "ip.frag_offset.none": "**0**: the datagram begins here.",
  "icmp.code": "**{code}** of this type: {name}.",
  "icmp.mtu":
    "The next link takes packets of at most **{mtu} bytes**: the sender of the packet that is quoted below is to send smaller ones, over TCP {segment} bytes of data a segment. Where a firewall drops this message, large segments vanish without a word. [RFC 1191 §3; RFC 8201 §4]",
  "icmp.mtu.unknown": "**0**: the router is older than this field; the sender has to try out what goes through. [RFC 1191 §5]",
  "ip.proto": "Inside is **{name}**.",

  "tcp.hdr_len.plain": "Header length **5** × 4 = **20 bytes**: no options.",
  "tcp.hdr_len.options": "Header length **{words}** × 4 = **{bytes} bytes**: 20 fixed and {options} of options.",
  "tcp.hdr_len.short": "Header length **{words}** × 4 = **{bytes} bytes**: impossible, the fixed header alone is 20.",
  "tcp.flags.value": "Flags `{hex}` = **{names}**.",
  "tcp.flags.none": "Flags `{hex}`: **none is set**. No TCP sends this; port scanners do.",
  "tcp.flags.syn": "Asks for a connection: the first of three segments. The sender's stream begins at **{seq}**. [RFC 9293 §3.5]",
  "tcp.flags.synAck":
    "Accepts the connection: the second of three segments. It acknowledges the other side's SYN ({ack} − 1) and begins its own stream at **{seq}**. [RFC 9293 §3.5]",
  "tcp.flags.ack":
    "A pure acknowledgment: everything before **{ack}** has arrived. It carries no data, so nobody acknowledges it. [RFC 9293 §3.4]",
  "tcp.flags.data": "Carries **{length:byte|bytes}** of data, and acknowledges everything before {ack}. [RFC 9293 §3.4]",
  "tcp.flags.push":
    "Carries **{length:byte|bytes}** of data, the last that were ready to be sent (PSH), and acknowledges everything before {ack}. [RFC 9293 §3.9.1.2]",
  "tcp.flags.fin":
    "The sender has no more data: its FIN takes the number {last}, so **{next}** will acknowledge it. The other direction stays open. [RFC 9293 §3.6]",
  "tcp.flags.reset": "Ends the connection at once: whoever gets it forgets the connection and never answers. [RFC 9293 §3.5.3]",
  "tcp.flags.resetRefused":
    "Ends the connection at once; with ACK set it answers a segment that found no connection, as when a port is closed. [RFC 9293 §3.5.2]",
  "tcp.flags.withoutAck":
    "No ordinary TCP sends this: all but a first SYN and a reset have ACK set; port scanners do, to see how a host answers. [RFC 9293 §3.1]",
  "tcp.flags.odd": "No ordinary TCP sets these together; port scanners do, to see how a host answers.",
  "tcp.seq.data":
    "Its **{length:byte|bytes}** of data take the numbers {seq} to {last}; the sender goes on at **{next}**. [RFC 9293 §3.4]",
  "tcp.seq.syn":
    "The initial sequence number. The SYN itself takes {seq}, so the first byte of data will be **{next}**. [RFC 9293 §3.4.1]",
  "tcp.seq.fin": "The FIN takes {last}, so the number after it is **{next}**. [RFC 9293 §3.6]",
  "tcp.seq.empty": "No data here: **{seq}** is the number the next byte will have. [RFC 9293 §3.4]",
  "tcp.seq.unknown": "The segment begins at **{seq}**; how much data it has cannot be seen from here.",
  "tcp.ack": "Everything up to {last} has arrived; **{ack}** is the next byte expected. [RFC 9293 §3.4]",
  "tcp.ack.invalid": "**{ack}**, but it does not count: the ACK flag is clear. [RFC 9293 §3.1]",
  "tcp.window":
    "**{window}** before scaling: how many bytes from {ack} on its sender can still take. The SYNs say by how much to multiply it. [RFC 7323 §2]",
  "tcp.window.syn": "**{window} bytes**: the window of a SYN is never scaled. [RFC 7323 §2.2]",
  "tcp.window.zero":
    "**0**: its sender cannot take anything more now. The other side stops and probes from time to time. [RFC 9293 §3.8.6]",
  "tcp.checksum.good": "**Good**: it fits addresses, header and data.",
  "tcp.checksum.bad":
    "**Bad**: `{expected}` would fit these addresses, this header and data. Damaged on the way, or changed afterwards.",
  "tcp.checksum.partial":
    "**Partial**: only the sum of the pseudo-header; the network card of the sending machine fills in the rest after the capture has seen it.",
  "tcp.checksum.unverified": "**Not verifiable**: not all bytes of the segment are here.",
  "tcp.urgent.off": "Does not count: the URG flag is clear.",
  "tcp.urgent.on":
    "Urgent data ends **{offset}** bytes after this segment's first byte. New programs should not use it. [RFC 6093]",
  "tcp.mss":
    "Its sender takes at most **{mss} bytes** of data in a segment; with two headers of 20 that is a packet of {packet}. [RFC 9293 §3.7.1]",
  "tcp.wscale":
    "2^{shift} = **×{factor}**: the window field of all its later segments counts units of {factor:byte|bytes}. [RFC 7323 §2]",
  "tcp.tsecr.zero": "**0**: there is nothing to echo yet.",
  "tcp.payload": "**{length:byte|bytes}** of the application's data.",

  "tree.checksum.good": "good",

  "problem.cut": "{claimedBy} says {needed:byte|bytes} from byte {start} on, {have} are here.",
  "problem.length": "A length of {value} is not allowed here; the least is {least}.",
  "problem.not-decoded.link": "link type {number}: no decoder here",
  "problem.not-decoded.ethertype": "EtherType {number}: no decoder here",
  "problem.not-decoded.ip": "IP protocol {number}: no decoder here",
  "problem.not-decoded.ppp": "PPP protocol {number}: no decoder here",
  "problem.not-decoded.gre": "GRE protocol {number}: no decoder here",
  "problem.fragment": "a fragment: the packet that completes the datagram carries it whole",
  "problem.version": "version {found}, where {expected} belongs",
  "problem.checksum": "bad, {expected} expected",
  "problem.checksum-partial": "partial: left to the network card",
  "problem.checksum-unverified": "not verifiable: not all bytes captured",

  "editor.packets": "Packets",
  "editor.flow": "Flow",
  "editor.loading": "Reading {percent} %",
  "editor.count": "{packets:packet|packets}",
  "editor.empty": "The capture has no packets.",
  "editor.noConnections": "The capture has no TCP connection.",
  "editor.noConnection": "Select a TCP segment to see its connection.",
  "editor.columns.number": "No.",
  "editor.columns.time": "Time",
  "editor.columns.source": "Source",
  "editor.columns.destination": "Destination",
  "editor.columns.protocol": "Protocol",
  "editor.columns.length": "Length",
  "editor.columns.info": "Info",
  "editor.list.label": "Packets of the capture",

  "host.explain.title": "Hex dump, explained",
} as const;
