import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import type { Mention } from "../../src/prose/mention";
import { mentionsIn } from "../dsl/pointed";

/** What is said of lines as their programs print them, in order: each part with its value. */
const table: Readonly<Record<string, readonly [text: string, parts: string]>> = {
  "Microsoft's Network Monitor": [
    "- Tcp: Flags=......S., SrcPort=50123, DstPort=HTTPS(443), PayloadLen=0, Seq=3704092000, Ack=0, Win=8192 ( Negotiating scale factor 0x8 ) = 8192",
    "tcp.flags 2, tcp.srcport 50123, tcp.dstport 443, tcp.payload 0, tcp.seq_raw 3704092000, tcp.ack_raw 0, tcp.window_size_value 8192",
  ],
  "Microsoft's Network Monitor, of data sent again": [
    "TCP:[ReTransmit #12]Flags=...AP..., SrcPort=50123, DstPort=80, PayloadLen=17, Seq=7 - 24, Ack=2, Win=258 (scale factor 0x8) = 66048",
    "tcp.flags 24, tcp.srcport 50123, tcp.dstport 80, tcp.payload 17, tcp.seq_raw 7, tcp.ack_raw 2, tcp.window_size_value 258",
  ],
  "Microsoft's Network Monitor, as a page wrapped it": [
    "6128 116.57 10.10.10.120 10.10.10.10 TCP:Flags=.A.S., SrcPort=1433,\nDstPort=60123, PayloadLen=0, Seq=9, Ack=8, Win=4",
    "tcp.flags 18, tcp.srcport 1433, tcp.dstport 60123, tcp.payload 0, tcp.seq_raw 9, tcp.ack_raw 8, tcp.window_size_value 4",
  ],
  nettrace: [
    "[2114.791575] TCP: 127.0.0.1:46544 -> 127.0.0.1:9999 seq:714874229, ack:0, flags:S, tcp_v4_rcv+0x63",
    "ip.src 127.0.0.1, tcp.srcport 46544, ip.dst 127.0.0.1, tcp.dstport 9999, tcp.seq_raw 714874229, tcp.ack_raw 0, tcp.flags 2",
  ],
  smoltcp: [
    "  \\ TCP src=80 dst=49500 syn seq=7 ack=9 win=1000 len=0 mss=1460",
    "tcp.srcport 80, tcp.dstport 49500, tcp.flags 18, tcp.seq_raw 7, tcp.ack_raw 9, tcp.window_size_value 1000, tcp.payload 0, tcp.options.mss_val 1460",
  ],
  gopacket: [
    "- Layer 3 (32 bytes) = TCP\t{Contents=[..32..] Payload=[] SrcPort=36124 DstPort=80(http) Seq=7 Ack=9 DataOffset=8 FIN=true SYN=false RST=false PSH=false ACK=true URG=false ECE=false CWR=false NS=false Window=15544 Checksum=1210 Urgent=0 Options=[TCPOption(MSS:1460 0x05b4), TCPOption(WindowScale:7 0x07)] Padding=[]}",
    "tcp.srcport 36124, tcp.dstport 80, tcp.seq_raw 7, tcp.ack_raw 9, tcp.hdr_len 8, tcp.flags 17, tcp.window_size_value 15544, tcp.urgent_pointer 0, tcp.options.mss_val 1460, tcp.options.wscale.shift 7",
  ],
  "Check Point's fw monitor": [
    "[vs_0][fw_0] eth0:i[60]: 10.1.2.3 -> 10.1.2.4 (TCP) len=60 id=11223\nTCP: 50000 -> 443 ...PA. seq=1234abcd ack=0000000f",
    "frame.interface eth0, ip.src 10.1.2.3, ip.dst 10.1.2.4, ip.len 60, ip.id 11223, tcp.srcport 50000, tcp.dstport 443, tcp.flags 24, tcp.seq_raw 305441741, tcp.ack_raw 15",
  ],
  "MikroTik's firewall": [
    "firewall,info forward: in:ether2 out:ether1, src-mac 02:00:00:00:00:01, proto TCP (ACK,FIN), 10.1.2.3:50000->192.0.2.9:443, NAT (10.1.2.3:50000->198.51.100.2:50000)->192.0.2.9:443, len 40",
    "tcp.flags 17, ip.src 10.1.2.3, tcp.srcport 50000, ip.dst 192.0.2.9, tcp.dstport 443, ip.len 40",
  ],
  "Open vSwitch": [
    "tcp,vlan_tci=0x0000,dl_src=02:00:00:00:00:01,dl_dst=02:00:00:00:00:02,nw_src=10.1.2.3,nw_dst=10.1.2.4,nw_tos=0,nw_ecn=0,nw_ttl=64,tp_src=50123,tp_dst=80,tcp_flags=syn|ack tcp_csum:1234",
    "eth.src 02:00:00:00:00:01, eth.dst 02:00:00:00:00:02, ip.src 10.1.2.3, ip.dst 10.1.2.4, ip.ttl 64, tcp.srcport 50123, tcp.dstport 80, tcp.flags 18",
  ],
  "Palo Alto's flow basic": [
    "TCP:    sport 50000, dport 443, seq 3704092000, ack 0,\n        reserved 0, offset 8, window 8192, checksum 4660,\n        flags 0x02 ( SYN), urgent data 0, l4 data len 0",
    "tcp.srcport 50000, tcp.dstport 443, tcp.seq_raw 3704092000, tcp.ack_raw 0, tcp.hdr_len 8, tcp.window_size_value 8192, tcp.flags 2, tcp.urgent_pointer 0, tcp.payload 0",
  ],
  ngrep: [
    "T 2024/01/02 10:11:12.123456 10.1.2.3:50000 -> 10.1.2.4:80 [AP] #4",
    "ip.src 10.1.2.3, tcp.srcport 50000, ip.dst 10.1.2.4, tcp.dstport 80, tcp.flags 24",
  ],
  "Juniper's flow trace": [
    "Jan  2 10:11:12 10:11:12.123456:CID-0:RT:  ge-0/0/0.0:10.1.2.3/50000->10.1.2.4/443, tcp, flag 12 syn ack",
    "frame.interface ge-0/0/0.0, ip.src 10.1.2.3, tcp.srcport 50000, ip.dst 10.1.2.4, tcp.dstport 443, tcp.flags 18",
  ],
  "NetScreen's snoop": [
    "              10.1.2.3 -> 10.1.2.4/6\n              vhl=45, tos=00, id=1234, frag=4000, ttl=64 tlen=52\n              tcp:ports 50000->443, seq=3704092000, ack=0, flag=8002",
    "ip.src 10.1.2.3, ip.dst 10.1.2.4, ip.id 1234, ip.ttl 64, ip.len 52, tcp.srcport 50000, tcp.dstport 443, tcp.seq_raw 3704092000, tcp.ack_raw 0, tcp.flags 2",
  ],
  "VPP's trace": [
    "  TCP: 50000 -> 8080\n    seq. 0x0000000b ack 0x0000000c\n    flags 0x12 SYN ACK, tcp header: 40 bytes\n    window 29200, checksum 0x0e30",
    "tcp.srcport 50000, tcp.dstport 8080, tcp.seq_raw 11, tcp.ack_raw 12, tcp.flags 18, tcp.window_size_value 29200",
  ],
  "lwIP's debugging": [
    "|    49153      |      80       | (src port, dest port)\n+-------------------------------+\n|           0000006510          | (seq no)\n|           0000000009          | (ack no)\n|  6 |   |010010|     2144      | (hdrlen, flags (SYN ACK",
    "tcp.srcport 49153, tcp.dstport 80, tcp.seq_raw 6510, tcp.ack_raw 9, tcp.hdr_len 6, tcp.flags 18, tcp.window_size_value 2144",
  ],
  "tcpdump in the source of a page": [
    '<p>03:10:26.220306 IP 10.1.2.3.4000 &gt; 10.1.2.4.80: Flags <span class="error">&#91;S.&#93;</span>, seq 7, ack 9, win 29200, options &#91;mss 1460,nop,wscale 7&#93;, length 0<br/>',
    "frame.time 03:10:26.220306, ip.src 10.1.2.3, tcp.srcport 4000, ip.dst 10.1.2.4, tcp.dstport 80, tcp.flags 18, tcp.seq_raw 7, tcp.ack_raw 9, tcp.window_size_value 29200, tcp.options.mss_val 1460, tcp.options.nop nop, tcp.options.wscale.shift 7, tcp.payload 0",
  ],
  "old tcpdump in the source of a page": [
    "10.1.2.3.4000 &gt; 10.1.2.4.80: P 1:42(41) ack 1 win 17316 &lt;nop,nop,timestamp 466808 920202&gt; (DF)",
    "ip.src 10.1.2.3, tcp.srcport 4000, ip.dst 10.1.2.4, tcp.dstport 80, tcp.flags 24, tcp.seq_raw 1, tcp.ack_raw 1, tcp.window_size_value 17316, tcp.options.nop nop, tcp.options.nop nop, tcp.options.timestamp.tsval 466808, tcp.options.timestamp.tsecr 920202, ip.flags DF",
  ],
  "Windows' pktmon": [
    "\t02-00-00-00-00-01 > 02-00-00-00-00-02, ethertype IPv4 (0x0800), length 54: 10.1.2.3.50000 > 10.1.2.4.443: Flags [R], seq 7, win 0, length 0",
    "eth.src 02-00-00-00-00-01, eth.dst 02-00-00-00-00-02, eth.type 2048, frame.len 54, ip.src 10.1.2.3, tcp.srcport 50000, ip.dst 10.1.2.4, tcp.dstport 443, tcp.flags 4, tcp.seq_raw 7, tcp.window_size_value 0, tcp.payload 0",
  ],
  "AIX's ipreport": [
    "IP:     < SRC =      10.1.2.3 >  (one)\nIP:     < DST =      10.1.2.4 >\nIP:     ip_v=4, ip_hl=20, ip_tos=0, ip_len=60, ip_id=7, ip_off=0 DF\nTCP:    <source port=50000, destination port=80(http) >\nTCP:    th_seq=3704092000, th_ack=9\nTCP:    th_off=10, flags<SYN | ACK>\nTCP:    th_win=65535, th_sum=1234, th_urp=0",
    "tcp.srcport 50000, tcp.dstport 80, tcp.seq_raw 3704092000, tcp.ack_raw 9, tcp.hdr_len 10, tcp.flags 18, tcp.window_size_value 65535, tcp.urgent_pointer 0",
  ],
  "AIX's ipreport below a time": [
    "ETH: ====( 74 bytes transmitted on interface en0 )==== 10:12:13.123456789\nIP:     < DST =      10.1.2.4 >\nIP:     ip_v=4, ip_hl=20",
    "",
  ],
  "AIX's old ipreport, which counts in sixteen": [
    "TCP:    <source port=4649, destination port=23(telnet) >\nTCP:    th_seq=f47ddc87, th_ack=12345678\nTCP:    th_off=5, flags<PUSH | ACK>\nTCP:    th_win=65535, th_sum=0, th_urp=0",
    "tcp.srcport 4649, tcp.dstport 23, tcp.seq_raw 4101889159, tcp.ack_raw 305419896, tcp.hdr_len 5, tcp.flags 24, tcp.window_size_value 65535, tcp.urgent_pointer 0",
  ],
  "Scapy, with IP's header": [
    "<IP  version=4 ihl=5 tos=0x0 len=52 id=1 flags=DF frag=0 ttl=64 proto=tcp chksum=0x1 src=10.1.2.3 dst=10.1.2.4 |<TCP  sport=50000 dport=http seq=7 ack=0 dataofs=8 reserved=0 flags=S window=8192 chksum=0x12 urgptr=0 options=[('MSS', 1460)] |>>",
    "ip.len 52, ip.id 1, ip.ttl 64, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50000, tcp.dstport http, tcp.seq_raw 7, tcp.ack_raw 0, tcp.flags 2, tcp.window_size_value 8192, tcp.urgent_pointer 0",
  ],
  "a packet as Scapy takes it": [
    "IP(version=4, ihl=5, tos=0, len=52, id=1, flags=2, frag=0, ttl=64, proto=6, chksum=1234, src='10.1.2.3', dst='10.1.2.4')/TCP(sport=50000, dport=80, seq=7, ack=0, dataofs=8, reserved=0, flags=18, window=8192, chksum=4567, urgptr=0, options=[('MSS', 1460)])",
    "ip.len 52, ip.id 1, ip.ttl 64, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50000, tcp.dstport 80, tcp.seq_raw 7, tcp.ack_raw 0, tcp.flags 18, tcp.window_size_value 8192, tcp.urgent_pointer 0",
  ],
  "a segment as people write it for Scapy": [
    'syn = IP(dst="10.1.2.4")/TCP(sport=RandShort(),dport=80,flags="SA",seq=1000)',
    "tcp.dstport 80, tcp.flags 18, tcp.seq_raw 1000",
  ],
  "Cisco's router, of the packet": [
    "*Mar  1 00:14:32.123: IP: s=10.1.2.3 (Ethernet0/0), d=10.1.2.4 (Ethernet0/1), len 44, rcvd 3\n*Mar  1 00:14:32.127:     TCP src=11000, dst=23, seq=7, ack=0, win=4128 SYN",
    "ip.src 10.1.2.3, frame.interface Ethernet0/0, ip.dst 10.1.2.4, ip.len 44, tcp.srcport 11000, tcp.dstport 23, tcp.seq_raw 7, tcp.ack_raw 0, tcp.window_size_value 4128, tcp.flags 2",
  ],
  "lneto's log": [
    "0 02:12:13.617 [Ethernet len=14; destination=02:00:00:00:00:01; source=02:00:00:00:00:02 | IPv4 len=20; (Header Length)=5; (Type of Service)=0x00; (Total Length)=169; flags=0x4000; source=10.1.2.3; destination=10.1.2.4 | TCP [RFC9293] len=32; (Source port)=36890; (Destination port)=8009; (Header length)=8; flags=PSH,ACK | payload? len=117]",
    "tcp.srcport 36890, tcp.dstport 8009, tcp.hdr_len 8, tcp.flags 24, tcp.payload 117",
  ],
  "pfSense's filterlog": [
    "Jan  2 10:11:12 fw filterlog[7]: 5,,,1000000103,em0,match,block,in,4,0x0,,64,1234,0,DF,6,tcp,60,10.1.2.3,10.1.2.4,50123,80,0,S,439041101,,64240,,mss;sackOK",
    "frame.interface em0, ip.ttl 64, ip.id 1234, ip.len 60, ip.src 10.1.2.3, ip.dst 10.1.2.4, tcp.srcport 50123, tcp.dstport 80, tcp.payload 0, tcp.flags 2, tcp.seq_raw 439041101, tcp.window_size_value 64240",
  ],
  "pfSense's filterlog, of IPv6": [
    "filterlog: 5,,,0,igb0.5,match,pass,out,6,0x00,0x00000,64,TCP,6,37,fd00::3,fd00::4,50123,443,5,PA,7:12,9,501,0,nop;nop;TS",
    "frame.interface igb0.5, ipv6.src fd00::3, ipv6.dst fd00::4, tcp.srcport 50123, tcp.dstport 443, tcp.payload 5, tcp.flags 24, tcp.seq_raw 7, tcp.ack_raw 9, tcp.window_size_value 501, tcp.urgent_pointer 0",
  ],
  "MikroTik's sniffer": [
    " 0 time=1.697 num=1 direction=tx src-mac=02:00:00:00:00:01 dst-mac=02:00:00:00:00:02 interface=ether1\n   src-address=10.1.2.3:22 (ssh) dst-address=10.1.2.4:50123 protocol=ip ip-protocol=tcp size=54 cpu=0\n   ip-packet-size=40 ip-header-size=20 dscp=2 identification=4660 fragment-offset=0 ttl=64",
    "eth.src 02:00:00:00:00:01, eth.dst 02:00:00:00:00:02, frame.interface ether1, ip.src 10.1.2.3, tcp.srcport 22, ip.dst 10.1.2.4, tcp.dstport 50123, frame.len 54, ip.len 40, ip.id 4660, ip.ttl 64",
  ],
  "Scapy's ls, of a packet": [
    ">>> ls(p)\nversion    : BitField  (4 bits)                  = 4               ('4')\nlen        : ShortField                          = 40              ('None')\nflags      : FlagsField                          = <Flag 2 (DF)>   ('<Flag 0 ()>')\nttl        : ByteField                           = 64              ('64')\nsrc        : SourceIPField                       = '10.1.2.3'      ('None')\n--\nsport      : ShortEnumField                      = 50123           ('20')\ndport      : ShortEnumField                      = 80              ('80')\nseq        : IntField                            = 7               ('0')\nack        : IntField                            = 9               ('0')\ndataofs    : BitField  (4 bits)                  = None            ('None')\nflags      : FlagsField                          = <Flag 18 (SA)>  ('<Flag 2 (S)>')\nwindow     : ShortField                          = 8192            ('8192')\nurgptr     : ShortField                          = 0               ('0')",
    "ip.version 4, ip.len 40, ip.flags DF, ip.ttl 64, ip.src 10.1.2.3, tcp.srcport 50123, tcp.dstport 80, tcp.seq_raw 7, tcp.ack_raw 9, tcp.hdr_len None, tcp.flags 18, tcp.window_size_value 8192, tcp.urgent_pointer 0",
  ],
  "Scapy's ls, of the layer": [
    ">>> ls(TCP)\nsport      : ShortEnumField       = (20)\ndport      : ShortEnumField       = (80)\nseq        : IntField             = (0)\nflags      : FlagsField (9 bits)  = (2)\nwindow     : ShortField           = (8192)",
    "tcp.srcport 20, tcp.dstport 80, tcp.seq_raw 0, tcp.flags 2, tcp.window_size_value 8192",
  ],
  "Cisco's firewall with the link's header": [
    "   4: 10:11:12.323456 0200.0000.0001 0200.0000.0002 0x0800 Length: 66 10.1.2.3.50000 > 10.1.2.4.443: S 7:7(0) win 258 <mss 1380>",
    "frame.time 10:11:12.323456, eth.src 0200.0000.0001, eth.dst 0200.0000.0002, ip.src 10.1.2.3, tcp.srcport 50000, ip.dst 10.1.2.4, tcp.dstport 443, tcp.flags 2, tcp.seq_raw 7, tcp.window_size_value 258, tcp.options.mss_val 1380",
  ],
};

function said(mention: Mention): string[] {
  if (mention.kind !== "part") return [];
  const { part, segment } = mention;
  const value = part.id === "tcp.flags" ? segment.flags : (part.value ?? part.name ?? part.text);
  return [`${part.id} ${value}`];
}

describe("lines of firewalls, sniffers and small stacks", () => {
  for (const [tool, [text, parts]] of Object.entries(table))
    it(`of ${tool} say what the segment is`, () => {
      const found = [...mentionsIn(linesOf(text))].flatMap(({ mention }) => said(mention));
      assert.equal(found.join(", "), parts);
    });

  for (const text of [
    "Flags=......S., SrcPort=50123 without the rest",
    "proto TCP (NEW), 10.1.2.3 -> 10.1.2.4",
    "T 10.1.2.3:80 -> 10.1.2.4:81 [ZZ] #4",
    "1,em0,match,block,in,4,0x0,,64,7,0,DF,17,udp,60,10.1.2.3,10.1.2.4,53,80,40 and 6,tcp,1,2",
    "udp,dl_src=02:00:00:00:00:01,nw_src=10.1.2.3,tp_src=53,tp_dst=5353",
    "a page with <b>bold</b> words &amp; more",
  ])
    it(`are not in ${text}`, () => {
      const parts = [...mentionsIn(linesOf(text))].filter(({ mention }) => mention.kind === "part");
      assert.deepEqual(parts, []);
    });
});
