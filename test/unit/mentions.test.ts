import { strict as assert } from "node:assert";
import fc from "fast-check";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, nameOf, pointed } from "../dsl/pointed";

/** Own lines in the forms that tcpdump 3 and 4, tshark, netstat and ss, firewalls and probes print, and that people make of them. */
const table: Readonly<Record<string, readonly (readonly [marked: string, name: string])[]>> = {
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
  "Wireshark's rows": [
    ["⟦52296⟧ → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460", "tcp.srcport"],
    ["52296 → 80 ⟦[SYN]⟧ Seq=0 Win=64240 Len=0 MSS=1460", "tcp.flags"],
    ["52296 → 80 [SYN] ⟦Seq=0⟧ Win=64240 Len=0 MSS=1460", "tcp.seq_raw"],
    ["52296 → 80 [SYN] Seq=0 ⟦Win=64240⟧ Len=0 MSS=1460", "tcp.window_size_value"],
    ["52296 → 80 [SYN] Seq=0 Win=64240 ⟦Len=0⟧ MSS=1460", "tcp.payload"],
    ["52296 → 80 [SYN] Seq=0 Win=64240 Len=0 ⟦MSS=1460⟧", "tcp.options.mss_val"],
    ["52296 → 80 [SYN] Seq=0 Win=64240 Len=0 ⟦WS=256⟧ SACK_PERM", "tcp.options.wscale.shift"],
    ["52296 → 80 [SYN] Seq=0 Win=64240 Len=0 WS=256 ⟦SACK_PERM=1⟧ TSval=5 TSecr=0", "tcp.options.sack_perm"],
    ["52296 → 80 [SYN] Seq=0 Win=64240 Len=0 WS=256 SACK_PERM=1 ⟦TSval=5⟧ TSecr=0", "tcp.options.timestamp.tsval"],
    ["52296 → 80 [ACK] Seq=1 Ack=1461 Win=64240 Len=0 ⟦SLE=2921 SRE=4381⟧", "tcp.options.sack"],
    ["10.0.0.7\t192.0.2.1\tTCP\t66\t\t52296 → 80 \t⟦[SYN]⟧ Seq=0 Win=64240 Len=0", "tcp.flags"],
    ["⟦10.0.0.7⟧\t192.0.2.1\tTCP\t66\t\t52296 → 80 \t[SYN] Seq=0 Win=64240 Len=0", "ip.src"],
    ["10.0.0.7\t192.0.2.1\tTCP\t⟦66⟧\t\t52296 → 80 \t[SYN] Seq=0 Win=64240 Len=0", "frame.len"],
    ["⟦12⟧ 0.310007 10.0.0.7 → 192.0.2.1 TCP 66 52296 → 80 [SYN] Seq=0 Win=64240 Len=0", "frame.number"],
    ["12 ⟦0.310007⟧ 10.0.0.7 → 192.0.2.1 TCP 66 52296 → 80 [SYN] Seq=0 Win=64240 Len=0", "frame.time"],
    ["12 0.310007 10.0.0.7 → 192.0.2.1 ⟦TCP⟧ 66 52296 → 80 [SYN] Seq=0 Win=64240 Len=0", "frame.protocol"],
    ["⟦[TCP Retransmission]⟧ 52296 → 80 [PSH, ACK] Seq=1 Ack=1 Win=502 Len=5", "tcp.mark"],
    ["⟦[TCP Dup ACK 12#3]⟧ 52296 → 80 [ACK] Seq=1 Ack=1 Win=502 Len=0", "tcp.mark"],
    ["Wireshark marks it ⟦[TCP Zero Window]⟧ then.", "tcp.mark"],
    ["12345   12.310007 10.0.0.7 → 192.0.2.1 TCP 66 52296 → 80 ⟦[SYN]⟧ Seq=0 Win=64240 Len=0", "tcp.flags"],
    ["TCP 的 SYN 带有 MSS=1460, ⟦SACK_PERM=1⟧, TSval=7", "tcp.options.sack_perm"],
    ["TCP 的 SYN 带有 MSS=1460, SACK_PERM=1, ⟦TSval=7⟧", "tcp.options.timestamp.tsval"],
    ['198 号包显示 ⟦"TCP Dup ACK 192#1"⟧ 和乱序', "tcp.mark"],
    ["Wireshark 标出了⟦“TCP Previous segment not captured”⟧", "tcp.mark"],
    ["   7   0.302591     10.0.0.7 -> 10.0.0.15    ⟦SSH⟧ 92 Client: Encrypted packet (len=36)", "frame.protocol"],
    ["   7   0.302591     10.0.0.7 -> 10.0.0.15    SSH ⟦92⟧ Client: Encrypted packet (len=36)", "frame.len"],
    [
      "12 1.25 10.0.0.7 10.0.0.15 TLSv1.3 583 Client Hello\n13 1.250 ⟦2001:db8::7⟧ 2001:db8::f HTTP 145 GET / HTTP/1.1",
      "ipv6.src",
    ],
    ["| 10.0.0.7 | 192.0.2.1 | TCP | 66 | 52296 → 80 | ⟦[SYN]⟧ | Seq=0 Win=64240 Len=0 |", "tcp.flags"],
    ["| 10.0.0.7 | 192.0.2.1 | TCP | 66 | ⟦52296⟧ → 80 [SYN] Seq=0 Win=64240 Len=0 |", "tcp.srcport"],
    ["52296 → 80 ⟦[ACK, ACE=2]⟧ Seq=1 Ack=1 Win=9 Len=0", "tcp.flags"],
    ["52296 → 80 [ACK] Seq=1 Ack=1 Win=9 Len=0 ⟦EE0B=1⟧ WS=128", "tcp.options.acc_ecn"],
    ["⟦http⟧ > 52296 [ACK] Seq=1 Ack=1 Win=502 Len=0", "tcp.srcport"],
    ["52296 → 80 ⟦[<None>]⟧ Seq=1 Win=502 Len=0", "tcp.flags"],
  ],
  "labels of diagrams": [
    ["TCP:\n- ⟦1025(1024)⟧ ack 1 win 4096", "tcp.seq_raw"],
    ["TCP:\n- 1025(1024) ⟦ack 1⟧ win 4096", "tcp.ack_raw"],
    ["TCP:\n- 1025(1024) ack 1 ⟦win 4096⟧", "tcp.window_size_value"],
    ["⟦SYN⟧ 8000(0) ack 1, <mss 1024>", "tcp.flags"],
    ["第二次握手\n\n- ⟦8000(0)⟧：服务器的随机序号", "tcp.seq_raw"],
    ["滑动窗口 ⟦win6144⟧", "tcp.window_size_value"],
    ["三次握手\n- ⟦mss1460⟧: 最大长度", "tcp.options.mss_val"],
    ["第四次挥手 ⟦ack8194⟧ : 确认", "tcp.ack_raw"],
    ["握手时 SYN 的 ⟦Seq 号为 `24738⟧`。", "tcp.seq_raw"],
    ["TCP: the reply has ⟦ack=17⟧.", "tcp.ack_raw"],
    ["TCP: SEQ Number: 3735928559  ⟦ACK Number:  305419896⟧ ('12345678'X)", "tcp.ack_raw"],
    ["TCP: the ⟦ACK⟧ 305 of them sent", "flags 0x10"],
    ["TCP 三次握手：⟦序号为100⟧，确认号为 201，窗口为 512", "tcp.seq_raw"],
    ["TCP 三次握手：序号为100，⟦确认号为 201⟧，窗口为 512", "tcp.ack_raw"],
    ["TCP 三次握手：序号为100，确认号为 201，⟦窗口为 512⟧", "tcp.window_size_value"],
    ["三次握手的 `SYN` 包里 `⟦Sequence number` 是 0⟧", "tcp.seq_raw"],
    ["TCP：服务器返回⟦确认序号 (ack) = 4000000001⟧", "tcp.ack_raw"],
    ["The SYN has a ⟦sequence number of 1000⟧ and the reply an acknowledgment number of 1001.", "tcp.seq_raw"],
    ["The SYN has a sequence number of 1000 and the reply an ⟦acknowledgment number of 1001⟧.", "tcp.ack_raw"],
    ["the TCP ⟦window size is 512⟧ here", "tcp.window_size_value"],
  ],
  "Linux's firewall": [
    [
      "⟦IN=eth0⟧ OUT= MAC=02:00:00:00:00:02:02:00:00:00:00:01:08:00 SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "frame.interface",
    ],
    [
      "IN=eth0 OUT= ⟦SRC=10.1.2.3⟧ DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.src",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 ⟦DST=10.1.2.4⟧ LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.dst",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 ⟦LEN=60⟧ TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.len",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 ⟦TTL=64⟧ ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.ttl",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ⟦ID=7⟧ DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.id",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 ⟦DF⟧ PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "ip.flags",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP ⟦SPT=4000⟧ DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "tcp.srcport",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 ⟦DPT=80⟧ SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "tcp.dstport",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 ⟦SEQ=5⟧ ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "tcp.seq_raw",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ⟦ACK=6⟧ WINDOW=9 RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "tcp.ack_raw",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 ⟦WINDOW=9⟧ RES=0x00 ACK SYN URGP=0 OPT (020405B4)",
      "tcp.window_size_value",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ⟦ACK SYN⟧ URGP=0 OPT (020405B4)",
      "tcp.flags",
    ],
    [
      "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN ⟦URGP=0⟧ OPT (020405B4)",
      "tcp.urgent_pointer",
    ],
    [
      "IN=eth0 OUT= MAC=02:00:00:00:00:01:⟦02:00:00:00:00:02⟧:08:00 SRC=10.1.2.3 DST=10.1.2.4 PROTO=TCP SPT=1 DPT=2 WINDOW=9 RES=0x00 SYN URGP=0",
      "eth.src",
    ],
    [
      "IN=eth0 OUT= MAC=02:00:00:00:00:01:02:00:00:00:00:02:⟦08:00⟧:45:00 SRC=10.1.2.3 DST=10.1.2.4 PROTO=TCP SPT=1 DPT=2 WINDOW=9 RES=0x00 SYN URGP=0",
      "eth.type",
    ],
    [
      "SRC=2001:db8::1 DST=2001:db8::2 LEN=60 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=TCP SPT=1 DPT=2 WINDOW=9 RES=0x00 ⟦SYN⟧ URGP=0",
      "tcp.flags",
    ],
    [
      "IN= OUT=eth0 SRC=10.1.2.3 DST=10.1.2.4 PROTO=TCP SPT=1 DPT=2 ⟦WINDOW=9⟧ RES=0x00 SYN URGP=0\nIN= OUT=eth0 SRC=10.1.2.3 DST=10.1.2.4 PROTO=TCP SPT=1 DPT=2 WINDOW=8 RES=0x00 ACK URGP=0",
      "tcp.window_size_value",
    ],
  ],
  "programs that probe": [
    ["SENT (0.0343s) TCP ⟦10.1.2.3⟧:4000 > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  seq=5 ack=6 win=9 <mss 1460>", "ip.src"],
    ["SENT (0.0343s) TCP 10.1.2.3:⟦4000⟧ > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  seq=5 ack=6 win=9 <mss 1460>", "tcp.srcport"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:⟦80⟧ SA ttl=51 id=7 iplen=44  seq=5 ack=6 win=9 <mss 1460>", "tcp.dstport"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 ⟦SA⟧ ttl=51 id=7 iplen=44  seq=5 ack=6 win=9 <mss 1460>", "tcp.flags"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ⟦ttl=51⟧ id=7 iplen=44  seq=5 ack=6 win=9 <mss 1460>", "ip.ttl"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ttl=51 id=7 ⟦iplen=44⟧  seq=5 ack=6 win=9 <mss 1460>", "ip.len"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  ⟦seq=5⟧ ack=6 win=9 <mss 1460>", "tcp.seq_raw"],
    ["SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  seq=5 ⟦ack=6⟧ win=9 <mss 1460>", "tcp.ack_raw"],
    [
      "SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  seq=5 ack=6 ⟦win=9⟧ <mss 1460>",
      "tcp.window_size_value",
    ],
    [
      "SENT (0.0343s) TCP 10.1.2.3:4000 > 10.1.2.4:80 SA ttl=51 id=7 iplen=44  seq=5 ack=6 win=9 <⟦mss 1460⟧>",
      "tcp.options.mss_val",
    ],
    ["RCVD (0.04s) TCP [10.1.2.4:80 > 10.1.2.3:4000 ⟦RA⟧ ttl=64 id=0 iplen=40 seq=0 win=0 ]", "tcp.flags"],
    ["len=46 ⟦ip=10.1.2.4⟧ ttl=64 DF id=0 sport=80 flags=SA seq=1 win=9 rtt=1.0 ms", "ip.src"],
    ["len=46 ip=10.1.2.4 ttl=64 DF id=0 ⟦sport=80⟧ flags=SA seq=1 win=9 rtt=1.0 ms", "tcp.srcport"],
    ["len=46 ip=10.1.2.4 ttl=64 DF id=0 sport=80 ⟦flags=SA⟧ seq=1 win=9 rtt=1.0 ms", "tcp.flags"],
    ["len=46 ip=10.1.2.4 ttl=64 DF id=0 sport=80 flags=SA seq=1 ⟦win=9⟧ rtt=1.0 ms", "tcp.window_size_value"],
    ["IP / TCP 10.1.2.3:ftp_data > 10.1.2.4:http ⟦S⟧", "tcp.flags"],
    ["IP / TCP 10.1.2.3:ftp_data > 10.1.2.4:⟦http⟧ S", "tcp.dstport"],
    ["<IP  frag=0 proto=tcp dst=10.1.2.4 |<TCP  sport=4000 dport=80 ⟦flags=SA⟧ seq=5 ack=6 window=9 |>>", "tcp.flags"],
    ["<TCP  sport=4000 dport=80 seq=5 ack=6 dataofs=5 flags=SA ⟦window=9⟧ options=[] |>", "tcp.window_size_value"],
  ],
  "programs that probe, line after line": [
    [
      "TCP 10.1.2.3:4000 > 10.1.2.4:80 S ttl=51 ⟦win=9⟧\nTCP 10.1.2.4:80 > 10.1.2.3:4000 SA ttl=64 win=8",
      "tcp.window_size_value",
    ],
    [
      "len=46 ip=10.1.2.4 ttl=64 flags=SA seq=0 win=9 rtt=1.0 ms\nlen=46 ip=10.1.2.4 ttl=64 ⟦flags=RA⟧ seq=1 win=0 rtt=1.0 ms",
      "tcp.flags",
    ],
  ],
  "other sniffers": [
    ["2024-01-02 10:00:00.1 ⟦port1⟧ in 10.1.2.3.4000 -> 10.1.2.4.80: syn 7", "frame.interface"],
    ["2024-01-02 10:00:00.1 port1 ⟦out⟧ 10.1.2.3.4000 -> 10.1.2.4.80: syn 7", "frame.direction"],
    ["0.100 port1 in ⟦10.1.2.3⟧.4000 -> 10.1.2.4.80: syn 7", "ip.src"],
    ["0.100 port1 in 10.1.2.3.⟦4000⟧ -> 10.1.2.4.80: syn 7", "tcp.srcport"],
    ["0.100 10.1.2.3.4000 -> 10.1.2.4.⟦80⟧: psh 7 ack 8", "tcp.dstport"],
    ["0.100 port1 in 10.1.2.3.4000 -> 10.1.2.4.80: ⟦fin⟧ 7 ack 8", "tcp.flags"],
    ["0.100 port1 in 10.1.2.3.4000 -> 10.1.2.4.80: fin ⟦7⟧ ack 8", "tcp.seq_raw"],
    ["0.100 port1 in 10.1.2.3.4000 -> 10.1.2.4.80: fin 7 ⟦ack 8⟧", "tcp.ack_raw"],
    ["0.100 port1 in 10.1.2.3.4000 -> 10.1.2.4.80: ⟦ack⟧ 8", "tcp.flags"],
    ["0.100 port1 in 10.1.2.3.4000 -> 10.1.2.4.80: ack ⟦8⟧", "tcp.ack_raw"],
    ["a -> b TCP D=⟦80⟧ S=32805 Syn Seq=7 Len=0 Win=24820 Options=<nop,nop,sackOK,mss 1460>", "tcp.dstport"],
    ["a -> b TCP D=80 S=⟦32805⟧ Syn Seq=7 Len=0 Win=24820 Options=<nop,nop,sackOK,mss 1460>", "tcp.srcport"],
    ["a -> b TCP D=80 S=32805 ⟦Syn⟧ Seq=7 Len=0 Win=24820 Options=<nop,nop,sackOK,mss 1460>", "tcp.flags"],
    ["a -> b TCP D=80 S=32805 Syn Seq=7 ⟦Len=0⟧ Win=24820 Options=<nop,nop,sackOK,mss 1460>", "tcp.payload"],
    ["a -> b TCP D=80 S=32805 Syn Seq=7 Len=0 Win=24820 Options=<nop,nop,sackOK,⟦mss 1460⟧>", "tcp.options.mss_val"],
    ["a -> b TCP D=80 S=32805 Ack=7 Seq=8 Len=0 Win=9 Options=<nop,nop,⟦tstamp 5⟧ 4>", "tcp.options.timestamp.tsval"],
    ["TCP src=⟦23⟧, dst=40869, seq=7, ack=8, win=9 ACK PUSH", "tcp.srcport"],
    ["TCP src=23, dst=40869, seq=7, ack=8, ⟦win=9⟧ ACK PUSH", "tcp.window_size_value"],
    ["TCP src=23, dst=40869, seq=7, ack=8, win=9 ⟦ACK PUSH⟧", "tcp.flags"],
    [
      "01/02-10:11:12.1 ⟦10.1.2.3⟧:4000 -> 10.1.2.4:80\nTCP TTL:64 TOS:0x0 ID:1 IpLen:20 DgmLen:60 DF\n******S* Seq: 0x7  Ack: 0x0  Win: 0x16D0  TcpLen: 40",
      "ip.src",
    ],
    [
      "01/02-10:11:12.1 10.1.2.3:4000 -> 10.1.2.4:80\nTCP ⟦TTL:64⟧ TOS:0x0 ID:1 IpLen:20 DgmLen:60 DF\n******S* Seq: 0x7  Ack: 0x0  Win: 0x16D0  TcpLen: 40",
      "ip.ttl",
    ],
    ["⟦***AP***⟧ Seq: 0x7  Ack: 0x8  Win: 0x16D0  TcpLen: 32", "tcp.flags"],
    ["***AP*** ⟦Seq: 0x7⟧  Ack: 0x8  Win: 0x16D0  TcpLen: 32", "tcp.seq_raw"],
    [
      "***AP*** Seq: 0x7  Ack: 0x8  Win: 0x16D0  TcpLen: 32\nTCP Options (3) => NOP NOP ⟦TS: 5⟧ 6 ",
      "tcp.options.timestamp.tsval",
    ],
  ],
  "headers with a field on each line": [
    ["Transmission Control Protocol\n    ⟦Source Port: 80⟧\n    Destination Port: 50122", "tcp.srcport"],
    ["    Source Port: 80\n    Destination Port: ⟦http (80)⟧\n    Sequence number: 0", "tcp.dstport"],
    ["    Acknowledgment number: 1\n    ⟦Flags: 0x012 (SYN, ACK)⟧\n    Window: 65535", "tcp.flags"],
    ["    Window size value: 65535\n    Checksum: 0x99b0 [unverified]\n    ⟦Urgent pointer: 0⟧", "tcp.urgent_pointer"],
    ["###[ TCP ]###\n     sport     = 20\n     ⟦dport     = http⟧\n     seq       = 0", "tcp.dstport"],
    ["TCP 首部\n源端口：50122\n目的端口：⟦80⟧\n序号：7\n确认号：8", "tcp.dstport"],
    ["源端口号：50122\n序列号（Sequence Number）：⟦7⟧\n确认序号：8\n窗口大小：501", "tcp.seq_raw"],
    ["TCP: acknowledgement number = ⟦0x1⟧\nTCP:               flags = {SYN, ACK}", "tcp.ack_raw"],
    ["TCP: acknowledgement number = 0x1\nTCP:               flags = ⟦{SYN, ACK}⟧", "tcp.flags"],
    ["     seq       = 0\n     ack       = 0\n     dataofs   = 5\n     flags     = ⟦PA⟧\n     window    = 8192", "tcp.flags"],
    ["TCP Header\n   |-Sequence Number    : ⟦299814032⟧\n   |-Acknowledge Number : 5", "tcp.seq_raw"],
    ["TCP:  Sequence number = 7\nTCP:  Window = ⟦24820⟧", "tcp.window_size_value"],
  ],
  "Linux's table of sockets": [
    ["   0: ⟦0302010A⟧:C3CB 0402010A:0050 01 00000000:00000000 02:000006D5 00000000  1000", "ip.src"],
    ["   1: 0302010A:C3CB ⟦0402010A⟧:0050 01 00000014:00000000 01:0000004A 00000000  1000", "ip.dst"],
    ["   0: 0302010A:⟦C3CB⟧ 0402010A:0050 01 00000000:00000000 02:000006D5 00000000  1000", "tcp.srcport"],
    ["   0: 0302010A:C3CB 0402010A:⟦0050⟧ 01 00000000:00000000 02:000006D5 00000000  1000", "tcp.dstport"],
    [
      "  17: ⟦000080FE00000000FF565002BD69B1FE⟧:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000",
      "ipv6.src",
    ],
  ],
  packetdrill: [
    ["0.100 < ⟦S⟧ 0:0(0) win 9 <mss 1000,sackOK,nop,nop,nop,wscale 7>", "tcp.flags"],
    ["0.100 ⟦<⟧ S 0:0(0) win 9", "frame.direction"],
    ["0.100 < S 0:0(0) win 9 <mss 1000,sackOK,nop,nop,nop,⟦wscale 7⟧>", "tcp.options.wscale.shift"],
    ["+0 > ⟦S.⟧ 0:0(0) ack 1 <...>", "tcp.flags"],
    ["+.1 < . ⟦1:1(0)⟧ ack 1 win 257", "tcp.seq_raw"],
    ["+0~+.2 > P. 1:1001(1000) ⟦ack 1⟧", "tcp.ack_raw"],
  ],
  states: [
    ["a socket in ⟦TIME_WAIT⟧", "TIME-WAIT"],
    ["a socket in ⟦TIME-WAIT⟧", "TIME-WAIT"],
    ["处于⟦SYN_RCVD⟧状态", "SYN-RECEIVED"],
    ["⟦SYN_RECV⟧", "SYN-RECEIVED"],
    ["Linux 的 ss 把 TCP 状态写作 `⟦syn-recv⟧`、`time-wait`", "SYN-RECEIVED"],
    ["server 上的 TCP 连接仍然是⟦syn_recv⟧状态", "SYN-RECEIVED"],
    ["ss -tan state ⟦close-wait⟧ 看 CLOSE_WAIT 状态", "CLOSE-WAIT"],
    ["sk->sk_state == ⟦TCP_NEW_SYN_RECV⟧", "SYN-RECEIVED"],
    ["(1 << sk->sk_state) & ⟦TCPF_SYN_SENT⟧", "SYN-SENT"],
    ["⟦SYN-SENT⟧", "SYN-SENT"],
    ["客户端进入⟦SYN_SEND⟧状态", "SYN-SENT"],
    ["a TCP socket in State::⟦SynReceived⟧", "SYN-RECEIVED"],
    ["10.1.2.3     50123     10.1.2.4      443        ⟦Established⟧ Internet", "ESTABLISHED"],
    ["10.1.2.3     50124     10.1.2.4      443        ⟦TimeWait⟧", "TIME-WAIT"],
    ["   0: 0100007F:1F90 00000000:0000 ⟦0A⟧ 00000000:00000000 00:00000000 00000000     0        0 22310 1", "LISTEN"],
    ["⟦SYN_REVD⟧", "SYN-RECEIVED"],
    ["进入 ⟦ESTAB-LISHED⟧ 状态", "ESTABLISHED"],
    ["TCP 处于 ⟦TIMEWAIT⟧", "TIME-WAIT"],
    ["大量 ⟦CLOSED_WAIT⟧", "CLOSE-WAIT"],
    ["⟦FIN_WAIT1⟧", "FIN-WAIT-1"],
    ["⟦FIN-WAIT-2⟧", "FIN-WAIT-2"],
    ["⟦CLOSE_WAIT⟧", "CLOSE-WAIT"],
    ["⟦TCP_ESTABLISHED⟧ in TCP's code", "ESTABLISHED"],
    ["from CLOSE_WAIT to ⟦LAST_ACK⟧", "LAST-ACK"],
    ["from FIN_WAIT_1 to ⟦CLOSING⟧", "CLOSING"],
    ["TCP 服务器处于 ⟦LISTEN⟧ 状态", "LISTEN"],
    ["  TCP    127.0.0.1:5354   127.0.0.1:49670   ⟦ESTABLISHED⟧   1234", "ESTABLISHED"],
    ["tcp4       0      0  10.0.0.7.51514     192.0.2.80.443     ⟦CLOSING⟧", "CLOSING"],
    ["tcp    0   0 0.0.0.0:22    0.0.0.0:*    ⟦LISTEN⟧", "LISTEN"],
    ["⟦ESTAB⟧  0  0   10.0.0.7:22   10.0.0.9:50122", "ESTABLISHED"],
  ],
  "windows in notes": [
    ["慢启动之后：ACK=1, ack=201, ⟦rwnd=300⟧", "tcp.window_size_value"],
    ["TCP 的拥塞窗口 ⟦cwnd = 10⟧，慢启动门限 ssthresh = 16", "cwnd 10"],
    ["TCP 的拥塞窗口 cwnd = 10，慢启动门限 ⟦ssthresh = 16⟧", "ssthresh 16"],
  ],
  "metrics of ss -i": [
    [
      "cubic ⟦wscale:7,8⟧ rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "wscale 7 8",
    ],
    [
      "cubic wscale:7,8 ⟦rto:204⟧ rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "rto 204",
    ],
    [
      "cubic wscale:7,8 rto:204 ⟦rtt:0.5/0.25⟧ ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "rtt 0.5 0.25",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 ⟦mss:1448⟧ cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "mss 1448",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 ⟦cwnd:10⟧ ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "cwnd 10",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 ⟦send 115Mbps⟧ pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "send 115Mbps",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps ⟦pacing_rate 230.1Mbps⟧ rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 lost:1",
      "pacing_rate 230.1Mbps",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps ⟦rwnd_limited:20ms(2.5%)⟧ unacked:2 retrans:0/3 lost:1",
      "rwnd_limited 20ms 2.5",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 ⟦retrans:0/3⟧ lost:1",
      "retrans 0 3",
    ],
    [
      "cubic wscale:7,8 rto:204 rtt:0.5/0.25 ato:40 mss:1448 cwnd:10 ssthresh:7 bytes_sent:9 send 115Mbps pacing_rate 230.1Mbps rwnd_limited:20ms(2.5%) unacked:2 retrans:0/3 ⟦lost:1⟧",
      "lost 1",
    ],
  ],
  "flags in prose": [
    ["the flags word ⟦0x8010⟧ of a TCP header", "flags 0x10"],
    ["如何预防 ⟦SYN⟧ flood 攻击", "flags 0x2"],
    ["- ⟦SYN⟧洪水", "flags 0x2"],
    ["the size of the ⟦SYN⟧ queue", "flags 0x2"],
    ["TCP: 主机 A 发送位码为⟦syn＝1⟧，随机产生", "flags 0x2"],
    ["TCP:\n --⟦FIN⟧, seq=500-->", "flags 0x1"],
    ["TCP:\n  <--⟦ACK=1⟧, ack=501--", "flags 0x10"],
    ["tcpdump 的 Flags⟦[S.]⟧ 表示", "flags 0x12"],
    ["报文的 ⟦8011⟧ 转为二进制，TCP 标志位", "flags 0x11"],
    ["TCP flags ⟦0x012⟧", "flags 0x12"],
    ["TCP flags: 二进制[⟦1000000000010001⟧]", "flags 0x11"],
    ["TCP flags ⟦1000 0000 0001 0010⟧", "flags 0x12"],
    ["此时的 Flag 为 `[⟦SYN, ACK⟧]`", "flags 0x12"],
    ["TCP 的标志位为 【⟦SYN⟧】", "flags 0x2"],
    ["三次握手：server 收到 syn 后回复⟦syn+ack⟧给client", "flags 0x12"],
    ["三次握手：客户端发送 ⟦syn⟧ 包给服务端", "flags 0x2"],
    ["the third part of TCP's three-way handshake is an ⟦ack⟧ packet", "flags 0x10"],
    ["三次握手：⟦SYN⟧、SYN + ACK、ACK", "flags 0x2"],
    ["三次握手：SYN、⟦SYN + ACK⟧、ACK", "flags 0x12"],
    ["三次握手：SYN、SYN + ACK、⟦ACK⟧", "flags 0x10"],
    ["TCP 依次发送 ⟦SYN⟧，SYN+ACK，ACK", "flags 0x2"],
    ["TCP 依次发送 SYN，⟦SYN+ACK⟧，ACK", "flags 0x12"],
    ["TCP: a SYN/⟦SYN+ACK⟧ exchange", "flags 0x12"],
    ["TCP: SYN, ⟦SYN-ACK⟧, ACK", "flags 0x12"],
    ["- `⟦[S.]⟧` = SYN-ACK (the `.` represents ACK)", "flags 0x12"],
    ["The flags of TCP:\n- `⟦[.]⟧` = ACK only", "flags 0x10"],
    ["tcpdump 里 ⟦[F.]⟧ 表示 FIN 带 ACK", "flags 0x11"],
    ["tcpdump prints the flags of the first SYN as ⟦[SEW]⟧", "flags 0xc2"],
    ["TCP 的标志位有 URG、⟦ACK⟧、PSH、RST、SYN、FIN", "flags 0x10"],
    ["the TCP flags URG, ACK, PSH, RST, ⟦SYN⟧, FIN", "flags 0x2"],
    ["a TCP segment with ⟦PSH, ACK⟧", "flags 0x18"],
    ["TCP 源端口 0xc1d4，目的端口为 0x0050，标志位 ⟦0x8002⟧", "flags 0x2"],
    ["三次握手：SEQ/ACK/⟦SYN⟧/FIN 如何同步", "flags 0x2"],
    ["a TCP scan with ⟦FIN, PSH, URG⟧", "flags 0x29"],
    ["TCP 连接请求（⟦SYN=1,ACK=0⟧）", "flags 0x2"],
    ["TCP: 其 ⟦fin 位 为 0，ack 为1⟧", "flags 0x10"],
    ["TCP 回复 ⟦ack = x + 1⟧", "tcp.ack_raw x+1"],
    ["TCP: ⟦ACK = seq_1 + 1⟧，", "tcp.ack_raw seq_1+1"],
    ["SYN K, ⟦ACK J+1⟧", "tcp.ack_raw J+1"],
    ["TCP: 随机产生⟦seq number=x⟧的数据包", "tcp.seq_raw x+0"],
    ["TCP: ⟦ack＝y+1⟧", "tcp.ack_raw y+1"],
  ],
  "display filters": [
    ["过滤 ⟦tcp.flags.syn==1 && tcp.flags.ack==0⟧ 的包", "filter for tcp.flags.syn tcp.flags.ack"],
    ["tshark -r a.pcap -Y '⟦tcp.analysis.retransmission⟧'", "filter for tcp.analysis.retransmission"],
    ["Wireshark: `⟦ip.addr == 10.0.0.1 and tcp.port eq 80⟧`", "filter for ip.addr tcp.port"],
    ["see (⟦tcp.window_size == 0⟧), as it were", "filter for tcp.window_size"],
    ["the field `⟦tcp.flags.reset⟧`", "filter for tcp.flags.reset"],
    ["⟦!(tcp.analysis.duplicate_ack)⟧", "filter for tcp.analysis.duplicate_ack"],
    ['⟦tcp.payload contains "GET"⟧ of all', "filter for tcp.payload"],
  ],
  "bytes in capture filters": [
    ["sudo tcpdump '⟦tcp[13] & 2 != 0⟧ and port 80'", "tcp.flags in tcp 13+1"],
    ["'⟦tcp[tcpflags] & (tcp-syn|tcp-fin) != 0⟧ and not src net 10'", "tcp.flags in tcp 13+1"],
    ["'(⟦tcp[tcpflags] == tcp-syn|tcp-ack⟧)'", "tcp.flags in tcp 13+1"],
    ["((ip[2:2] - ((⟦ip[0]&0xf⟧)<<2)) - ((tcp[12]&0xf0)>>2)) != 0", "ip.hdr_len in ip 0+1"],
    ["((ip[2:2] - ((ip[0]&0xf)<<2)) - ((⟦tcp[12]&0xf0⟧)>>2)) != 0", "tcp.hdr_len in tcp 12+1"],
    ["⟦tcp[2:2] == 443⟧ or tcp[14:2] = 0", "tcp.dstport in tcp 2+2"],
    ["tcp[2:2] == 443 or ⟦tcp[14:2] = 0⟧", "tcp.window_size_value in tcp 14+2"],
    ["'⟦ip[6:2] & 0x4000 != 0⟧'", "ip.flags in ip 6+2"],
    ["TCP 首部：⟦tcp[13]⟧ 是标志字节", "tcp.flags in tcp 13+1"],
  ],
};

describe("mentions of segments in words", () => {
  for (const [kind, cases] of Object.entries(table)) {
    describe(kind, () => {
      for (const [marked, name] of cases) {
        it(`${name} in ${marked.replaceAll("\n", "⏎")}`, () => {
          const place = pointed(marked);
          const mention = mentionOf(place);
          assert.equal(nameOf(mention), name);
          assert.deepEqual([mention?.startColumn, mention?.endColumn], [place.column, place.column + place.text.length]);
        });
      }
    });
  }

  for (const marked of [
    "IN=eth0 OUT= MAC=02:00:00:00:00:02:02:00:00:00:00:01:08:00 SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=7 DF PROTO=TCP SPT=4000 DPT=80 SEQ=5 ACK=6 WINDOW=9 RES=0x00 ACK SYN URGP=0 ⟦OPT (020405B4)⟧",
    "SRC=⟦2001⟧:db8::1 DST=2001:db8::2 LEN=60 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=UDP SPT=1 DPT=2 LEN=9",
    "len=46 ip=10.1.2.4 ttl=64 DF id=0 sport=80 flags=SA ⟦seq=1⟧ win=9 rtt=1.0 ms",
    "the TCP ports 10.1.2.3:80 > ⟦10.1.2.4⟧:81 in a text",
    "a value of 3 < ⟦S⟧ 5",
    "TCP is told of in ⟦[S]⟧ and [R]",
    "the class ⟦[P.]⟧+ finds the name of a TCP port",
    "TCP 的抓包里⟦序号 3⟧ 的数据包",
    "⟦序号为 3⟧ 的商品",
    "TCP 的抓包里数据包⟦序号为 3⟧",
    "TCP 的拥塞⟦窗口为 10⟧",
    "TCP's congestion ⟦window size is 10⟧",
    "the array ⟦ip[2]⟧ of a program",
    "two games ⟦lost:1⟧, busy:2",
    "a page on ⟦cwnd:10⟧ alone",
    "TCP: ⟦Established⟧ practice, and Listen to it",
    "a queue's ⟦TimeWait⟧ of its own",
    "a program's ⟦ip.version == 4⟧ and frame.len > 3",
    "listens at ⟦tcp.port⟧ = 80",
    "a name ⟦tcp.nothing == 1⟧ that is none",
    "a link to `handshake.cap#⟦tcp.flags.fin==1⟧`",
    "the module my.⟦tcp.stream == 1⟧ or tcp.connect(80)",
    "a program with ⟦cwnd = 10⟧",
    "TCP in bytes: ⟦cwnd = 14480⟧",
    "Helsinki, ⟦FIN⟧ packaging",
    "a page in ⟦RST⟧ format",
    "cwnd:10 and ⟦rtt:5⟧ without its deviation",
  ])
    it(`are not in ${marked}`, () => assert.equal(mentionOf(pointed(marked)), undefined));

  it("take any text, and always say something that stands in the line", () => {
    const pieces = fc.constantFrom(
      ...["Flags [S.]", ",", " ", "\n", "seq 1:9", "ack", "1", "(0)", "win ", "options [", "mss 1460", "TS val 5", "]", "<", ">"],
      ...[
        "10.1.2.3.80",
        " > ",
        "::1.80:",
        "a.b:",
        "IP ",
        "12:00:00.1234",
        "(tos 0x0, ",
        "ttl 64",
        "length 0",
        "[TCP ",
        "→",
        "80",
      ],
      ...[
        "[SYN]",
        "Seq=0",
        "SLE=1 SRE=2",
        "[<None>]",
        "0x8010",
        "1000000000010001",
        "TIME_WAIT",
        "LISTEN",
        "TCP",
        "SYN",
        "fin 位 为 1",
      ],
      ...[
        "ack = x + 1",
        "IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 ",
        "PROTO=TCP ",
        "WINDOW=9 RES=0x00 SYN ",
        "TCP 10.1.2.3:80 > 10.1.2.4:81 SA ",
        "len=46 ip=10.1.2.3 ttl=64 ",
        "<TCP  ",
        "flags=SA",
        "+.1 < S 0:0(0) ",
        "cwnd:10 rtt:0.5/0.25 ",
        "retrans:0/",
        "报文",
        "> ",
        "// ",
        "\t0x0000:  4500",
        "|",
        "[|tcp]",
        "sack 1 {",
        "4294967295:0",
        "99999999999",
        "`",
        "𝌆",
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(400), (parts, place) => {
        const text = parts.join("");
        const lines = linesOf(text);
        const line = place % lines.count;
        for (let column = 0; column <= lines.at(line).length; column += 1) {
          const mention = mentionAt(lines, line, column);
          if (!mention) continue;
          assert.ok(mention.startColumn <= column && column < mention.endColumn && mention.endColumn <= lines.at(line).length);
          for (const language of ["en", "zh-cn"]) {
            const { markdown, brief } = mentionHover(mention, wordsFor(language));
            assert.ok(brief.length > 0 && !/undefined|NaN/.test(markdown), markdown);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are found anew in quotes, comments and with CRLF", () => {
    for (const prefix of ["> ", "> > ", "// ", " * ", "# ", "    "]) {
      const place = pointed(
        `${prefix}12:00:00.1234 IP 10.1.2.3.4 > 10.1.2.4.80: Flags [.],\r\n${prefix}ack 1, ⟦win 2⟧, length 0`,
      );
      assert.equal(nameOf(mentionOf(place)), "tcp.window_size_value", prefix);
    }
  });

  it("stay within the pointed line where a part is wrapped", () => {
    const mention = mentionOf(pointed("12:00:00.1234 a.1 > b.2: P 1:42(41) ack 1 ⟦win⟧\n17316 (DF)"));
    assert.equal(mention?.kind === "part" && mention.part.value, 17316);
  });
});
