/** Wireshark's tree of a packet: single bits, and what Wireshark works out from a connection's other segments. */
export const treeMessages = {
  "bit.reserved.clear": "**0**, as it must be until somebody finds a use for it.",
  "bit.reserved.set": "Not 0, although it must be: damaged, made by hand, or of a later protocol.",
  "bit.ae.clear": "Not set: it counts no congestion marks, which only connections with Accurate ECN do. [RFC 9768 §3.2]",
  "bit.ae.set":
    "Set: with CWR and ECE it is one number that counts packets which routers marked as having met congestion. [RFC 9768 §3.2]",
  "bit.cwr.clear": "Not set: its sender has not just slowed down for congestion. [RFC 3168 §6.1.2]",
  "bit.cwr.set":
    "Set: its sender has heard of the congestion and slowed down, so the other side need not repeat ECE. [RFC 3168 §6.1.2]",
  "bit.ece.clear": "Not set: it reports no congestion, or the connection does without ECN. [RFC 3168 §6.1.3]",
  "bit.ece.set":
    "Set: a router marked a packet on the way to its sender instead of dropping it; the other side must slow down as if one were lost. [RFC 3168 §6.1.3]",
  "bit.urg.clear": "Not set: the urgent pointer at the end of the header does not count. [RFC 9293 §3.1]",
  "bit.urg.set": "Set: the urgent pointer counts. New programs should not use it. [RFC 6093]",
  "bit.ack.clear":
    "Not set: whatever stands as acknowledgment number does not count. Only the first SYN, and some resets, are sent so. [RFC 9293 §3.1]",
  "bit.push.clear": "Not set: more data follow, or there are none; nothing presses the receiver. [RFC 9293 §3.9.1.2]",
  "bit.reset.clear": "Not set: the connection goes on.",
  "bit.syn.clear": "Not set: it neither asks for a connection nor accepts one; that is done already. [RFC 9293 §3.5]",
  "bit.fin.clear": "Not set: its sender may go on sending. [RFC 9293 §3.6]",
  "bit.df.clear": "Not set: routers may split the packet where the next link takes less. [RFC 791 §3.1]",
  "bit.mf.clear": "Not set: no further fragment follows, so this is the last one, or the packet was not split. [RFC 791 §3.1]",

  "tree.capturedLength":
    "**{length:byte|bytes}** of it are in the capture: fewer than came over the wire where only the beginning was to be kept (snaplen).",
  "tree.stream":
    "Connection **{stream}** of this capture, counted from 0 by Wireshark: the filter `tcp.stream == {stream}` shows it alone.",
  "tree.streamNumber": "It is packet **{number}** of its connection in this capture, counted from 1, both directions together.",
  "tree.pduSize":
    "The application's message that begins here has **{bytes:byte|bytes}**, its own header included: TCP itself knows no messages, and may cut one anywhere.",
  "tree.completeness": "The capture has of this connection: {parts} = **{value}**.",
  "tree.completeness.none": "The capture has nothing of this connection's handshake from its first segment on.",
  "tree.completeness.all":
    "Wireshark adds up 1 for SYN, 2 for SYN,ACK, 4 for ACK, 8 for data, 16 for FIN and 32 for RST: 31 is a connection from its opening to its close, 47 one that a reset ended.",
  "tree.nextSequence":
    "**{next}** is the number behind the last one that this segment takes: so it is acknowledged, and so its sender goes on. [RFC 9293 §3.4]",
  "tree.window.calculated":
    "**{window} bytes** can its sender still take: the header's field, multiplied by the scale of its SYN if Wireshark saw that. [RFC 7323 §2]",
  "tree.window.scaled":
    "{window} × {factor} = **{bytes} bytes**: so much can its sender still take. The factor stands in its SYN. [RFC 7323 §2]",
  "tree.factor": "The window field counts units of **{factor:byte|bytes}**: so it stood in this side's SYN. [RFC 7323 §2]",
  "tree.factor.unknown":
    "**-1**: the SYN is not in the capture, so nobody knows by how much to multiply the window. The true one may be up to 16384 times as large. [RFC 7323 §2.3]",
  "tree.factor.none":
    "**-2**: the SYNs did not both offer a window scale, so the window is what stands in the field. [RFC 7323 §2.2]",
  "tree.multiplier":
    "All later windows of its sender count units of **{factor:byte|bytes}**; that of the SYN does not. [RFC 7323 §2]",
  "tree.kind":
    "**{kind}** in IANA's list: by it the receiver knows how to read what follows, or passes over what it does not know.",
  "tree.optionLength": "**{length:byte|bytes}**, kind and length among them: {rest} remain for what the option says.",
  "tree.sackCount": "**{blocks:block|blocks}** beyond a gap have arrived. [RFC 2018 §3]",
  "tree.timestamps":
    "Its sender's clock stands at **{value}**; {echo} came last from the other side's clock and goes back to it. [RFC 7323 §3]",
  "tree.checksum.unchecked":
    "Wireshark did not check it, which it does only when asked: on the machine that sends, the network card fills the sum in after the capture has seen the packet.",
  "tree.sinceFirst": "**{span}** after the first segment of this connection in the capture.",
  "tree.sincePrevious": "**{span}** after the segment before in this connection, whichever side sent that.",
  "tree.acknowledges": "What it acknowledges came with packet **{frame}**.",
  "tree.roundTrip":
    "**{span}** lie between that packet and this acknowledgment: near the sender a whole round trip, near the receiver only its own delay.",
  "tree.handshakeTrip": "**{span}** from the SYN to the third segment: the path's round trip, with no application's time in it.",
  "tree.inFlight":
    "**{bytes:byte|bytes}** were under way with this segment: sent, and not yet acknowledged where the capture was made.",
  "tree.sincePush":
    "**{bytes:byte|bytes}** since its sender last set PSH, these included: mostly what its application wrote at once.",
  "tree.timeout": "Sent again **{span}** after the first time: until then its sender waited for an acknowledgment. [RFC 6298 §5]",
  "tree.timeoutOf": "The first time it was sent as packet **{frame}**.",
  "tree.duplicateNumber":
    "The same acknowledgment for time **{number}**: the third makes the other side send again at once. [RFC 5681 §3.2]",
  "tree.duplicateOf": "Packet **{frame}** acknowledged the same number first.",
} as const;
