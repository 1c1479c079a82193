/** Lines as Linux's firewall, nmap, hping, Scapy, packetdrill, ss and other sniffers have them. */
export const toolLines = [
  "IN=eth0 OUT= SRC=192.0.2.7 DST=198.51.100.9 LEN=52 TTL=63 ID=7 DF PROTO=TCP SPT=443 DPT=50122 SEQ=5 ACK=900 WINDOW=501 RES=0x00 ACK FIN URGP=0",
  "RCVD (0.0403s) TCP 198.51.100.9:80 > 192.0.2.7:50122 SA ttl=64 id=0 iplen=44  seq=987654 win=29200 <mss 1460>",
  "len=46 ip=198.51.100.9 ttl=64 DF id=0 sport=81 flags=RA seq=1 win=0 rtt=0.9 ms",
  "<TCP  sport=50122 dport=http seq=100 ack=0 dataofs=None flags=S window=8192 |>",
  "+.1 < P. 1:1001(1000) ack 1 win 257",
  "cubic wscale:7,8 rto:204 backoff:1 rtt:0.5/0.25 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 ssthresh:7",
  "cwnd:10 bytes_sent:9000 bytes_retrans:1000 bytes_acked:8001 bytes_received:70 segs_out:9 segs_in:8 data_segs_out:7 data_segs_in:6",
  "cwnd:10 send 115Mbps lastsnd:4 lastrcv:5 lastack:6 pacing_rate 230.1Mbps delivery_rate 90Mbps delivered:8 busy:100ms",
  "cwnd:10 rwnd_limited:20ms(20.0%) sndbuf_limited:5ms(5.0%) unacked:2 retrans:0/3 lost:1 sacked:2 dsack_dups:1 reordering:5",
  "cwnd:10 rcv_rtt:1.5 rcv_space:14600 rcv_ssthresh:64076 notsent:10 minrtt:0.4 snd_wnd:65536 rcv_wnd:64256",
  "3.125 port1 in 192.0.2.7.50122 -> 198.51.100.9.443: syn 100",
  "client -> server TCP D=443 S=50122 Ack=901 Seq=101 Len=7 Win=501 Options=<nop,nop,tstamp 5 4>",
  "TCP src=443, dst=50122, seq=900, ack=108, win=4128 ACK FIN",
  "01/02-10:11:12.5 192.0.2.7:50122 -> 198.51.100.9:443\nTCP TTL:63 TOS:0x0 ID:9 IpLen:20 DgmLen:47 DF\n***AP*** Seq: 0x65  Ack: 0x385  Win: 0x1F5  TcpLen: 20",
  "Transmission Control Protocol\n    Source Port: 443\n    Destination Port: 50122\n    Sequence Number (raw): 900\n    Flags: 0x011 (FIN, ACK)",
];
