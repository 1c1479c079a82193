/** How connections open, live and close. */
export const connectionMessages = {
  "opening.handshake":
    "Opened by a three-way handshake: SYN (packet {syn}), SYN,ACK (packet {synAck}), ACK (packet {last}). [RFC 9293 §3.5]",
  "opening.handshake.unseen":
    "Opened by a three-way handshake whose second segment was not captured: SYN (packet {syn}), then segments that acknowledge what is missing here (from packet {last} on).",
  "opening.handshake-with-data":
    "Opened by a three-way handshake whose third segment already carries data: SYN (packet {syn}), SYN,ACK (packet {synAck}), ACK with {length:byte|bytes} (packet {last}). [RFC 9293 §3.5]",
  "opening.simultaneous":
    "Opened from both sides at once: the SYNs (packets {syn} and {otherSyn}) crossed, and each side acknowledged the other's. [RFC 9293 §3.5]",
  "opening.fast-open":
    "Opened with TCP Fast Open: the SYN (packet {syn}) carried {length:byte|bytes}, and the SYN,ACK (packet {synAck}) acknowledged data too, a round trip earlier than usual. [RFC 7413]",
  "opening.fast-open.ignored":
    "Opened by a three-way handshake after an attempt at TCP Fast Open: the SYN (packet {syn}) carried {length:byte|bytes}, but the SYN,ACK (packet {synAck}) acknowledged the SYN alone, so the data had to be sent again. [RFC 7413]",
  "opening.refused":
    "Refused: the answer to the SYN (packet {syn}) was a reset (packet {last}), which says that nobody listens on that port. [RFC 9293 §3.10.7.1]",
  "opening.unanswered": "Unanswered: the capture has no answer to the SYN (packet {syn}).",
  "opening.unanswered.taken-back":
    "Unanswered: before an answer to the SYN (packet {syn}) its own sender gave up with a reset (packet {last}).",
  "opening.unfinished":
    "Not finished: the SYN (packet {syn}) was answered (SYN,ACK in packet {synAck}), but the capture has no acknowledgment of that.",
  "opening.abandoned.client":
    "Given up half-way: the client answered the SYN,ACK (packet {synAck}) with a reset (packet {last}), as port scanners do.",
  "opening.abandoned.server": "Given up half-way: after its SYN,ACK (packet {synAck}) the server sent a reset (packet {last}).",
  "opening.half-open":
    "Not opened: the SYN (packet {syn}) met a connection that the other side still had, and was answered with an acknowledgment for that one (packet {last}). [RFC 9293 §3.5.1]",
  "opening.mid-capture": "The capture began when the connection was already there: its first segment here is packet {first}.",
  "opening.mid-handshake": "The capture began within the handshake: the SYN is missing, the SYN,ACK is packet {synAck}.",
  "opening.probe":
    "No connection: the first segment (packet {first}) has neither SYN nor ACK, which no connection sends; port scanners do.",
  "opening.syn-repeated": "The SYN was sent {count} times.",
  "opening.syn-ack-repeated": "The SYN,ACK was sent {count} times.",
  "opening.syn-ack-data": "The SYN,ACK carried {length:byte|bytes}.",
  "opening.syn-data": "The {length:byte|bytes} in the SYN were not acknowledged with it.",
  "opening.reordered": "The capture has the segments of the handshake in another order than they were sent.",
  "opening.ports-reused": "An earlier connection in this capture used the same addresses and ports.",

  "closing.fin-3":
    "Closed in three segments: the ACK travelled on the FIN (packet {second}), consistent with delayed ACK. The first FIN is packet {first}. [RFC 9293 §3.6]",
  "closing.fin-4":
    "Closed in four segments: FIN (packet {first}), its ACK (packet {ack}), and the same from the other side, which still had to close (FIN in packet {second}). [RFC 9293 §3.6]",
  "closing.simultaneous":
    "Closed from both sides at once: the FINs (packets {first} and {second}) crossed, the later one does not acknowledge the earlier. [RFC 9293 §3.6]",
  "closing.half-closed":
    "Half-closed: a FIN (packet {first}) closed one direction; the other was still open at the end of the capture. [RFC 9293 §3.6]",
  "closing.half-closed.one-sided":
    "A FIN (packet {first}) closed one direction; of the other the capture has nothing. [RFC 9293 §3.6]",
  "closing.half-closed.data":
    "Half-closed: after the FIN (packet {first}) the other side went on sending, {bytes:byte|bytes} from packet {data} on. [RFC 9293 §3.6]",
  "closing.half-closed.end": "It closed its own direction with packet {second}.",
  "closing.first.client": "The client closed first.",
  "closing.first.server": "The server closed first.",
  "closing.fin-repeated": "The FIN of packet {fin} was sent {count} times.",
  "closing.unacknowledged": "The capture has no acknowledgment of the FIN in packet {fin}.",
  "closing.acknowledged": "The last ACK is packet {ack}.",
  "closing.reset.client": "Reset by the client (packet {frame}).",
  "closing.reset.server": "Reset by the server (packet {frame}).",
  "closing.reset.abort": "Its sender gave the connection up at once instead of closing it. [RFC 9293 §3.10.5]",
  "closing.reset.no-connection":
    "Its numbers are taken from packet {answers}: so answers one who knows no such connection, or no longer. [RFC 9293 §3.5.2]",
  "closing.reset.after-close": "Data had come (packet {answers}) when its sender had closed for good. [RFC 9293 §3.6.1]",
  "closing.reset.refused": "It refused the connection. [RFC 9293 §3.5.2]",
  "closing.reset.after-fin": "A FIN (packet {fin}) had been sent before.",
  "closing.open": "Open at the end of the capture: neither a FIN nor a reset ended it.",
  "closing.never-opened": "There was nothing to close: the connection never came to be.",

  "connections.stream": "Stream",
  "connections.client": "Client",
  "connections.server": "Server",
  "connections.packets": "Packets",
  "connections.bytes": "Bytes",
  "connections.duration": "Duration",
  "connections.opening": "Opening",
  "connections.closing": "Closing",
  "connections.completeness": "Completeness",

  "state.CLOSED": "No connection: nothing is kept of it, and every segment but a reset is answered with a reset.",
  "state.LISTEN": "Waits for a SYN from anyone.",
  "state.SYN-SENT": "Has sent a SYN and waits for the other side's; a SYN,ACK opens the connection, a reset refuses it.",
  "state.SYN-RECEIVED": "Has got a SYN and sent its own; waits for the acknowledgment of that.",
  "state.ESTABLISHED": "Open: data may go both ways. A FIN, its own or the other side's, begins the close.",
  "state.FIN-WAIT-1": "Has sent its FIN; waits for the acknowledgment of it, or for the other side's FIN. Data may still come.",
  "state.FIN-WAIT-2": "Its FIN is acknowledged; waits for the other side's FIN. Data may still come.",
  "state.CLOSE-WAIT": "Has got the other side's FIN; waits for its own application to close. It may still send data.",
  "state.CLOSING": "Both have sent a FIN, and they crossed; waits for the acknowledgment of its own.",
  "state.LAST-ACK": "Has closed after the other side; waits for the acknowledgment of its FIN, the last segment.",
  "state.TIME-WAIT":
    "Closed on both sides; waits for twice the longest life of a segment (2MSL), so that a FIN sent again can be answered and old segments die out.",

  "markName.ack_lost_segment": "acknowledges what was not captured",
  "markName.duplicate_ack": "duplicate ACK",
  "markName.fast_retransmission": "fast retransmission",
  "markName.keep_alive": "keep-alive",
  "markName.keep_alive_ack": "answer to a keep-alive",
  "markName.lost_segment": "a segment before it was not captured",
  "markName.out_of_order": "out of order",
  "markName.retransmission": "retransmission",
  "markName.reused_ports": "ports reused",
  "markName.spurious_retransmission": "spurious retransmission",
  "markName.tfo_ack": "Fast Open: data taken",
  "markName.tfo_ignored": "Fast Open: data not taken",
  "markName.tfo_syn": "Fast Open: data in the SYN",
  "markName.window_full": "fills the window",
  "markName.window_update": "window update",
  "markName.zero_window": "zero window",
  "markName.zero_window_probe": "zero-window probe",
  "markName.zero_window_probe_ack": "answer to a zero-window probe",
  "markName.duplicate-sack": "D-SACK: {left} to {right} came twice",

  "flow.title": "Connection {stream}: {client} and {server}",
  "flow.frame": "Packet",
  "flow.time": "Time",
  "flow.segment": "Segment",
  "flow.part.opening": "Opening",
  "flow.part.data": "Data",
  "flow.part.closing": "Closing",
  "flow.data": "{client:byte|bytes} from the client, {server:byte|bytes} from the server.",
  "flow.data.twice":
    "{client:byte|bytes} from the client, {server:byte|bytes} from the server, whatever came twice counted twice.",
  "flow.run": "{count} × {length:byte|bytes}, {acknowledgments:ACK|ACKs} back",
  "flow.run.each": "{count} × {length:byte|bytes}, an ACK for each",
  "flow.run.second": "{count} × {length:byte|bytes}, an ACK for every second",
  "flow.run.every": "{count} × {length:byte|bytes}, an ACK for every {every}",
  "flow.run.none": "{count} × {length:byte|bytes}, no ACK between",
  "flow.left": "{rows:row follows that is|rows follow that are} not drawn here.",
  "flow.silence": "{span} of silence",
  "flow.said": "{part}: {text}",
  "flow.assumed": "? stands behind a state that the capture cannot know.",

  "completeness.0": "Incomplete ({value})",
  "completeness.1": "Incomplete, SYN_SENT ({value})",
  "completeness.3": "Incomplete, CLIENT_ESTABLISHED ({value})",
  "completeness.7": "Incomplete, ESTABLISHED ({value})",
  "completeness.15": "Incomplete, DATA ({value})",
  "completeness.data": "Complete, WITH_DATA ({value})",
  "completeness.no-data": "Complete, NO_DATA ({value})",
} as const;
