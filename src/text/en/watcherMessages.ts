/** Words of programs that watch whole connections and flows: Zeek, NetFlow, bcc's tcplife (`prose/terms/`). */
export const watcherMessages = {
  "mention.where.tcplife": "of a connection that has ended (tcplife)",
  "mention.where.zeek": "how the connection went (Zeek)",
  "mention.where.history": "what both ends sent (Zeek)",
  "mention.where.flow": "flags of a whole flow",

  "term.tcplife.sent": "**{value} KB** of data went to the other end, as far as it has acknowledged them.",
  "term.tcplife.received": "**{value} KB** of data came from the other end.",
  "term.tcplife.lasted": "**{value} ms** went by from ESTABLISHED to CLOSED, on this machine.",

  "term.zeek.S0": "A SYN was sent, and nothing came back: nobody is there, or something in between drops it.",
  "term.zeek.S1": "The handshake was complete; neither end has closed, as far as was seen. [RFC 9293 §3.5]",
  "term.zeek.SF": "Opened and closed as it should be: a handshake, then a FIN from each end. [RFC 9293 §3.5, §3.6]",
  "term.zeek.REJ":
    "The SYN was answered with an RST: nobody listens there, or something in between refuses. [RFC 9293 §3.10.7.1]",
  "term.zeek.S2": "Open; the originator has sent its FIN, the responder has not (half-closed). [RFC 9293 §3.6]",
  "term.zeek.S3": "Open; the responder has sent its FIN, the originator has not (half-closed). [RFC 9293 §3.6]",
  "term.zeek.RSTO": "It was open; then the originator sent an RST. [RFC 9293 §3.5.3]",
  "term.zeek.RSTR": "It was open; then the responder sent an RST. [RFC 9293 §3.5.3]",
  "term.zeek.RSTOS0":
    "The originator sent a SYN and then an RST itself; no SYN,ACK was seen. Scanners that only ask whether a port is open do so.",
  "term.zeek.RSTRH":
    "The responder sent a SYN,ACK and then an RST; the SYN was not seen: it took another way, or its sender is made up.",
  "term.zeek.SH":
    "The originator sent a SYN and then a FIN; no SYN,ACK was seen: only one direction passes here, or it is a scan.",
  "term.zeek.SHR": "The responder sent a SYN,ACK and then a FIN; the SYN was not seen: only one direction passes here.",
  "term.zeek.OTH": "No SYN was seen: it was open before Zeek began to watch, or only a part of it passes here.",

  "term.history":
    "In the order in which each came first. Large letters are the originator's, small ones the responder's. ACKs and data are told once, SYN, FIN and RST again where their number is another; of `c`, `g`, `t` and `w` the second letter stands for ten times, the third for a hundred.",
  "term.history.^": "**^**: Zeek turned the connection around, since what it saw first was no SYN of the originator's.",
  "term.history.S": "**S**: the originator's SYN.",
  "term.history.s": "**s**: a SYN from the responder.",
  "term.history.H": "**H**: a SYN,ACK from the originator.",
  "term.history.h": "**h**: the responder's SYN,ACK.",
  "term.history.A": "**A**: the originator's ACK, without data.",
  "term.history.a": "**a**: the responder's ACK, without data.",
  "term.history.D": "**D**: data from the originator.",
  "term.history.d": "**d**: data from the responder.",
  "term.history.F": "**F**: the originator's FIN.",
  "term.history.f": "**f**: the responder's FIN.",
  "term.history.R": "**R**: an RST from the originator.",
  "term.history.r": "**r**: an RST from the responder.",
  "term.history.C": "**C**: a wrong checksum in what the originator sent: often its card had yet to reckon it.",
  "term.history.c": "**c**: a wrong checksum in what the responder sent: often its card had yet to reckon it.",
  "term.history.G": "**G**: of the originator's data something is missing that was acknowledged: Zeek did not see it.",
  "term.history.g": "**g**: of the responder's data something is missing that was acknowledged: Zeek did not see it.",
  "term.history.T": "**T**: data that the originator sent again.",
  "term.history.t": "**t**: data that the responder sent again.",
  "term.history.W": "**W**: the originator closed its window to zero. [RFC 9293 §3.8.6]",
  "term.history.w": "**w**: the responder closed its window to zero. [RFC 9293 §3.8.6]",
  "term.history.I": "**I**: flags that do not go together in what the originator sent, as FIN and RST.",
  "term.history.i": "**i**: flags that do not go together in what the responder sent, as FIN and RST.",
  "term.history.Q": "**Q**: a SYN with FIN or RST from the originator, as no TCP sends it.",
  "term.history.q": "**q**: a SYN with FIN or RST from the responder, as no TCP sends it.",
  "term.history.X": "**X**: of what the originator sent only a part was looked into.",
  "term.history.x": "**x**: of what the responder sent only a part was looked into.",

  "term.flow":
    "These are the flags of all its segments, put together: none of them need have had them all at once, so SYN and FIN may stand side by side.",
  "term.flow.SYN": "**SYN**: it began in this flow.",
  "term.flow.ACK": "**ACK**: something was acknowledged.",
  "term.flow.PSH": "**PSH**: data were handed on at once.",
  "term.flow.URG": "**URG**: something was urgent.",
  "term.flow.ECE": "**ECE**: congestion was told of, or ECN was asked for in the SYN. [RFC 3168 §6.1]",
  "term.flow.CWR": "**CWR**: the sender made its congestion window smaller, or asked for ECN in the SYN. [RFC 3168 §6.1]",
  "term.flow.FIN": "**FIN**: whoever sent it closed its direction.",
  "term.flow.RST": "**RST**: it was broken off, or refused.",
  "term.flow.onlySyn":
    "Nothing but SYN: the sender never got an answer that it acknowledged. Nobody listens, something in between drops it, or it is a scan.",
  "term.flow.noSyn": "No SYN: it began before. Who counts flows ends those that last long and begins another.",
  "term.flow.noEnd": "Neither FIN nor RST: it goes on in another flow, or its end was not seen.",
} as const;
