/** Words that systems have for a connection, or for why they dropped a segment (`prose/terms/term.ts`). */
export const termMessages = {
  "mention.where.conntrack": "connection tracking (Linux)",
  "mention.where.asa": "Cisco's firewall",
  "mention.where.drop": "why Linux dropped it",
  "mention.where.counter": "a count of Linux's",
  "mention.where.congestion": "Linux's congestion state",
  "mention.where.setting": "a setting of Linux's",
  "mention.where.tracer": "what Linux sends",

  "term.conntrack":
    "That is what the machine in between has concluded from the segments that passed: not the state of either end, which it cannot see.",
  "term.conntrack.new": "The first segment of a connection passed: from now on it is tracked.",
  "term.conntrack.update": "What is tracked changed: another state, or the first answer.",
  "term.conntrack.destroy":
    "It is tracked no more: its time ran out, or somebody deleted it. What still comes counts as new, or as invalid.",
  "term.conntrack.timeout":
    "For **{value} s** more it is kept if no segment passes; each one begins the time anew. By default an established connection has 432000 s (five days), every other state two minutes or less.",
  "term.conntrack.none": "Nothing has passed yet that says which state this is.",
  "term.conntrack.synSent": "Only a SYN has passed: whoever was called has not answered yet, or the answer takes another way.",
  "term.conntrack.synSent2": "A SYN has passed in each direction: both ends called one another at once. [RFC 9293 §3.5]",
  "term.conntrack.synReceived": "The SYN,ACK has passed; the third segment of the handshake is missing.",
  "term.conntrack.established":
    "All three segments of the handshake have passed, or the tracking began in the middle and saw data and answers.",
  "term.conntrack.finWait": "A first FIN has passed; it has not been acknowledged yet. [RFC 9293 §3.6]",
  "term.conntrack.closeWait": "The first FIN has been acknowledged; the other direction is still open. [RFC 9293 §3.6]",
  "term.conntrack.lastAck": "The second FIN has passed; only its acknowledgment is missing. [RFC 9293 §3.6]",
  "term.conntrack.timeWait": "Both FINs have been acknowledged; what is late may still pass for a while.",
  "term.conntrack.close": "An RST has passed: the connection is over, and soon forgotten (10 s by default).",
  "term.conntrack.unreplied":
    "Nothing has passed in the other direction yet. Rows with it are the first to go when the table is full.",
  "term.conntrack.assured":
    "Both ends have been heard and the handshake is complete: it is not thrown out early when the table is full.",
  "term.conntrack.offload":
    "Its segments are passed on without the firewall's rules being asked each time (a flow table), so some states are not seen.",

  "term.asa.outbound":
    "A connection was begun from the more secure side: the address that stands last sent the SYN, and the first is the server's.",
  "term.asa.inbound":
    "A connection was begun from the less secure side: the address that stands first sent the SYN, and the last is the server's.",
  "term.asa.noConnection":
    "A segment came that is no SYN and belongs to no connection in the firewall's table. Either it knew the connection once and has forgotten it (idle too long, closed already), or the SYN took another way around the firewall.",
  "term.asa.fins": "Closed as it should be: both ends sent a FIN. [RFC 9293 §3.6]",
  "term.asa.resetInside": "Ended by an RST from the inside, the more secure side. [RFC 9293 §3.5.3]",
  "term.asa.resetOutside": "Ended by an RST from the outside, the less secure side. [RFC 9293 §3.5.3]",
  "term.asa.resetOwn": "The firewall itself sent the RST.",
  "term.asa.synTimeout":
    "The handshake was not complete after 30 seconds: no SYN,ACK came, or it did not come through this firewall.",
  "term.asa.finTimeout": "The closing was not complete in time: the last ACK, or the second FIN, did not come.",
  "term.asa.idleTimeout":
    "No segment passed for as long as the firewall allows (one hour by default). The ends were not told: what they send next is denied.",
  "term.asa.synControl": "A SYN came from the wrong side: of such a connection only the other end may begin.",
  "term.asa.invalidSyn": "A SYN came that cannot be valid here.",
  "term.asa.inspection": "The part of the firewall that reads the application's protocol ended it.",
  "term.asa.retransmission":
    "Data were sent again that differ from what was sent the first time: the firewall does not let that pass.",
  "term.asa.flag.U": "**U**: up, the handshake is complete.",
  "term.asa.flag.I": "**I**: data have passed inward.",
  "term.asa.flag.O": "**O**: data have passed outward.",
  "term.asa.flag.B": "**B**: the SYN came from the outside; without it, from the inside.",
  "term.asa.flag.A": "**A**: waits for the inside's (newer versions: the responder's) ACK to a SYN.",
  "term.asa.flag.a": "**a**: waits for the outside's (newer versions: the initiator's) ACK to a SYN.",
  "term.asa.flag.S": "**S**: waits for the inside's SYN.",
  "term.asa.flag.s": "**s**: waits for the outside's SYN.",
  "term.asa.flag.F": "**F**: the outside (newer versions: the initiator) has sent its FIN.",
  "term.asa.flag.f": "**f**: the inside (newer versions: the responder) has sent its FIN.",
  "term.asa.flag.R": "**R**: that FIN of the other side is acknowledged by the outside (newer versions: by the initiator).",
  "term.asa.flag.r": "**r**: that FIN of the other side is acknowledged by the inside (newer versions: by the responder).",
  "term.asa.flag.b": "**b**: the firewall does not check the states of this connection (TCP state bypass).",

  "term.drop.NO_SOCKET":
    "No program listens at that port and no connection has these addresses and ports. A SYN to it is answered with RST. [RFC 9293 §3.5.2]",
  "term.drop.TCP_CSUM": "TCP's checksum does not fit: the segment was damaged on its way. [RFC 9293 §3.1]",
  "term.drop.IP_CSUM": "The IP header's checksum does not fit. [RFC 791 §3.1]",
  "term.drop.NETFILTER_DROP": "A rule of the firewall (iptables, nftables) dropped it; the sender is not told and sends again.",
  "term.drop.SOCKET_FILTER": "A filter that the program attached to its socket dropped it.",
  "term.drop.SOCKET_RCVBUFF": "The socket's receive buffer is full: the program does not read fast enough.",
  "term.drop.SOCKET_BACKLOG": "The socket was busy, and so much waited for it already that there was no room for more.",
  "term.drop.PROTO_MEM": "All of TCP's memory on this machine is taken (`tcp_mem`).",
  "term.drop.IP_RPFILTER":
    "An answer to its source would leave by another interface than the one it came in by: reverse path filtering (`rp_filter`) takes it for forged.",
  "term.drop.OTHERHOST": "Its MAC address is another host's: only a capture in promiscuous mode makes the card pass it up.",
  "term.drop.QDISC_DROP": "The queue before the network card was full, or its rule wants less traffic.",
  "term.drop.CPU_BACKLOG": "Packets came faster than the processor took them from its queue (`netdev_max_backlog`).",
  "term.drop.NEIGH_FAILED": "Nobody on the link answered the question for the next hop's MAC address.",
  "term.drop.IP_OUTNOROUTES": "There is no route to its destination.",
  "term.drop.PKT_TOO_BIG": "It is larger than the next link takes, and may not be split. [RFC 1191 §3]",
  "term.drop.TCP_MD5NOTFOUND": "The MD5 signature is missing that this connection wants, as routers' BGP has it. [RFC 2385]",
  "term.drop.TCP_MD5UNEXPECTED": "It has an MD5 signature, and no key is set for its sender. [RFC 2385]",
  "term.drop.TCP_MD5FAILURE": "Its MD5 signature is wrong: mostly the passwords of both ends differ. [RFC 2385]",
  "term.drop.TCP_FLAGS":
    "It has no flag that a segment must have in this state, such as ACK on a connection that is established. [RFC 9293 §3.10.7.4]",
  "term.drop.TCP_ZEROWINDOW": "Its data came although the window was closed. [RFC 9293 §3.8.6]",
  "term.drop.TCP_OLD_DATA": "All of its data had arrived before: it was sent again in vain.",
  "term.drop.TCP_OVERWINDOW": "Its data begin behind the right edge of the window: more than was allowed. [RFC 9293 §3.8.6]",
  "term.drop.TCP_OFOMERGE": "Its data are there already, among those that came out of order.",
  "term.drop.TCP_RFC7323_PAWS":
    "Its timestamp is older than the latest one: a segment from the past, or another machine behind the same address. [RFC 7323 §5]",
  "term.drop.TCP_OLD_SEQUENCE":
    "It ends before the number that is expected next: a duplicate. It is answered with an ACK. [RFC 9293 §3.10.7.4]",
  "term.drop.TCP_INVALID_SEQUENCE": "Its sequence number lies outside the window. [RFC 9293 §3.10.7.4]",
  "term.drop.TCP_RESET": "An RST ended the connection, and is done with.",
  "term.drop.TCP_INVALID_SYN": "A SYN came within a connection; it is answered with a challenge ACK. [RFC 5961 §4]",
  "term.drop.TCP_CLOSE": "The socket is closed.",
  "term.drop.TCP_OLD_ACK": "It acknowledges less than what has been acknowledged already.",
  "term.drop.TCP_TOO_OLD_ACK": "It acknowledges what lies more than a window back. [RFC 5961 §5]",
  "term.drop.TCP_ACK_UNSENT_DATA": "It acknowledges data that were never sent. [RFC 9293 §3.10.7.4]",
  "term.drop.TCP_OFO_QUEUE_PRUNE":
    "Memory was short, so data that had come out of order were thrown away: the other side has to send them again.",
  "term.drop.TCP_OFO_DROP": "Its data have been received already.",

  "term.counter":
    "It counts all connections of the machine (of a network namespace), since it was started: two readings, some time apart, tell more than one. `nstat` prints what was added since its last call.",
  "term.counter.ActiveOpens": "It sent a SYN: a program here called another host. [RFC 4022]",
  "term.counter.PassiveOpens": "It answered a SYN with SYN,ACK: somebody called a program here. [RFC 4022]",
  "term.counter.AttemptFails": "A handshake failed: the port was closed, nobody answered, or the caller gave up. [RFC 4022]",
  "term.counter.EstabResets": "An established connection ended at once, by an RST or a time limit, not by FIN. [RFC 4022]",
  "term.counter.CurrEstab":
    "So many connections are established now, or wait in CLOSE-WAIT: a level, not a count of events. [RFC 4022]",
  "term.counter.RetransSegs":
    "Segments sent again, for whatever reason. Beside `OutSegs` it says how much is lost on the way. [RFC 4022]",
  "term.counter.InErrs": "Segments that came with an error, such as a wrong checksum. [RFC 4022]",
  "term.counter.InCsumErrors": "Segments whose checksum did not fit: damaged on their way. [RFC 9293 §3.1]",
  "term.counter.OutRsts": "Segments sent with RST: mostly answers to a SYN for a port on which nobody listens. [RFC 9293 §3.5.2]",
  "term.counter.ListenOverflows":
    "The queue of finished handshakes of a listening socket was full: the program does not call `accept` fast enough, or its `backlog` (bounded by `somaxconn`) is small. The segment is dropped, and the caller tries again.",
  "term.counter.ListenDrops":
    "A listening socket dropped a segment of a handshake, for whatever reason: all that `ListenOverflows` counts, and where memory was missing too.",
  "term.counter.SyncookiesSent":
    "A SYN,ACK whose sequence number is a cookie: too many handshakes were waiting, so nothing is remembered until the ACK brings it back. [RFC 4987 §3.6]",
  "term.counter.SyncookiesRecv": "An ACK brought back a cookie that fits: the connection is established. [RFC 4987 §3.6]",
  "term.counter.SyncookiesFailed": "An ACK came with a cookie that does not fit: too old, or made up. [RFC 4987 §3.6]",
  "term.counter.TCPReqQFullDoCookies":
    "The queue of half-open handshakes was full: a SYN was answered with a cookie instead of being dropped.",
  "term.counter.TCPReqQFullDrop": "The queue of half-open handshakes was full, and cookies are off: the SYN was dropped.",
  "term.counter.EmbryonicRsts": "An RST came where the third segment of a handshake was expected.",
  "term.counter.TCPTimeouts":
    "The retransmission timer ran out: no ACK came in time, and neither duplicates nor SACK told of the loss before. The congestion window falls to one segment. [RFC 6298 §5] [RFC 5681 §3.1]",
  "term.counter.TCPFastRetrans":
    "Segments sent again before a timeout, because duplicate ACKs or SACK told of a loss. [RFC 5681 §3.2]",
  "term.counter.TCPSlowStartRetrans": "Segments sent again after a timeout, while the congestion window grows anew.",
  "term.counter.TCPLostRetransmit": "What was sent again was lost again, as SACK tells.",
  "term.counter.TCPRetransFail": "A segment could not be handed on to be sent again: the queue below was full.",
  "term.counter.TCPSynRetrans": "SYN and SYN,ACK sent again: whoever was called does not answer, or the answer is lost.",
  "term.counter.TCPLossProbes":
    "A tail loss probe: when no ACK comes, the last segment is sent once more (or a new one), so that SACK shows what is missing before the timeout. [RFC 8985 §7]",
  "term.counter.TCPLossProbeRecovery": "A tail loss probe found a loss and mended it, without a timeout. [RFC 8985 §7]",
  "term.counter.TCPSackRecovery": "Fast recovery began because SACK told of a loss. [RFC 6675]",
  "term.counter.TCPRenoRecovery": "Fast recovery began by duplicate ACKs alone: the other end has no SACK. [RFC 5681 §3.2]",
  "term.counter.TCPSACKReorder": "SACK showed that segments had only come in another order: nothing was lost.",
  "term.counter.TCPSpuriousRTOs": "A timeout had been too early, as the next ACKs show: nothing was lost. [RFC 5682]",
  "term.counter.TCPDSACKRecv":
    "The other end says by DSACK that it got something twice: it had been sent again in vain. [RFC 2883]",
  "term.counter.TCPDSACKOldSent": "What came had been acknowledged before; a DSACK told the other end so. [RFC 2883]",
  "term.counter.TCPDSACKUndo":
    "DSACK showed that all had been sent again in vain: the congestion window got its old size back. [RFC 3708]",
  "term.counter.TCPOFOQueue": "Data came out of order and wait for what is missing before them.",
  "term.counter.OfoPruned": "Memory was short: data that had come out of order were thrown away, and must be sent again.",
  "term.counter.TCPRcvCollapsed":
    "Memory was short: received segments were copied together into fewer buffers, which costs time.",
  "term.counter.PruneCalled":
    "The receive buffer held more than it may: the kernel tried to make room. The program does not read fast enough.",
  "term.counter.RcvPruned": "There was no room for a segment even after all was pruned: it was dropped.",
  "term.counter.TCPBacklogDrop": "The socket was busy, and so much waited for it already that the segment was dropped.",
  "term.counter.TCPRcvQDrop": "There was no memory to put a segment into the receive queue: it was dropped.",
  "term.counter.TCPZeroWindowDrop": "Data came although the window was closed: they were dropped. [RFC 9293 §3.8.6]",
  "term.counter.TCPToZeroWindowAdv":
    "The window was closed: a segment told the other end to wait, since the program does not read. [RFC 9293 §3.8.6]",
  "term.counter.TCPFromZeroWindowAdv": "The window opened again. [RFC 9293 §3.8.6]",
  "term.counter.TCPWantZeroWindowAdv":
    "The window should have been closed, but may not be taken back that far. [RFC 9293 §3.8.6]",
  "term.counter.PAWSEstab":
    "A segment was dropped whose timestamp is older than the last one: a late duplicate, or several hosts behind one address. [RFC 7323 §5]",
  "term.counter.TCPTimeWaitOverflow":
    "More connections were in TIME-WAIT than `tcp_max_tw_buckets` allows: one was closed at once.",
  "term.counter.TCPChallengeACK": "An ACK was sent to ask whether an RST or SYN within a connection was meant so. [RFC 5961]",
  "term.counter.TCPSYNChallenge": "A SYN came within a connection; a challenge ACK answered it. [RFC 5961 §4]",
  "term.counter.TCPACKSkippedSeq":
    "An ACK for a segment outside the window was not sent: there had been enough of them shortly before.",
  "term.counter.TCPAbortOnData":
    "Data came for a connection that the program had closed, or it closed one with a linger time of 0: an RST was sent.",
  "term.counter.TCPAbortOnClose":
    "The program closed a connection without having read all that had come: an RST is sent instead of FIN. [RFC 2525 §2.17]",
  "term.counter.TCPAbortOnTimeout":
    "A connection was given up because no answer came to anything that was sent again, or to keep-alives. [RFC 9293 §3.8.3]",
  "term.counter.TCPAbortOnMemory":
    "A connection was given up for want of memory, or because too many were closed by programs that are gone (`tcp_max_orphans`).",
  "term.counter.TCPAbortOnLinger": "A closed connection did not wait for the other end's FIN, as the program wanted it.",
  "term.counter.TCPKeepAlive": "A keep-alive was sent, to see whether the other end is still there. [RFC 9293 §3.8.4]",
  "term.counter.DelayedACKs":
    "An ACK that had waited for data to travel with was sent by itself, when its time was up. [RFC 9293 §3.8.6.3]",
  "term.counter.DelayedACKLost":
    "The same data came again: the other end may have waited too long for an ACK, so that the next ones go at once.",
  "term.counter.TCPHPHits": "Segments that were just what was expected next, and took the short way through the kernel.",
  "term.counter.TCPPureAcks": "ACKs without data.",
  "term.counter.TCPMemoryPressures": "All connections together took more memory than `tcp_mem` likes: windows are kept smaller.",
  "term.counter.TCPDeferAcceptDrop":
    "The handshake's last ACK was passed over: the program wants to hear of a connection only when data come.",

  "term.congestion.Open": "Nothing speaks of a loss: every ACK acknowledges something new.",
  "term.congestion.Disorder": "Duplicate ACKs or SACK came, too few yet to call it a loss: it may be another order alone.",
  "term.congestion.CWR":
    "The congestion window is made smaller without a loss: ECN told of congestion, or a queue of this machine was full. The flag CWR tells the other end of the former. [RFC 3168 §6.1.2]",
  "term.congestion.Recovery":
    "Fast recovery: what duplicate ACKs or SACK show to be lost is sent again, with a smaller congestion window. [RFC 6675]",
  "term.tracer.retransmission": "A segment is sent again: its timer ran out, or ACKs show that it was lost. [RFC 9293 §3.8.1]",
  "term.tracer.lossProbe":
    "A tail loss probe: for some two round trips no ACK came, so the last segment is sent again, or the next one, to draw an ACK before the timer runs out. [RFC 8985 §7]",
  "term.setting.tcp_syncookies":
    "When too many connections are half-open, the SYN,ACK carries a cookie in its number, and nothing is kept until the third segment brings it back. [RFC 4987 §3.6]",
  "term.setting.tcp_max_syn_backlog":
    "How many half-open connections (SYN-RECEIVED) are kept for those who listen; the backlog of listen() and `somaxconn` are limits too.",
  "term.setting.somaxconn":
    "The most that listen() may ask for: so many open connections wait for accept(). Whatever comes then is counted as ListenOverflows.",
  "term.setting.tcp_abort_on_overflow":
    "1: when no more connections may wait for accept(), the third segment of the handshake is answered with an RST. 0: it is dropped, and the client goes on as if the connection were open.",
  "term.setting.tcp_syn_retries":
    "How often a SYN is sent again before connect() gives up; each wait is twice as long, from 1 s on. [RFC 6298 §5]",
  "term.setting.tcp_synack_retries": "How often a SYN,ACK is sent again before the half-open connection is given up.",
  "term.setting.tcp_retries1":
    "After so many retransmissions in a row IP is asked whether there is a better route. [RFC 9293 §3.8.3]",
  "term.setting.tcp_retries2":
    "After about so many retransmissions in a row the connection is given up (ETIMEDOUT): 15 makes a quarter of an hour. [RFC 9293 §3.8.3]",
  "term.setting.tcp_orphan_retries": "How often something is sent again on a connection that no program has any more.",
  "term.setting.tcp_fin_timeout":
    "How long, in seconds, a connection that no program has may wait in FIN-WAIT-2 for the other side's FIN. How long TIME-WAIT lasts is another matter: 60 s, fixed.",
  "term.setting.tcp_tw_reuse":
    "Whether an outgoing connection may take over addresses and ports that are in TIME-WAIT; timestamps tell old segments apart. To who is called it does nothing. [RFC 6191]",
  "term.setting.tcp_tw_recycle":
    "Ended TIME-WAIT early by the timestamps of the other host; of several clients behind one NAT some were then refused. Gone since Linux 4.12.",
  "term.setting.tcp_max_tw_buckets": "How many connections may be in TIME-WAIT; any more end at once, without it.",
  "term.setting.tcp_timestamps":
    "Whether SYNs offer timestamps, which measure round trips and tell old segments from new ones. [RFC 7323 §3]",
  "term.setting.tcp_window_scaling":
    "Whether SYNs offer to scale windows: without it none is larger than 65535 bytes. [RFC 7323 §2]",
  "term.setting.tcp_sack": "Whether SYNs offer selective acknowledgments. [RFC 2018 §2]",
  "term.setting.tcp_dsack": "Whether a SACK tells of data that came twice. [RFC 2883]",
  "term.setting.tcp_keepalive_time":
    "After so many seconds in which nothing came, a connection with SO_KEEPALIVE is probed. [RFC 9293 §3.8.4]",
  "term.setting.tcp_keepalive_intvl": "So many seconds pass between one keep-alive probe and the next. [RFC 9293 §3.8.4]",
  "term.setting.tcp_keepalive_probes":
    "After so many keep-alive probes without an answer the connection is given up. [RFC 9293 §3.8.4]",
  "term.setting.tcp_rmem": "Least, usual and largest receive buffer of a connection, in bytes: its window is a part of that.",
  "term.setting.tcp_wmem":
    "Least, usual and largest send buffer of a connection, in bytes: data stays in it until it is acknowledged.",
  "term.setting.tcp_mem":
    "Memory of all connections together, in pages: above the second number buffers stop to grow, at the third data is dropped.",
  "term.setting.tcp_moderate_rcvbuf":
    "Whether the receive buffer, and the window with it, grows as fast as the application reads.",
  "term.setting.tcp_slow_start_after_idle": "Whether the congestion window is small again after a pause. [RFC 5681 §4.1]",
  "term.setting.tcp_congestion_control":
    "Which algorithm sizes the congestion window of new connections: `cubic`, `bbr`, `reno`.",
  "term.setting.tcp_ecn":
    "Explicit congestion notification: 1 offers it in SYNs, 2 takes it where the other side offers it, 0 does neither. [RFC 3168 §6.1]",
  "term.setting.tcp_fastopen": "Whether a SYN may carry data: 1 as a client, 2 as a server, 3 as both. [RFC 7413]",
  "term.setting.tcp_mtu_probing":
    "Whether the size of segments is found by trying, where no ICMP tells of the path's MTU: 1 once data keeps getting lost, 2 always. [RFC 4821]",
  "term.setting.tcp_no_metrics_save": "1: what a connection learned of its path is not kept for the next one to the same host.",
  "term.setting.tcp_max_orphans": "How many connections may be left that no program has any more; any more are reset.",
  "term.setting.tcp_rfc1337": "1: an RST does not end TIME-WAIT. [RFC 1337]",
  "term.setting.tcp_reordering": "So many segments late one may be at first without counting as lost. [RFC 5681 §3.2]",
  "term.setting.tcp_notsent_lowat":
    "With more bytes than this in the send buffer that were not sent yet, a program is not asked for more.",
  "term.setting.ip_local_port_range": "Between which ports the system picks one for an outgoing connection. [RFC 6335 §6]",
  "term.congestion.Loss":
    "A timeout: all that was sent and is not in a SACK counts as lost, and the congestion window grows anew from one segment. [RFC 5681 §3.1]",
} as const;
