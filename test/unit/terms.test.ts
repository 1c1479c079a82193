import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import type { Mention } from "../../src/prose/mention";
import {
  asaTerms,
  congestionTerms,
  conntrackTerms,
  counterTerms,
  dropTerms,
  flowTerms,
  historyTerms,
  lifeTerms,
  settingTerms,
  tracerTerms,
  zeekTerms,
} from "../../src/prose/terms/term";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionsIn, nameOf } from "../dsl/pointed";

/** What systems that watch connections say of them, in order: words of theirs, and whatever stands in a header. */
const table: Readonly<Record<string, readonly [text: string, says: string]>> = {
  "a row of Linux's connection tracking": [
    "tcp      6 431999 ESTABLISHED src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=443 src=10.1.2.4 dst=192.0.2.7 sport=443 dport=50122 [ASSURED] mark=0 use=1",
    "conntrack.timeout 431999, conntrack.established, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50122, tcp.dstport 443, ip.src 10.1.2.4, ip.dst 192.0.2.7, tcp.srcport 443, tcp.dstport 50122, conntrack.assured",
  ],
  "an event of Linux's connection tracking": [
    "[1700000000.123456]\t    [NEW] tcp      6 120 SYN_SENT src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=443 [UNREPLIED] src=10.1.2.4 dst=10.1.2.3 sport=443 dport=50122",
    "conntrack.new, conntrack.timeout 120, conntrack.synSent, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50122, tcp.dstport 443, conntrack.unreplied, ip.src 10.1.2.4, ip.dst 10.1.2.3, tcp.srcport 443, tcp.dstport 50122",
  ],
  "the end of what was tracked": [
    "[DESTROY] tcp      6 src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=443 src=10.1.2.4 dst=10.1.2.3 sport=443 dport=50122 [ASSURED]",
    "conntrack.destroy, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50122, tcp.dstport 443, ip.src 10.1.2.4, ip.dst 10.1.2.3, tcp.srcport 443, tcp.dstport 50122, conntrack.assured",
  ],
  "a row of the kernel's own list": [
    "ipv4     2 tcp      6 55 FIN_WAIT src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=80 packets=5 bytes=300 src=10.1.2.4 dst=10.1.2.3 sport=80 dport=50122 packets=4 bytes=900 [ASSURED] mark=0 zone=0 use=2",
    "conntrack.timeout 55, conntrack.finWait, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50122, tcp.dstport 80, ip.src 10.1.2.4, ip.dst 10.1.2.3, tcp.srcport 80, tcp.dstport 50122, conntrack.assured",
  ],
  "a row in a program's test": [
    '  text = ("ipv4 2 tcp 6 60 TIME_WAIT src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=80 src=10.1.2.4 dst=10.1.2.3 sport=80 dport=50122 [ASSURED]\\n"',
    "conntrack.timeout 60, conntrack.timeWait, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50122, tcp.dstport 80, ip.src 10.1.2.4, ip.dst 10.1.2.3, tcp.srcport 80, tcp.dstport 50122, conntrack.assured",
  ],
  pwru: [
    "0xffff98be4422c000 3   <empty>:812      4026531840 0        eth0:2           0x0800 1500  60    10.1.2.3:50122->10.1.2.4:443(tcp:SYN|ACK) tcp_v4_rcv",
    "ip.src 10.1.2.3, tcp.srcport 50122, ip.dst 10.1.2.4, tcp.dstport 443, tcp.flags 18",
  ],
  "pwru, where a packet ends": [
    "0xffff98be4422c000 3 [curl(812)] kfree_skb_reason(SKB_DROP_REASON_NETFILTER_DROP) netns=4026531840 len=64 10.1.2.3:50122->10.1.2.4:443(tcp)",
    "drop.NETFILTER_DROP, ip.src 10.1.2.3, tcp.srcport 50122, ip.dst 10.1.2.4, tcp.dstport 443",
  ],
  "Cisco's firewall, of a connection that was let out": [
    "%ASA-6-302013: Built outbound TCP connection 9 for outside:10.1.2.4/443 (10.1.2.4/443) to inside:10.1.2.3/50122 (192.0.2.7/50122)",
    "asa.outbound, frame.interface outside, ip.dst 10.1.2.4, tcp.dstport 443, ip.src 10.1.2.3, tcp.srcport 50122",
  ],
  "Cisco's firewall, of a connection that was let in": [
    "Jan 02 2024 10:11:12: %FTD-6-302013: Built inbound TCP connection 9 for outside:10.1.2.4/50122 (10.1.2.4/50122) to NP Identity Ifc:10.1.2.3/22 (192.0.2.7/22)",
    "asa.inbound, frame.interface outside, ip.src 10.1.2.4, tcp.srcport 50122, ip.dst 10.1.2.3, tcp.dstport 22",
  ],
  "Cisco's firewall, of a connection that ended": [
    "%ASA-6-302014: Teardown TCP connection 9 for outside:10.1.2.4/443 to inside:10.1.2.3/50122 duration 0:00:30 bytes 0 SYN Timeout",
    "asa.synTimeout",
  ],
  "Cisco's firewall, of a segment without a connection": [
    "%ASA-6-106015: Deny TCP (no connection) from 10.1.2.3/50122 to 10.1.2.4/443 flags FIN ACK  on interface inside",
    "asa.noConnection, ip.src 10.1.2.3, tcp.srcport 50122, ip.dst 10.1.2.4, tcp.dstport 443, tcp.flags 17, frame.interface inside",
  ],
  "Cisco's firewall, of what a list denies": [
    '%ASA-4-106023: Deny tcp src outside:10.1.2.4/50122 dst inside:10.1.2.3/22 by access-group "out" [0x0, 0x0]',
    "frame.interface outside, ip.src 10.1.2.4, tcp.srcport 50122, ip.dst 10.1.2.3, tcp.dstport 22",
  ],
  nstat: ["TcpExtListenOverflows           12                 0.0", "counter.ListenOverflows"],
  Prometheus: ["node_netstat_TcpExt_ListenDrops 12", "counter.ListenDrops"],
  "netstat -s in words": ["    12 SYNs to LISTEN sockets dropped", "counter.ListenDrops"],
  "netstat -s, where it has no words": ["    TCPLossProbes: 345", "counter.TCPLossProbes"],
  "Linux's own list": ["TcpExt: SyncookiesSent SyncookiesRecv TW", "counter.SyncookiesSent, counter.SyncookiesRecv"],
  "Linux's congestion control": [
    "ca_state went from Open to CWR, then TCP_CA_Recovery",
    "congestion.Open, congestion.CWR, congestion.Recovery",
  ],
  "what can be set of Linux": [
    "net.ipv4.tcp_tw_reuse = 1\necho 1024 > /proc/sys/net/core/somaxconn\n增大 `tcp_max_syn_backlog`；net.ipv4.tcp_fin_timeout=30",
    "setting.tcp_tw_reuse, setting.somaxconn, setting.tcp_max_syn_backlog, setting.tcp_fin_timeout",
  ],
  "bcc's tcpretrans": [
    "TIME     PID    IP LADDR:LPORT          T> RADDR:RPORT          STATE\n01:55:05 0      4  10.1.2.3:22          R> 10.1.2.4:34619       ESTABLISHED",
    "ip.src 10.1.2.3, tcp.srcport 22, tracer.retransmission, ip.dst 10.1.2.4, tcp.dstport 34619, ESTABLISHED",
  ],
  "bcc's tcpretrans, of a tail loss probe": [
    "01:55:05 0      6  fd00::3:22           L> fd00::4:34619        SYN_SENT",
    "ipv6.src fd00::3, tcp.srcport 22, tracer.lossProbe, ipv6.dst fd00::4, tcp.dstport 34619, SYN-SENT",
  ],
  "bpftrace's tcpretrans": [
    "01:55:05 0             10.1.2.3:22           10.1.2.4:34619  SYN_SENT",
    "ip.src 10.1.2.3, tcp.srcport 22, ip.dst 10.1.2.4, tcp.dstport 34619, SYN-SENT",
  ],
  "bcc's tcpdrop": [
    "20:49:50 12431  4  10.1.2.3:8198        > 10.1.2.4:48280       CLOSE_WAIT (RST|ACK)\n\ttcp_drop+0x1",
    "ip.src 10.1.2.3, tcp.srcport 8198, ip.dst 10.1.2.4, tcp.dstport 48280, CLOSE-WAIT, tcp.flags 20",
  ],
  "bcc's tcpconnect": [
    "PID    COMM         IP SADDR            DADDR            DPORT\n1479   telnet       4  10.1.2.3         10.1.2.4         23",
    "ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.dstport 23",
  ],
  "a tracepoint of Linux's TCP": [
    "curl-77 [000] ..s.. 99.123456: tcp_retransmit_skb: family=AF_INET sport=50122 dport=80 saddr=10.1.2.3 daddr=10.1.2.4 saddrv6=::ffff:10.1.2.3 daddrv6=::ffff:10.1.2.4 state=TCP_ESTABLISHED",
    "tcp.srcport 50122, tcp.dstport 80, ip.src 10.1.2.3, ip.dst 10.1.2.4, ESTABLISHED",
  ],
  "Linux's tcp_probe": [
    "1234.567890: tcp_probe: family=AF_INET src=10.1.2.3:50122 dest=10.1.2.4:80 mark=0x0 data_len=36 snd_nxt=0x384 snd_una=0x320 snd_cwnd=10 ssthresh=7 snd_wnd=501 srtt=1234 rcv_wnd=64256 sock_cookie=1",
    "ip.src 10.1.2.3, tcp.srcport 50122, ip.dst 10.1.2.4, tcp.dstport 80, data_len 36, snd_nxt 900, snd_una 800, cwnd 10, ssthresh 7, snd_wnd 501, srtt 1234, rcv_wnd 64256",
  ],
  "Linux's old tcp_probe": [
    "0.002871234 10.1.2.3:50122 10.1.2.4:80 36 0x384 0x320 10 2147483647 29312 1234 29000",
    "ip.src 10.1.2.3, tcp.srcport 50122, ip.dst 10.1.2.4, tcp.dstport 80, data_len 36, snd_nxt 900, snd_una 800, cwnd 10, ssthresh 2147483647, snd_wnd 29312, srtt 1234, rcv_wnd 29000",
  ],
  "bcc's tcplife": [
    "PID   COMM       LADDR           LPORT RADDR           RPORT TX_KB RX_KB MS\n22598 curl       10.1.2.3        61620 10.1.2.4        80        2     1 91.79",
    "ip.src 10.1.2.3, tcp.srcport 61620, ip.dst 10.1.2.4, tcp.dstport 80, tcplife.sent 2, tcplife.received 1, tcplife.lasted 91.79",
  ],
  "bcc's tcplife, wide and with the time": [
    "20:49:50 3277  redis-server     6  fd00::3                    28527 fd00::4                    46644    12     0 0.28",
    "ipv6.src fd00::3, tcp.srcport 28527, ipv6.dst fd00::4, tcp.dstport 46644, tcplife.sent 12, tcplife.received, tcplife.lasted 0.28",
  ],
  nfdump: [
    "2018-08-05 00:01:58.000  1770.000 TCP       10.1.2.3:35527 ->    10.1.2.4:9103  .AP.SF   0   83.3 M  124.9 G    31",
    "ip.src 10.1.2.3, tcp.srcport 35527, ip.dst 10.1.2.4, tcp.dstport 9103, flow.SYN flow.ACK flow.PSH flow.FIN",
  ],
  "nfdump, of what nobody answered": [
    "2024-02-28 11:29:58.612 00:00:00.000 TCP   10.1.2.3:23628 ->   10.1.2.4:80    ......S.   0   8   384   1",
    "ip.src 10.1.2.3, tcp.srcport 23628, ip.dst 10.1.2.4, tcp.dstport 80, flow.SYN flow.onlySyn",
  ],
  "nfdump, of a part": [
    "2015-04-29 00:07:18.209     0.000 6      10.1.2.3:6697  ->   10.1.2.4:50624 .AP...  16        1      710     1",
    "ip.src 10.1.2.3, tcp.srcport 6697, ip.dst 10.1.2.4, tcp.dstport 50624, flow.ACK flow.PSH flow.noSyn flow.noEnd",
  ],
  Suricata: [
    '"tcp":{"tcp_flags":"1b","tcp_flags_ts":"02","tcp_flags_tc":"14","syn":true},"app_proto":"http"',
    "flow.SYN flow.ACK flow.PSH flow.FIN, flow.SYN flow.onlySyn, flow.ACK flow.RST flow.noSyn",
  ],
  "Zeek's rows": [
    "1521911721.255387\tC4J4Th3PJpwUYZZ6gc\t10.1.2.3\t41730\t10.1.2.4\t80\ttcp\thttp\t0.010306\t345\t611\tSF\t-\t-\t0\tShADadFf\t6\t657\t5\t871\t-",
    "zeek.SF, history.S history.h history.A history.D history.a history.d history.F history.f",
  ],
  "Zeek's rows, as columns": [
    "1600000000.1 CAbc123 10.1.2.3 41730 10.1.2.4 81 tcp - - - - S0 T F 0 S 1 60 0 0",
    "zeek.S0, history.S",
  ],
  "Zeek's JSON": [
    '{"proto":"tcp","conn_state":"RSTR","missed_bytes":0,"history":"^hADadttr","orig_pkts":4}',
    "zeek.RSTR, history.^ history.h history.A history.D history.a history.d history.t history.r",
  ],
  "a note of Zeek's words": [
    "Here conn_state=REJ and history Sr; another has the history ShADadGF.",
    "zeek.REJ, history.S history.r, history.S history.h history.A history.D history.a history.d history.G history.F",
  ],
  "Cisco's firewall, of its connections": [
    "TCP outside  10.1.2.4:443 inside  10.1.2.3:50122, idle 0:00:11, bytes 2176, flags UfrIO",
    "asa.flag.U asa.flag.f asa.flag.r asa.flag.I asa.flag.O",
  ],
};

function says(mention: Mention): string {
  if (mention.kind === "term") return nameOf(mention) + (mention.value ? ` ${mention.value}` : "");
  if (mention.kind !== "part") return nameOf(mention);
  const { part, segment } = mention;
  return `${part.id} ${part.id === "tcp.flags" ? segment.flags : (part.value ?? part.name ?? part.text)}`;
}

const allOf = (text: string) => [...mentionsIn(linesOf(text))].map(({ mention }) => mention);

describe("what systems say of a connection they watch", () => {
  for (const [system, [text, expected]] of Object.entries(table))
    it(`by ${system}`, () => assert.equal(allOf(text).map(says).join(", "), expected));

  it("is explained in both languages, each word of its own", () => {
    for (const language of ["en", "zh-cn"]) {
      const explained = [
        ...conntrackTerms,
        ...asaTerms,
        ...dropTerms,
        ...counterTerms,
        ...congestionTerms,
        ...tracerTerms,
        ...settingTerms,
        ...lifeTerms,
        ...zeekTerms,
        ...historyTerms,
        ...flowTerms,
      ].map((name) => {
        const mention: Mention = { kind: "term", names: [name], text: name, value: 7, startColumn: 0, endColumn: 1 };
        return mentionHover(mention, wordsFor(language)).brief;
      });
      assert.equal(new Set(explained).size, explained.length);
      assert.ok(explained.every((text) => text.length > 5 && !text.includes("{")));
    }
  });

  for (const text of [
    "udp      17 29 src=10.1.2.3 dst=10.1.2.4 sport=50122 dport=53 [UNREPLIED] src=10.1.2.4 dst=10.1.2.3 sport=53 dport=50122",
    "It was [ASSURED] that the [NEW] one is better; src=a.js dst=b.js sport=1",
    "A SYN Timeout without the firewall's name, and TCP Reset-I",
    "12 times the queue overflowed; the Recovery and Loss of an Open door; ListenOverflowsSoon",
    "see SKB_DROP_REASON_MAX and SKB_DROP_REASON_XYZ",
    "01:55:05 0 10.1.2.3:22 10.1.2.4:34619 said R> and L>, 10.1.2.3:22 R> me",
    "1479 telnet 4 10.1.2.3 10.1.2.4 23 and 0.002871234 10.1.2.3:50122 10.1.2.4:80 36 7 8 9",
    "src=10.1.2.3 dest=10.1.2.4, sport=1 saddr=2, data_len=36 srtt=1234",
    "tcp_sack(sk), sk->tcp_mem, tcp_connect and my_tcp_ecn, tcp_rmem->x, tcp_nothing",
    "2018-08-05 00:01:58.000  1770.000 UDP       10.1.2.3:53 ->    10.1.2.4:9103  ......   0   8  384  1",
    "the path a:1 -> b:2 .AP.SF 0, and 2018-08-05 00:01:58.000 later",
    '{"tcp_flags":"zz","tcp_flags_ts":27,"my_tcp_flags":"1b"}',
    "history: Stats, history dataFix, history SAD, the browser's history = Scratch",
    "conn_state: Slow, my_conn_state=SF, conn_state SFTP",
    "1600000000.1 CAbc123 10.1.2.3 41730 10.1.2.4 53 udp dns 0.1 40 60 SF T F 0 Dd 1 68 1 88",
    "22598 of 10.1.2.3 and 10.1.2.4 cost 2 1 91.79",
    "UDP outside 10.1.2.4:53 inside 10.1.2.3:50122, idle 0:00:11, bytes 2176, flags -",
  ])
    it(`is not in ${text}`, () => {
      const found = allOf(text).filter(({ kind }) => kind === "term" || kind === "part");
      assert.deepEqual(found, []);
    });
});
