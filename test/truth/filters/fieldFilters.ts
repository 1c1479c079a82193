/** Display filters that Wireshark 4.0 takes: fields and protocols that are there, and what the analysis says. */
export const fieldFilters: Readonly<Record<string, readonly string[]>> = {
  nothing: ["", " "],
  "a protocol is there": [
    ..."frame eth ip ipv6 tcp udp vlan mpls gre vxlan geneve gtp ppp sll llc fddi wlan radiotap ppi nflog null chdlc ah".split(
      " ",
    ),
    ..."etherip tcp.options.mss tcp.options.nop tcp.options.wscale tcp.options.sack_perm tcp.options.sack".split(" "),
    ..."tcp.options.timestamp tcp.options.md5 tcp.options.user_to tcp.options.qs ipv6.hopopts ipv6.dstopts".split(" "),
    ..."ipv6.routing ipv6.fraghdr pppoes .tcp".split(" "),
  ],
  "a field is there": [
    ..."tcp.port tcp.flags.syn tcp.len tcp.stream tcp.seq tcp.nxtseq tcp.payload tcp.options tcp.window_size".split(" "),
    ..."tcp.window_size_scalefactor tcp.checksum.status tcp.time_delta tcp.time_relative tcp.seq_raw tcp.ack_raw".split(" "),
    ..."tcp.options.mss_val tcp.options.wscale.shift tcp.options.wscale.multiplier tcp.options.timestamp.tsval".split(" "),
    ..."tcp.options.sack_le tcp.options.sack_re tcp.options.sack.count tcp.flags.str tcp.urgent_pointer".split(" "),
    ..."tcp.connection.syn tcp.connection.synack tcp.connection.fin tcp.connection.rst".split(" "),
    ..."ip.addr ip.host ip.opt.type ip.flags.mf ipv6.addr ipv6.nxt ipv6.host ipv6.flow ipv6.routing.type".split(" "),
    ..."ipv6.fraghdr.offset eth.addr eth.type eth.len eth.ig eth.src.lg vlan.id vlan.priority vlan.dei".split(" "),
    ..."mpls.label mpls.bottom udp.port udp.length udp.payload vxlan.vni gre.proto gre.key gtp.teid geneve.vni".split(" "),
    ..."ppp.protocol null.family llc.dsap frame.time frame.time_delta frame.cap_len frame.protocols".split(" "),
  ],
  "rare options": [
    ..."tcp.options.tfo.request tcp.options.tfo.cookie tcp.options.experimental.exid tcp.options.acc_ecn.ee0b".split(" "),
    ..."tcp.options.scps.vector tcp.options.scpsflags.bets tcp.options.rvbd.probe.prober tcp.options.rvbd.trpy.src.ip".split(" "),
    ..."tcp.options.tarr.rate tcp.options.snack.offset tcp.options.mptcp.dseqn8.flag tcp.options.scps".split(" "),
    ...["tcp.options.tfo.cookie contains c0:c1", "tcp.options.scps.vector & 0x80", "tcp.options.rvbd.probe.version == 1"],
  ],
  "who speaks to whom on the air": [
    ..."wlan.addr wlan.ra wlan.ta wlan.da wlan.sa wlan.bssid !wlan.bssid".split(" "),
    ...["ra", "ta", "da", "sa", "bssid", "addr"].flatMap((who) =>
      [1, 2, 3, 4].map((last) => `wlan.${who} == 02:00:00:00:00:0${last}`),
    ),
    ...["wlan.addr != 02:00:00:00:00:04", "all wlan.addr != 02:00:00:00:00:01", "wlan.sa == wlan.ta", "wlan.da != wlan.ra"],
  ],
  "what the congestion flags count": [
    ..."tcp.flags.ace tcp.flags.ae tcp.flags.cwr !tcp.flags.ece".split(" "),
    ...["tcp.flags.ace == 3", "tcp.flags.ace & 4", "tcp.flags.cwr == 1", "tcp.flags.ece == 0 || tcp.flags.ace > 1"],
    ...["tcp.flags.cwr in {1}", "tcp.flags.ae == 1 and tcp.flags.syn == 1"],
  ],
  "what the analysis says": [
    ..."ack_lost_segment duplicate_ack fast_retransmission keep_alive keep_alive_ack lost_segment out_of_order".split(" "),
    ..."retransmission reused_ports spurious_retransmission tfo_ack tfo_ignored tfo_syn window_full window_update".split(" "),
    ..."zero_window zero_window_probe zero_window_probe_ack flags acks_frame ack_rtt rto rto_frame".split(" "),
    ..."duplicate_ack_num duplicate_ack_frame bytes_in_flight push_bytes_sent".split(" "),
  ]
    .map((name) => `tcp.analysis.${name}`)
    .concat([
      "!tcp.analysis.flags",
      "tcp && !tcp.analysis.flags",
      "tcp.analysis.retransmission && !tcp.analysis.fast_retransmission",
      "tcp.analysis.flags && !tcp.analysis.window_update",
      "tcp.analysis.ack_rtt > 0.2",
      "tcp.analysis.ack_rtt < 0.001",
      "tcp.analysis.ack_rtt in {0.01 .. 0.1}",
      "tcp.analysis.duplicate_ack_num > 2",
      "tcp.analysis.duplicate_ack_frame < frame.number",
      "tcp.analysis.acks_frame == 1",
      "tcp.analysis.acks_frame > 2",
      "tcp.analysis.rto > 0.3",
      "tcp.analysis.bytes_in_flight > 2000",
      "tcp.analysis.bytes_in_flight == tcp.len",
      "tcp.analysis.push_bytes_sent >= 100",
    ]),
};
