import { describeMentions } from "../dsl/describeMentions";

/** Own lines in the forms that tcpdump 3 and 4 print, and what people and mails make of them. */
describeMentions("mentions in lines of tcpdump", {
  "tcpdump 4": [
    ["⟦14:58:04.199325⟧ IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [S], seq 7, win 9, length 0", "frame.time"],
    ["14:58:04.199325 IP ⟦10.1.2.3⟧.4000 > 10.1.2.4.80: Flags [S], seq 7, win 9, length 0", "ip.src"],
    ["14:58:04.199325 IP 10.1.2.3.⟦4000⟧ > 10.1.2.4.80: Flags [S], seq 7, win 9, length 0", "tcp.srcport"],
    ["14:58:04.199325 IP 10.1.2.3.4000 > 10.1.2.4.⟦idmgratm⟧: Flags [S], seq 7, win 9, length 0", "tcp.dstport"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: ⟦Flags [S]⟧, seq 7, win 9, length 0", "tcp.flags"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: ⟦Flags [none]⟧, win 9, length 0", "tcp.flags"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: ⟦Flags [SEW]⟧, seq 7, win 9, length 0", "tcp.flags"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: ⟦Flags [SYN.ACK]⟧, seq 7, ack 8, win 9, length 0", "tcp.flags"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [PUSH.ACK], ⟦seq 1:11⟧, ack 8, win 9, length 10", "tcp.seq_raw"],
    ["and then ⟦Flags [FIN, ACK]⟧, seq 7, ack 8", "tcp.flags"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [P.], ⟦seq 1:1461⟧, ack 1, win 229, length 1460: HTTP", "tcp.seq_raw"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [P.], seq 1:1461, ⟦ack 1⟧, win 229, length 1460: HTTP", "tcp.ack_raw"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [P.], seq 1:1461, ack 1, ⟦win 229⟧, length 1460", "tcp.window_size_value"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [P.U], seq 1:2, ack 1, win 229, ⟦urg 3⟧, length 1", "tcp.urgent_pointer"],
    ["IP 10.1.2.3.4000 > 10.1.2.4.80: Flags [.], ack 1, win 229, ⟦length 0⟧", "tcp.payload"],
    ["IP6 ⟦2001:db8::1⟧.4000 > 2001:db8::2.80: Flags [.], ack 1, win 229, length 0", "ipv6.src"],
    ["IP6 2001:db8::1.4000 > 2001:db8::2.⟦80⟧: Flags [.], ack 1, win 229, length 0", "tcp.dstport"],
    ["IP6 ::1 > ::2: frag (0|24) ⟦4000⟧ > 80: Flags [.], ack 1, win 2, length 0", "tcp.srcport"],
    ["IP 1.1.1.1 > 2.2.2.2: GREv0, length 64: IP 10.1.2.3.4000 > ⟦10.1.2.4⟧.80: Flags [.], ack 1, win 2, length 0", "ip.dst"],
    ["10.1.2.3.4000 > 10.1.2.4.80: ⟦tcp 41⟧", "tcp.payload"],
    ["They say `⟦Flags [S.]⟧` and nothing else.", "tcp.flags"],
  ],
  "tcpdump, coloured by what searched it": [
    [
      "\x1b[01;31m\x1b[K10:00:00.1\x1b[m\x1b[K IP 10.1.2.3.80 > 10.1.2.4.81: Flags [S.], ⟦seq 5⟧, ack 6, win 7, length 0",
      "tcp.seq_raw",
    ],
    ["a socket in ^[[33m⟦TIME_WAIT⟧^[[0m", "TIME-WAIT"],
  ],
  "tcpdump's options": [
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [⟦mss 1460⟧,sackOK,eol], length 0", "tcp.options.mss_val"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [mss 1460,⟦sackOK⟧,eol], length 0", "tcp.options.sack_perm"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [mss 1460,sackOK,⟦eol⟧], length 0", "tcp.options.eol"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [mss 1460,sackOK,eol], ⟦length 0⟧", "tcp.payload"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ack 7, win 9, options [nop,⟦nop⟧,TS val 5 ecr 4], length 0", "tcp.options.nop"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ack 7, win 9, options [⟦TS val 5⟧ ecr 4], length 0", "tcp.options.timestamp.tsval"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ack 7, win 9, options [TS val 5 ⟦ecr 4⟧], length 0", "tcp.options.timestamp.tsecr"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [nop,⟦wscale 7⟧], length 0", "tcp.options.wscale.shift"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ack 7, win 9, options [nop,⟦sack 2 {9:12}{15:18}⟧], length 0", "tcp.options.sack"],
    [
      "IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [⟦mptcp 12 capable v0 csum {0x1f}⟧], length 0",
      "tcp.options.mptcp",
    ],
    [
      "IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [nop,⟦mptcp 20 capable v0 flags [AH] csum {0x9b,0xd0}⟧], length 0",
      "tcp.options.mptcp",
    ],
    [
      "IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [nop,mptcp 20 capable v0 flags [AH] csum {0x9b,0xd0}], ⟦length 0⟧",
      "tcp.payload",
    ],
    ["csam.1 > rtsg.2: Flags [S.], ⟦seq, 7:7⟧, ack 8, win 4096, opts [mss 1024]", "tcp.seq_raw"],
    ["csam.1 > rtsg.2: Flags [S.], seq, 7:7, ack 8, win 4096, opts [⟦mss 1024⟧]", "tcp.options.mss_val"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ⟦cksum 0x5284⟧, ack 8, win 9, length 0", "tcp.checksum"],
    [
      "IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], cksum 0x5284, ack 8, win 9, options [nop,nop,⟦TS val 5⟧ ecr 4], length 0",
      "tcp.options.timestamp.tsval",
    ],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [⟦exp-tfo cookiereq⟧], length 0", "tcp.options.tfo"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [⟦unknown-76 0x0101⟧,nop], length 0", "tcp.options.unknown"],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: Flags [S], seq 7, win 9, options [mss 1460,sackOK,⟦[|tcp]⟧>", "tcp.cut"],
  ],
  "tcpdump -v and -e": [
    [
      "9:0\n12:00:00.000001 IP (⟦tos 0x0⟧, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], cksum 0x1 (correct), ack 1, win 2, length 0",
      "ip.dsfield",
    ],
    [
      "IP (tos 0x0, ⟦ttl 64⟧, id 7, offset 0, flags [DF], proto TCP (6), length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "ip.ttl",
    ],
    [
      "IP (tos 0x0, ttl 64, ⟦id 7⟧, offset 0, flags [DF], proto TCP (6), length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "ip.id",
    ],
    [
      "IP (tos 0x0, ttl 64, id 7, offset 0, ⟦flags [DF]⟧, proto TCP (6), length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "ip.flags",
    ],
    [
      "IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], ⟦proto TCP (6)⟧, length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "ip.proto",
    ],
    [
      "IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), ⟦length 52⟧)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "ip.len",
    ],
    [
      "IP (tos 0x0, ttl 64, id 7, proto TCP (6), length 52)\n    10.1.2.3.4 > 10.1.2.4.80: Flags [.], ⟦cksum 0x6daa (incorrect -> 0x2e06)⟧, ack 1, win 2, length 0",
      "tcp.checksum",
    ],
    [
      "IP6 (flowlabel 0x1, ⟦hlim 64⟧, next-header TCP (6) payload length: 20) ::1.37 > ::1.80: Flags [.], ack 1, win 2, length 0",
      "ipv6.hlim",
    ],
    [
      "12:00:00.000001 ⟦00:1b:21:3c:4d:5e⟧ > 00:1b:21:3c:4d:5f, ethertype IPv4 (0x0800), length 54: 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "eth.src",
    ],
    [
      "12:00:00.000001 00:1b:21:3c:4d:5e > 00:1b:21:3c:4d:5f, ethertype IPv4 (0x0800), ⟦length 54⟧: 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      "frame.len",
    ],
    ["12:00:00.000001 ⟦eth0⟧  In  IP 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0", "frame.interface"],
    ["12:00:00.000001 eth0  ⟦In⟧  IP 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0", "frame.direction"],
    ["⟦2020-10-31 20:44:08.000001⟧ IP 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0", "frame.time"],
    ["⟦1604177048.000001⟧ IP 10.1.2.3.4 > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0", "frame.time"],
    ["12:00:00.000001 host.example.⟦1657⟧ > 10.1.2.3.domain: 7+ A? example.org. (29)", "udp.srcport"],
    ["12:00:00.000001 IP 10.1.2.3.⟦5353⟧ > 224.0.0.251.5353: UDP, length 40", "udp.srcport"],
  ],
  "tcpdump before version 4, as mail wrapped it": [
    ["21:27:44.684964 tern.ftp > wren.32778: ⟦P⟧ 1:42(41) ack 1 win\n17316 <nop,nop,timestamp 466808 920202> (DF)", "tcp.flags"],
    [
      "21:27:44.684964 tern.ftp > wren.32778: P ⟦1:42(41)⟧ ack 1 win\n17316 <nop,nop,timestamp 466808 920202> (DF)",
      "tcp.seq_raw",
    ],
    [
      "21:27:44.684964 tern.ftp > wren.32778: P 1:42(41) ack 1 win\n⟦17316⟧ <nop,nop,timestamp 466808 920202> (DF)",
      "tcp.window_size_value",
    ],
    [
      "21:27:44.684964 tern.ftp > wren.32778: P 1:42(41) ack 1 win\n17316 <nop,nop,timestamp 466808 ⟦920202⟧> (DF)",
      "tcp.options.timestamp.tsecr",
    ],
    ["21:27:44.684964 tern.ftp > wren.32778: P 1:42(41) ack 1 win\n17316 <nop,nop,timestamp 466808 920202> (⟦DF⟧)", "ip.flags"],
    ["> 21:27:44.6849 tern.ftp > wren.32778: S\n> ⟦7:7(0)⟧ win 5808 <mss 1412>", "tcp.seq_raw"],
    ["a.1 > b.2: ⟦R⟧ [bad tcp cksum 1!] 0:0(0) ack 7 win 0 (ttl 255, id 72, len 40)", "tcp.flags"],
    ["a.1 > b.2: R ⟦[bad tcp cksum 1!]⟧ 0:0(0) ack 7 win 0 (ttl 255, id 72, len 40)", "tcp.checksum"],
    ["a.1 > b.2: R [bad tcp cksum 1!] 0:0(0) ack 7 win 0 (ttl 255, id 72, ⟦len 40⟧)", "ip.len"],
    ["// a.1 > b.2: . ack 7 ⟦win 4096⟧", "tcp.window_size_value"],
  ],
});
