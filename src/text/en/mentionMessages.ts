/** What notes say about segments in words: lines of tcpdump, rows of Wireshark, labels, states, flags. */
export const mentionMessages = {
  "mention.title": "**{path} · {label}** {text}",
  "mention.where.capture": "Capture",
  "mention.where.state": "state",
  "mention.where.flags": "header length and flags",
  "mention.where.time": "time",
  "mention.where.interface": "interface",
  "mention.where.direction": "direction",
  "mention.where.frame": "frame length",
  "mention.where.number": "packet number",
  "mention.where.protocol": "protocol column",
  "mention.where.mark": "Wireshark's verdict",
  "mention.where.cut": "cut short",
  "mention.where.streamNumber": "packet of the connection",
  "mention.where.pduSize": "message size",

  "mention.role.syn": "Asks for a connection: the first of three segments. [RFC 9293 §3.5]",
  "mention.role.synAck":
    "Accepts a connection: the second of three segments. Its acknowledgment number is the SYN's number + 1, its sequence number begins the server's own stream. [RFC 9293 §3.5]",
  "mention.role.ack":
    "Its acknowledgment number counts: everything before that number has arrived. All segments but the very first SYN carry it. [RFC 9293 §3.4]",
  "mention.role.fin":
    "The sender has no more data. Its FIN takes one sequence number, so the answer is that number + 1; the other direction stays open. [RFC 9293 §3.6]",
  "mention.role.finAck":
    "Closes one direction, and acknowledges what came from the other at once: ACK is set on every segment but the first SYN, so a FIN alone is rarely seen. [RFC 9293 §3.6]",
  "mention.role.push":
    "Carries the last of the data that were ready: the receiver hands them to its application now. [RFC 9293 §3.9.1.2]",
  "mention.role.urgent":
    "The urgent pointer counts: it tells where data end that are to be seen at once. New programs should not use it. [RFC 6093]",
  "mention.role.echo":
    "ECN-Echo: a router on the way marked a packet for congestion, and the receiver hands that back until the sender answers with CWR. In a SYN it asks whether both sides use ECN. [RFC 3168 §6.1]",
  "mention.role.reduced":
    "Congestion Window Reduced: its sender has heard ECE and sends less from now on, so the other side need not repeat it. In a SYN it stands beside ECE, to ask for ECN. [RFC 3168 §6.1]",
  "mention.role.accurate":
    "Accurate ECN: with CWR and ECE one number that counts packets marked for congestion; formerly NS, the nonce sum. [RFC 9768 §3.1]",
  "mention.role.reset":
    "Ends the connection at once; whoever gets it forgets the connection and never answers. [RFC 9293 §3.5.3]",
  "mention.flags.ecnSetup":
    "ECE and CWR together on a SYN offer ECN: routers may then mark packets instead of dropping them. [RFC 3168 §6.1.1]",
  "mention.flags.ecnAccept": "ECE alone on a SYN,ACK accepts ECN. [RFC 3168 §6.1.1]",
  "mention.flags.binary": "In hexadecimal `{hex}`, as a dump prints it.",
  "mention.flags.asBinary": "In binary `{binary}`: FIN is the last bit, ACK the fifth from the end.",
  "mention.flags.contradicts":
    "`{text}` beside it is not the same number: it says `{hex}`, which is **{names}**; `{own}` is **{ownNames}**.",
  "mention.flags.fastOpen": "It carries data already: Fast Open. [RFC 7413]",

  "mention.handshake.third":
    "Third segment of the handshake: it acknowledges the SYN of the segment above, {seq} + 1 = **{ack}**. After it both sides are ESTABLISHED. [RFC 9293 §3.5]",
  "mention.handshake.thirdRelative":
    "Third segment of the handshake: it acknowledges the SYN of the segment above; from here on the list counts from it, so {seq} + 1 is shown as **{ack}**. After it both sides are ESTABLISHED. [RFC 9293 §3.5]",
  "mention.ack.syn": "It answers the SYN above: {seq} + 1 = **{ack}**, for the SYN takes one number. [RFC 9293 §3.4]",
  "mention.close.acknowledges":
    "It acknowledges the FIN above, which took {fin}: **{ack}** = {fin} + 1. That direction is closed now. [RFC 9293 §3.6]",
  "mention.close.notYet":
    "It does not acknowledge the FIN above yet: the FIN took number {fin}, so that would be {next}, and here stands {ack}.",
  "mention.close.second":
    "Closes the second direction, after the FIN of the other side above. This FIN takes {last}, so **{next}** will acknowledge it, and then nothing is left to say. [RFC 9293 §3.6]",

  "place.window.unscaled": "**{window:byte|bytes}**, as it stands: the SYNs did not both offer a window scale. [RFC 7323 §2.2]",
  "place.window.unknown":
    "**{window}**, but nobody knows by how much to multiply it: the SYNs are not in the capture. The true one may be up to 16384 times as large. [RFC 7323 §2.3]",
  "place.titleDiffers":
    "The line above the bytes says **{names}** (`{hex}`) of this packet, but its bytes say {own}: one of them was changed after it was printed.",
  "place.repeated":
    "The same bytes as a segment above, number {seq} again: no acknowledgment came in time, so it was sent once more. [RFC 9293 §3.8.1]",
  "place.sameAck":
    "Asks for {ack} once more, as the segment above: something behind it has arrived, but not what stands there. Three of these bring a fast retransmission. [RFC 5681 §3.2]",
  "place.refused": "It answers the SYN above: nobody listens at port **{port}**. [RFC 9293 §3.5.2]",
  "place.acknowledged": "So the **{length:byte|bytes}** of the segment above have arrived. [RFC 9293 §3.4]",
  "place.relative": "Counted from the SYN above ({first}) it is number **{relative}**.",

  "mention.seq.alone": "The segment's first byte has the number **{seq}** in its sender's stream.",
  "mention.seq.range": "After the colon stands the number that comes next, not the last one.",
  "mention.seq.label": "In Stevens' notation: sequence number, then in parentheses how many bytes of data.",
  "mention.seq.labelEmpty":
    "Begins at **{seq}** and carries **no data**: that is the 0 in parentheses. A SYN or a FIN takes the number {seq} all the same, and the next is {next}. [RFC 9293 §3.4]",
  "mention.relative.wireshark":
    "Wireshark counts from the SYN here: the number on the wire is another, begun at random. [RFC 9293 §3.4.1]",
  "mention.relative.tcpdump": "tcpdump counts from the SYN here; with `-S` it prints the number on the wire.",
  "mention.ack.sinceSyn": "If the SYN was number 0, then {data:byte|bytes} of data have arrived: the SYN took one number.",

  "mention.seq.reset":
    "A reset counts only if **{seq}** is exactly the number its receiver expects next: so strangers cannot end the connection. [RFC 9293 §3.5.3]",
  "mention.seq.refusal":
    "**0**: whoever refuses has no stream of its own; the acknowledgment number tells which segment is meant. [RFC 9293 §3.5.2]",
  "mention.window.reset": "**{window}**: of no account on a reset, for nothing more will be received. [RFC 9293 §3.5.3]",
  "mention.window.scaled":
    "{window} × 2^{shift} = **{bytes} bytes**: so much can its sender still take. The factor {factor} stands in its SYN above. [RFC 7323 §2]",
  "mention.window.unscaled":
    "**{window} bytes**, as it stands: the SYNs above did not both offer a window scale. [RFC 7323 §2.2]",
  "mention.window.wireshark":
    "**{window} bytes** can its sender still take from {ack} on. Wireshark has multiplied the field by the SYN's scale already, if it saw the SYN. [RFC 7323 §2]",
  "mention.window.label":
    "Its sender can still take **{window} bytes**; more must not be sent before it says so. [RFC 9293 §3.8.6]",

  "mention.checksum.bad":
    "`{found}` stands in the header, `{expected}` would fit. On the machine that sends this is usual: its network card fills the sum in after the capture has seen the packet.",
  "mention.checksum.wrong":
    "tcpdump reckoned another sum. On the machine that sends this is usual: its network card fills the sum in after the capture has seen the packet.",
  "mention.ipChecksum.bad":
    "tcpdump reckoned another sum for the IP header. 0 is usual on the machine that sends: its network card fills the sum in later.",

  "mention.length.none": "**0**: only a header. It takes no sequence number, so nobody acknowledges it. [RFC 9293 §3.4]",
  "mention.length.syn": "**0** bytes of data, yet the SYN takes one sequence number. [RFC 9293 §3.4]",
  "mention.length.fin": "**0** bytes of data, yet the FIN takes one sequence number. [RFC 9293 §3.4]",
  "mention.length.full": "That is as much as one segment may carry here ({mss}, options taken off): the sender likely has more.",
  "mention.length.offload":
    "More than one segment may carry ({mss}): the network card cuts it up after, or has put it together before, the capture saw it.",
  "mention.packetLength": "**{total} bytes** of IP packet: {headers} of headers and {data} of data.",
  "mention.packetLength.alone": "**{total} bytes** of IP packet: headers and data.",
  "mention.frameLength": "**{length} bytes** on the wire, the link's header included.",

  "mention.tsval":
    "**{value}** on its sender's clock, whose unit nobody else knows; the other side sends it back, which gives the round trip. [RFC 7323 §3]",
  "mention.tsecr": "Sends back **{value}**, the latest time it heard from the other side. [RFC 7323 §3]",
  "mention.tsecr.match":
    "Sends back **{value}**, which the segment above brought: so its sender has seen that one. [RFC 7323 §3]",
  "mention.sack.block": "Bytes **{left} to {last}** have arrived. [RFC 2018 §3]",
  "mention.sack.gap": "From {ack} up to the first block there is a gap: only that needs to be sent again.",
  "mention.sack.duplicate": "They lie below {ack}: they have come twice (D-SACK). [RFC 2883 §4]",
  "mention.sackPermitted":
    "Its sender understands selective acknowledgments; they are used when the other SYN says so too. [RFC 2018 §2]",
  "mention.nop": "One byte of filling: it moves the next option to where its numbers can be read in one go. [RFC 9293 §3.2]",

  "mention.port.known": "Port **{port}** is known for **{service}**.",
  "mention.port.server": "The SYN goes to it: the server's port, if anybody listens there.",
  "mention.port.client": "It sent the SYN: a port that the client's system picked for this connection.",
  "mention.port.ephemeral": "**{port}** is most likely picked by the client's system for this connection. [RFC 6335 §6]",
  "mention.port.other": "With the address, **{port}** names one end of the connection. [RFC 9293 §3.3.1]",
  "mention.port.named": "`{name}` is port **{port}**, by its name in /etc/services.",
  "mention.port.numeric": "With `-n` tcpdump prints the number.",
  "mention.port.unknown": "`{name}` is a port's name in /etc/services where this was printed.",
  "mention.port.coincidence":
    "So high a port is rarely that service: systems pick such ports for clients, and this one happens to have a name.",
  "mention.address.loopback":
    "**{address}**: this machine itself; such packets never leave it. [RFC 1122 §3.2.1.3; RFC 4291 §2.5.3]",
  "mention.address.private": "**{address}** is for private networks: routers of the Internet do not carry it. [RFC 1918 §3]",
  "mention.address.uniqueLocal":
    "**{address}** is for use within a site (unique local): routers of the Internet do not carry it. [RFC 4193 §3]",
  "mention.address.linkLocal": "**{address}** is good on one link only: no router passes it on. [RFC 3927; RFC 4291 §2.5.6]",
  "mention.address.documentation": "**{address}** is kept for books and examples. [RFC 5737; RFC 3849]",
  "mention.address.multicast": "**{address}** is a group of hosts. [RFC 1112; RFC 4291 §2.7]",
  "mention.address.public": "**{address}** belongs to somebody on the Internet. [RFC 7020]",
  "mention.address.any":
    "**{address}**: no address at all: before a host has one, or any address where a server listens. [RFC 1122 §3.2.1.3]",
  "mention.address.broadcast": "**{address}**: every host on this link. [RFC 919 §7]",
  "mention.address.name": "**{address}** is a name that tcpdump looked up; with `-n` it prints the address.",

  "mention.ip.id": "**{id}**: fragments of one packet share it.",
  "mention.ip.idUnused": "**{id}**: means nothing here, for the packet may not be split (DF). [RFC 6864 §4.1]",
  "mention.ip.df":
    "**DF**: no router may split it. One that would have to drops it and says so, and so the sender learns the path's MTU. [RFC 1191 §3]",
  "mention.ip.mf": "**MF**: more fragments of this packet follow. [RFC 791 §3.1]",
  "mention.ip.noFlags": "None: routers may split it. [RFC 791 §3.1]",
  "mention.ip.tos": "DSCP **{dscp}** and ECN **{ecn}** in one byte. [RFC 2474 §3; RFC 3168 §5]",
  "mention.ip.tosDefault": "**0**: best effort, and no ECN. [RFC 2474 §4.1]",
  "mention.ip.mayBeMarked": "A router whose queue grows may mark it instead of dropping it. [RFC 3168 §5]",
  "mention.ip.ecn.none":
    "**Not-ECT**: its sender does not use ECN, so a router that is congested can only drop it. [RFC 3168 §5]",
  "mention.ip.ecn.capable": "**{name}**: its sender uses ECN.",
  "mention.ip.marked":
    "**CE**: a router on the way was congested and marked it instead of dropping it; its receiver tells the sender by ECE. [RFC 3168 §5]",
  "mention.ip.tosLowDelay": "Once it meant low delay: telnet and SSH still ask for it while somebody types. [RFC 1349 §4]",

  "mention.time.day": "When the capturing machine saw the packet, by its own clock.",
  "mention.time.epoch": "Seconds since 1 January 1970, UTC (`-tt`).",
  "mention.time.zero": "A span rather than a time of day, as `-ttt` prints it since the line before, `-ttttt` since the first.",
  "mention.time.list": "Seconds since the first packet of the capture, unless Wireshark was told otherwise.",
  "mention.time.since": "**{span}** after the segment above.",
  "mention.time.answer":
    "**{span}** after the segment above, which came from the other side: the answer took so long, seen from here.",
  "mention.interface.passed": "The packet passed **{name}**.",
  "mention.interface": "The packet passed **{name}**; tcpdump names it when it listens on all interfaces (`-i any`).",
  "mention.direction.In": "**In**: it came to this machine.",
  "mention.direction.Out": "**Out**: this machine sent it.",
  "mention.direction.B": "**B**: broadcast, to all on the link.",
  "mention.direction.M": "**M**: multicast, one copy for all hosts that have joined a group.",
  "mention.number": "Packet **{number}** of the capture, counted from 1.",
  "mention.protocol": "**{name}**: the highest protocol that Wireshark found in the packet.",
  "mention.protocol.tcp": "**TCP**: Wireshark found nothing above TCP in this packet, for instance because it carries no data.",
  "mention.cut": "The capture holds too few bytes of the packet (its snaplen, `-s`), so tcpdump could not read on.",

  "mention.formula.ack":
    "The next number expected: the {symbol} that came from the other side, and **{plus}** more, for a SYN or a FIN takes one number although it carries no data. [RFC 9293 §3.4]",
  "mention.formula.ackData": "The next number expected: everything before **{symbol}** has arrived. [RFC 9293 §3.4]",
  "mention.formula.seq":
    "**{symbol}** stands for the number of this segment's first byte; on a SYN it is picked at random. [RFC 9293 §3.4.1]",
  "mention.formula.seqNext":
    "One past **{symbol}**: the SYN took {symbol} itself, so what follows begins {plus} further on. [RFC 9293 §3.4]",

  "mention.where.displayFilter": "display filter",
  "mention.displayFilter": "It shows the packets of which this is true: {what}.",
  "mention.displayFilter.field": "Asks for {label} (`{name}`), in a way that Wireshark 4.0 does not take.",
  "mark.zero_window_probe_ack": "Answers a zero-window probe: the window is still closed. [RFC 9293 §3.8.6.1]",
  "mark.zero_window":
    "Its sender can take nothing more now: its application does not read. The other side stops and probes. [RFC 9293 §3.8.6]",
  "mark.zero_window_probe": "One byte into a closed window, to hear whether it has opened. [RFC 9293 §3.8.6.1]",
  "mark.duplicate_ack":
    "Acknowledges the same number again: something arrived, but what is expected there did not. The third one makes the other side send it again. [RFC 5681 §3.2]",
  "mark.duplicate_ack.number": "It repeats packet **{of}**, for time **{number}**.",
  "mark.keep_alive_ack": "Answers a keep-alive: the connection still stands. [RFC 9293 §3.8.4]",
  "mark.keep_alive":
    "Asks whether the other side is still there: it begins one number before the next expected one, so it must be answered. [RFC 9293 §3.8.4]",
  "mark.window_full": "Fills the receiver's window to its last byte: the sender must wait now. [RFC 9293 §3.8.6]",
  "mark.window_update": "Acknowledges nothing new, only opens the window: the application has read. [RFC 9293 §3.8.6]",
  "mark.ack_lost_segment": "Acknowledges bytes that are not in the capture: they did arrive, only the capture missed them.",
  "mark.lost_segment":
    "Begins further on than the segment before ended: what lies between is not in the capture, lost on the way or missed by it.",
  "mark.out_of_order": "Comes after a segment with higher numbers: overtaken on the way, not lost. [RFC 9293 §3.10.7.4]",
  "mark.spurious_retransmission": "Sent once more although its acknowledgment had passed here already: it was not needed.",
  "mark.fast_retransmission":
    "Sent once more after at least two repeated acknowledgments, without waiting for the timer. [RFC 5681 §3.2]",
  "mark.retransmission":
    "Sent once more: no acknowledgment came in time, so the segment or its answer was lost or late. [RFC 6298 §5]",
  "mark.first": "Packet **{frame}** sent it first, {span} before.",
  "mark.reused_ports": "A new connection with the same addresses and ports as an earlier one in this capture.",
  "mark.reassembled": "Part of something longer: Wireshark shows the whole where its last segment stands.",

  "state.spelling": "RFC 9293 calls it **{name}**; netstat writes `{netstat}`, ss `{ss}`.",
  "state.LISTEN.waits": "Waits for a SYN from any client. [RFC 9293 §3.3.2]",
  "state.LISTEN.entered": "Entered by listen(), the passive open: no segment does it.",
  "state.LISTEN.next": "A SYN is answered with SYN,ACK and becomes a connection of its own, in SYN-RECEIVED; the listener stays.",
  "state.SYN-SENT.waits": "Has sent its SYN and waits for the answer, SYN,ACK. [RFC 9293 §3.3.2]",
  "state.SYN-SENT.entered": "Entered by connect(), the active open, which sends the SYN.",
  "state.SYN-SENT.next":
    "SYN,ACK leads to ESTABLISHED, RST to CLOSED (refused), a SYN alone to SYN-RECEIVED (simultaneous open). Whoever stays here gets no answer: the SYN is dropped on the way.",
  "state.SYN-RECEIVED.waits": "Has answered a SYN with SYN,ACK and waits for the ACK: half of the handshake. [RFC 9293 §3.3.2]",
  "state.SYN-RECEIVED.entered": "Entered by the SYN that came in.",
  "state.SYN-RECEIVED.next":
    "The ACK leads to ESTABLISHED, RST back to LISTEN. Many of these at once: a SYN flood, or answers that do not get back.",
  "state.ESTABLISHED.waits": "The connection is open: both sides send and receive. [RFC 9293 §3.3.2]",
  "state.ESTABLISHED.entered": "Entered by the client when SYN,ACK comes, by the server when the ACK of its own SYN comes.",
  "state.ESTABLISHED.next": "Who calls close() first sends FIN and goes to FIN-WAIT-1; who gets that FIN goes to CLOSE-WAIT.",
  "state.FIN-WAIT-1.waits": "Has sent its FIN and waits for its acknowledgment, or for the other side's FIN. [RFC 9293 §3.6]",
  "state.FIN-WAIT-1.entered": "Entered by close() on the side that closes first: it sends the FIN.",
  "state.FIN-WAIT-1.next":
    "ACK leads to FIN-WAIT-2, FIN,ACK straight to TIME-WAIT, a FIN that does not acknowledge ours to CLOSING.",
  "state.FIN-WAIT-2.waits":
    "Its own FIN is acknowledged; it waits for the other side's FIN and still receives data. [RFC 9293 §3.6]",
  "state.FIN-WAIT-2.entered": "Entered by the ACK of its FIN.",
  "state.FIN-WAIT-2.next":
    "The FIN leads to TIME-WAIT. Whoever stays here waits for a program on the other side that has not called close().",
  "state.CLOSE-WAIT.waits": "The other side has closed; here the own application has yet to call close(). [RFC 9293 §3.6]",
  "state.CLOSE-WAIT.entered": "Entered by the other side's FIN, which is acknowledged at once.",
  "state.CLOSE-WAIT.next":
    "close() sends the FIN and leads to LAST-ACK; until then data may still go out. Many of these: the own program forgets to close.",
  "state.CLOSING.waits": "Both sides sent FIN at the same time; it waits for the acknowledgment of its own. [RFC 9293 §3.6]",
  "state.CLOSING.entered": "Entered from FIN-WAIT-1 by a FIN that does not acknowledge ours: a simultaneous close.",
  "state.CLOSING.next": "The ACK leads to TIME-WAIT, on both sides.",
  "state.LAST-ACK.waits": "The side that closed second has sent its FIN and waits for the last ACK. [RFC 9293 §3.6]",
  "state.LAST-ACK.entered": "Entered from CLOSE-WAIT by close(), which sends the FIN.",
  "state.LAST-ACK.next": "The ACK leads to CLOSED. TIME-WAIT does not happen here: it is the other side's.",
  "state.TIME-WAIT.waits":
    "Everything is closed; the side that closed first waits twice the maximum segment lifetime (2MSL). [RFC 9293 §3.6.1]",
  "state.TIME-WAIT.entered": "Entered by the other side's FIN, which it acknowledges.",
  "state.TIME-WAIT.next":
    "If that last ACK is lost the FIN comes again, and somebody must answer; and old segments must die out before the same ports are used again. After 2MSL (Linux: 60 s in all) comes CLOSED.",
  "state.CLOSED.waits": "There is no connection: nothing is waited for. [RFC 9293 §3.3.2]",
  "state.CLOSED.entered": "Entered by the last ACK, by an RST, or when TIME-WAIT has run out.",
  "state.CLOSED.next": "A segment that comes now is answered with RST. [RFC 9293 §3.5.2]",
} as const;
