import { strict as assert } from "node:assert";
import fc from "fast-check";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, nameOf, pointed } from "../dsl/pointed";

/** The second segment of a handshake as Wireshark 4 and Wireshark 1 take it apart. */
const versions = {
  4: `Internet Protocol Version 4, Src: 192.0.2.9, Dst: 10.1.2.3
    0100 .... = Version: 4
    .... 0101 = Header Length: 20 bytes (5)
    Differentiated Services Field: 0x02 (DSCP: CS0, ECN: ECT(0))
        .... ..10 = Explicit Congestion Notification: ECN-Capable Transport codepoint '10' (2)
    010. .... = Flags: 0x2, Don't fragment
        .1.. .... = Don't fragment: Set
        ..0. .... = More fragments: Not set
    Time to Live: 57
    Protocol: TCP (6)
    Header Checksum: 0x49d4 [validation disabled]
Transmission Control Protocol, Src Port: 3001, Dst Port: 55104, Seq: 0, Ack: 1, Len: 0
    Source Port: 3001
    Destination Port: 55104
    [Stream index: 5]
    [Stream Packet Number: 3]
    [PDU Size: 517]
    [Stream Packet Number: 2]
    [Conversation completeness: Complete, WITH_DATA (31)]
        ..0. .... = RST: Absent
        .... ...1 = SYN: Present
        [Completeness Flags: ·FDASS]
    [TCP Segment Len: 0]
    Sequence Number: 0    (relative sequence number)
    Sequence Number (raw): 3000000000
    [Next Sequence Number: 1    (relative sequence number)]
    Acknowledgment Number: 1    (relative ack number)
    Acknowledgment number (raw): 4000000001
    1010 .... = Header Length: 40 bytes (10)
    Flags: 0x012 (SYN, ACK)
        000. .... .... = Reserved: Not set
        ...0 .... .... = Accurate ECN: Not set
        .... 0... .... = Congestion Window Reduced: Not set
        .... .... ..1. = Syn: Set
            [Expert Info (Chat/Sequence): Connection establish acknowledge (SYN+ACK): server port 3001]
        [TCP Flags: ·······A··S·]
    Window: 65483
    [Calculated window size: 65483]
    Checksum: 0xfe30 [unverified]
    [Checksum Status: Unverified]
    Urgent Pointer: 0
    Options: (20 bytes), Maximum segment size, SACK permitted, Timestamps, No-Operation (NOP), Window scale
        TCP Option - Maximum segment size: 1400 bytes
            Kind: Maximum Segment Size (2)
            Length: 4
            MSS Value: 1400
        TCP Option - SACK permitted
        TCP Option - Timestamps: TSval 71, TSecr 70
            Timestamp value: 71: TSval 71, TSecr 70
        TCP Option - Window scale: 7 (multiply by 128)
            Shift count: 7
            [Multiplier: 128]
    [SEQ/ACK analysis]
        [This is an ACK to the segment in frame: 3]
        [The RTT to ACK the segment was: 0.000250000 seconds]
        [iRTT: 0.000400000 seconds]`,
  1: `Internet Protocol, Src: 192.0.2.9 (192.0.2.9), Dst: 10.1.2.3 (10.1.2.3)
    Version: 4
    Header length: 20 bytes
    Flags: 0x02 (Don't Fragment)
        0.. = Reserved bit: Not Set
    Header checksum: 0x1234 [correct]
Transmission Control Protocol, Src Port: http (80), Dst Port: 55104 (55104), Seq: 0, Ack: 1, Len: 0
    Source port: http (80)
    Destination port: 55104 (55104)
    Sequence number: 0    (relative sequence number)
    Acknowledgement number: 1    (relative ack number)
    Header length: 40 bytes
    Flags: 0x12 (SYN, ACK)
        ...1 .... = Acknowledgement: Set
        .... ..1. = Syn: Set
        .... ...0 = Fin: Not set
    Window size: 5792
    Checksum: 0x9529 [incorrect, should be 0x1111 (maybe caused by "TCP checksum offload"?)]
        [Bad Checksum: True]
    Options: (20 bytes)
        Maximum segment size: 1460 bytes
        SACK permitted
        NOP
        Window scale: 7 (multiply by 128)`,
};

/** Lines further on in a connection, with nothing above them that names the protocol. */
const later = `Acknowledgment number: 1    (relative ack number)
1000 .... = Header Length: 32 bytes (8)
Flags: 0x018 (PSH, ACK)
    .... ...1 .... = Acknowledgment: Set
    .... .... 1... = Push: Set
    .... .... ...0 = Fin: Not set
Window size value: 229
[Calculated window size: 29312]
[Window size scaling factor: 128]
[SEQ/ACK analysis]
    [Bytes in flight: 517]
    [TCP Analysis Flags]
        [Expert Info (Note/Sequence): This frame is a (suspected) retransmission]
    [The RTO for this segment was: 0.212000000 seconds]
    [RTO based on delta from frame: 11]
TCP payload (517 bytes)`;

/** The line of a text that is pointed at, its name, and what must be said of it in English and in Chinese. */
type Case = readonly [line: string, name: string, english: string, chinese: string];
const table: Readonly<Record<string, readonly [text: string, cases: readonly Case[]]>> = {
  "Wireshark 4": [
    versions[4],
    [
      ["Src: 192.0.2.9", "ip.src", "kept for books", "书和例子"],
      ["0100 .... = Version: 4", "ip.version", "4 for IPv4", "IPv4"],
      [".... 0101 = Header Length: 20 bytes (5)", "ip.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
      [
        ".... ..10 = Explicit Congestion Notification: ECN-Capable Transport codepoint '10' (2)",
        "ip.dsfield.ecn",
        "**ECT(0)**",
        "支持 ECN",
      ],
      ["Timestamp value: 71: TSval 71, TSecr 70", "tcp.options.timestamp.tsval", "**71** on its sender's clock", "**71**"],
      ["010. .... = Flags: 0x2, Don't fragment", "ip.flags", "no router may split it", "路由器不得分片"],
      [".1.. .... = Don't fragment: Set", "ip.flags.df", "no router may split it", "路由器不得分片"],
      ["..0. .... = More fragments: Not set", "ip.flags.mf", "no further fragment follows", "没有分片了"],
      ["Time to Live: 57", "ip.ttl", "started at 64", "64"],
      ["Protocol: TCP (6)", "ip.proto", "**TCP**", "**TCP**"],
      ["Header Checksum: 0x49d4 [validation disabled]", "ip.checksum", "did not check it", "没有验证"],
      ["Src Port: 3001", "tcp.srcport", "3001", "3001"],
      ["Ack: 1", "tcp.ack_raw", "Everything up to 0", "到 0 为止"],
      ["Source Port: 3001", "tcp.srcport", "3001", "3001"],
      ["Destination Port: 55104", "tcp.dstport", "picked by the client", "55104"],
      ["[Stream index: 5]", "tcp.stream", "`tcp.stream == 5`", "`tcp.stream == 5`"],
      ["[Stream Packet Number: 3]", "tcp.stream.number", "packet **3** of its connection", "第 **3** 个数据包"],
      ["[PDU Size: 517]", "tcp.pdu.size", "**517 bytes**", "**517 字节**"],
      ["[Conversation completeness: Complete, WITH_DATA (31)]", "tcp.completeness", "FIN (16) = **31**", "FIN (16) = **31**"],
      [".... ...1 = SYN: Present", "tcp.completeness", "of this connection", "这个连接"],
      ["[TCP Segment Len: 0]", "tcp.payload", "the SYN takes one", "SYN 占用一个序号"],
      ["Sequence Number: 0    (relative sequence number)", "tcp.seq_raw", "counts from the SYN", "相对序号"],
      ["Sequence Number (raw): 3000000000", "tcp.seq_raw", "**3000000001**", "**3000000001**"],
      ["[Next Sequence Number: 1    (relative sequence number)]", "tcp.nxtseq", "**1** is the number behind", "**1**"],
      ["Acknowledgment Number: 1    (relative ack number)", "tcp.ack_raw", "**1** is the next byte", "**1**"],
      ["Acknowledgment number (raw): 4000000001", "tcp.ack_raw", "up to 4000000000", "到 4000000000 为止"],
      ["1010 .... = Header Length: 40 bytes (10)", "tcp.hdr_len", "20 fixed and 20 of options", "20"],
      ["Flags: 0x012 (SYN, ACK)", "tcp.flags", "second of three", "第二次握手"],
      ["000. .... .... = Reserved: Not set", "tcp.flags.res", "must be", "必须为 0"],
      ["...0 .... .... = Accurate ECN: Not set", "tcp.flags.ae", "RFC 9768", "RFC 9768"],
      [".... 0... .... = Congestion Window Reduced: Not set", "tcp.flags.cwr", "slowed down", "减速"],
      [".... .... ..1. = Syn: Set", "tcp.flags.syn", "second of three", "第二次握手"],
      [
        "[Expert Info (Chat/Sequence): Connection establish acknowledge (SYN+ACK): server port 3001]",
        "tcp.flags",
        "second of three",
        "第二次握手",
      ],
      ["[TCP Flags: ·······A··S·]", "tcp.flags", "SYN, ACK", "SYN, ACK"],
      ["Window: 65483", "tcp.window_size_value", "never scaled", "从不扩大"],
      ["[Calculated window size: 65483]", "tcp.window_size", "never scaled", "从不扩大"],
      ["Checksum: 0xfe30 [unverified]", "tcp.checksum", "did not check it", "没有验证"],
      ["[Checksum Status: Unverified]", "tcp.checksum", "did not check it", "没有验证"],
      ["Urgent Pointer: 0", "tcp.urgent_pointer", "URG flag is clear", "URG"],
      [
        "Options: (20 bytes), Maximum segment size, SACK permitted, Timestamps, No-Operation (NOP), Window scale",
        "tcp.options",
        "offer each other",
        "选项",
      ],
      ["TCP Option - Maximum segment size: 1400 bytes", "tcp.options.mss_val", "**1400 bytes**", "**1400 字节**"],
      ["Kind: Maximum Segment Size (2)", "tcp.option_kind", "**2** in IANA's list", "**2** 号"],
      ["Length: 4", "tcp.option_len", "2 remain", "2 字节"],
      ["MSS Value: 1400", "tcp.options.mss_val", "packet of 1440", "1440"],
      ["TCP Option - SACK permitted", "tcp.options.sack_perm", "selective", "选择确认"],
      ["TCP Option - Timestamps: TSval 71, TSecr 70", "tcp.options.timestamp", "**71**; 70 came last", "**71**"],
      ["TCP Option - Window scale: 7 (multiply by 128)", "tcp.options.wscale.shift", "**×128**", "**×128**"],
      ["Shift count: 7", "tcp.options.wscale.shift", "**×128**", "**×128**"],
      ["[Multiplier: 128]", "tcp.options.wscale.multiplier", "**128 bytes**", "**128 字节**"],
      ["[This is an ACK to the segment in frame: 3]", "tcp.analysis.acks_frame", "packet **3**", "数据包 **3**"],
      ["[The RTT to ACK the segment was: 0.000250000 seconds]", "tcp.analysis.ack_rtt", "**250 µs**", "**250 µs**"],
      ["[iRTT: 0.000400000 seconds]", "tcp.analysis.initial_rtt", "**400 µs**", "**400 µs**"],
    ],
  ],
  "Wireshark 1": [
    versions[1],
    [
      ["Header length: 20 bytes", "ip.hdr_len", "no options", "20 字节"],
      ["Flags: 0x02 (Don't Fragment)", "ip.flags", "no router may split it", "路由器不得分片"],
      ["0.. = Reserved bit: Not Set", "ip.flags.rb", "must be", "必须为 0"],
      ["Src Port: http (80)", "tcp.srcport", "Port **80** is known for **http**", "**80**"],
      ["Source port: http (80)", "tcp.srcport", "Port **80** is known for **http**", "**80**"],
      ["Destination port: 55104 (55104)", "tcp.dstport", "picked by the client", "55104"],
      ["Acknowledgement number: 1    (relative ack number)", "tcp.ack_raw", "**1** is the next byte", "**1**"],
      ["Header length: 40 bytes", "tcp.hdr_len", "20 of options", "20"],
      ["...1 .... = Acknowledgement: Set", "tcp.flags.ack", "**1** is the next byte", "**1**"],
      [".... ..1. = Syn: Set", "tcp.flags.syn", "second of three", "第二次握手"],
      [".... ...0 = Fin: Not set", "tcp.flags.fin", "may go on sending", "继续发送"],
      ["Window size: 5792", "tcp.window_size_value", "never scaled", "从不扩大"],
      ["[Bad Checksum: True]", "tcp.checksum", "`0x1111` would fit", "`0x1111`"],
      ["Maximum segment size: 1460 bytes", "tcp.options.mss_val", "**1460 bytes**", "**1460 字节**"],
      ["SACK permitted", "tcp.options.sack_perm", "selective", "选择确认"],
      ["NOP", "tcp.options.nop", "filling", "填充"],
      ["Window scale: 7 (multiply by 128)", "tcp.options.wscale.shift", "**×128**", "**×128**"],
    ],
  ],
  "some lines alone": [
    later,
    [
      ["1000 .... = Header Length: 32 bytes (8)", "tcp.hdr_len", "12 of options", "12"],
      ["Flags: 0x018 (PSH, ACK)", "tcp.flags", "517 bytes", "517 字节"],
      [".... ...1 .... = Acknowledgment: Set", "tcp.flags.ack", "**1** is the next byte", "**1**"],
      [".... .... 1... = Push: Set", "tcp.flags.push", "the last of the data", "到此为止"],
      ["Window size value: 229", "tcp.window_size_value", "229 × 128 = **29312 bytes**", "229 × 128 = **29312 字节**"],
      ["[Calculated window size: 29312]", "tcp.window_size", "**29312 bytes**", "**29312 字节**"],
      ["[Window size scaling factor: 128]", "tcp.window_size_scalefactor", "units of **128 bytes**", "**128 字节**"],
      ["[Bytes in flight: 517]", "tcp.analysis.bytes_in_flight", "**517 bytes** were under way", "在途的有 **517 字节**"],
      [
        "[Expert Info (Note/Sequence): This frame is a (suspected) retransmission]",
        "tcp.mark",
        "no acknowledgment came in time",
        "确认",
      ],
      ["[The RTO for this segment was: 0.212000000 seconds]", "tcp.analysis.rto", "**212 ms**", "**212 ms**"],
      ["[RTO based on delta from frame: 11]", "tcp.analysis.rto_frame", "packet **11**", "数据包 **11**"],
      ["TCP payload (517 bytes)", "tcp.payload", "**517 bytes**", "**517 字节**"],
    ],
  ],
  "JSON with the names of filters": [
    '"tcp": {\n  "tcp.srcport": "50000",\n  "tcp.dstport": "443",\n  "tcp.len": "0",\n  "tcp.seq": "0",\n  "tcp.seq_raw": "3704092000",\n  "tcp.flags": "0x0002",\n  "tcp.flags_tree": {\n    "tcp.flags.syn": "1",\n    "tcp.flags.fin": "0"\n  },\n  "tcp.window_size_value": "64240"',
    [
      ['"tcp.srcport": "50000"', "tcp.srcport", "client's system", "客户端"],
      ['"tcp.seq_raw": "3704092000"', "tcp.seq_raw", "**3704092001**", "**3704092001**"],
      ['"tcp.flags.syn": "1"', "tcp.flags.syn", "first of three", "第一次握手"],
      ['"tcp.flags.fin": "0"', "tcp.flags.fin", "may go on sending", "继续发送"],
      ['"tcp.window_size_value": "64240"', "tcp.window_size_value", "never scaled", "从不扩大"],
    ],
  ],
  "XML that shows the tree's lines": [
    '<proto name="tcp" showname="Transmission Control Protocol, Src Port: 80, Dst Port: 4000, Seq: 1, Ack: 8, Len: 0" size="20" pos="34">\n  <field name="tcp.flags" showname="Flags: 0x011 (FIN, ACK)" size="2" pos="46" show="0x0011" value="11">\n    <field name="tcp.flags.fin" showname=".... .... ...1 = Fin: Set" size="1" pos="47" show="1" value="1"/>',
    [
      ["Ack: 8", "tcp.ack_raw", "**8** is the next byte", "**8**"],
      ["Flags: 0x011 (FIN, ACK)", "tcp.flags", "**2** will acknowledge", "**2**"],
      [".... .... ...1 = Fin: Set", "tcp.flags.fin", "Closes one direction", "关闭一个方向"],
    ],
  ],
  "what Scapy shows": [
    "###[ IP ]### \n  version   = 4\n  ihl       = 5\n  flags     = DF\n  ttl       = 64\n  \\options   \\\n###[ TCP ]### \n     sport     = 43320\n     dport     = http\n     seq       = 100\n     ack       = 0\n     dataofs   = 10\n     flags     = S\n     window    = 29200\n     chksum    = 0x87e4",
    [
      ["ihl       = 5", "ip.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
      ["flags     = DF", "ip.flags", "no router may split it", "路由器不得分片"],
      ["dport     = http", "tcp.dstport", "port **80**", "**80**"],
      ["seq       = 100", "tcp.seq_raw", "**101**", "**101**"],
      ["dataofs   = 10", "tcp.hdr_len", "20 of options", "20"],
      ["flags     = S", "tcp.flags", "first of three", "第一次握手"],
      ["window    = 29200", "tcp.window_size_value", "never scaled", "从不扩大"],
    ],
  ],
  "lines with remarks behind them": [
    "TCP, Src Port: 52341, Dst Port: 80, Seq: 0, Len: 0\n    Source Port: 52341\t\t// the client's\n    Sequence Number: 0 (relative)\n  v Flags: 0x002 (SYN)   <- look\n        .... .... ..1. = Syn: Set (1)      ← SYN=1\n        TCP SACK Permitted Option: True\n    [TCP Segment Len: 0]      // none\n    [Message: Connection establish request (SYN): server port 80]",
    [
      ["Src Port: 52341", "tcp.srcport", "sent the SYN", "SYN"],
      ["Source Port: 52341", "tcp.srcport", "sent the SYN", "SYN"],
      ["Sequence Number: 0 (relative)", "tcp.seq_raw", "first byte of data", "SYN"],
      ["Flags: 0x002 (SYN)", "tcp.flags", "first of three", "第一次握手"],
      [".... .... ..1. = Syn: Set (1)", "tcp.flags.syn", "first of three", "第一次握手"],
      ["TCP SACK Permitted Option: True", "tcp.options.sack_perm", "selective", "选择确认"],
      ["[TCP Segment Len: 0]", "tcp.payload", "the SYN takes one", "SYN 占用一个序号"],
      ["[Message: Connection establish request (SYN): server port 80]", "tcp.flags", "first of three", "第一次握手"],
    ],
  ],
  "lines in bold": [
    "Transmission Control Protocol, **Src Port: 46378, Dst Port: 80**, Seq: 1, Ack: 1, **Len: 77**\n    **Source Port: 46378**\n    **[TCP Segment Len: 77]**\n    Flags: 0x018 (PSH, ACK)",
    [
      ["Dst Port: 80", "tcp.dstport", "Port **80**", "**80**"],
      ["Len: 77", "tcp.payload", "**77 bytes**", "**77 字节**"],
      ["Source Port: 46378", "tcp.srcport", "picked by the client", "客户端"],
      ["[TCP Segment Len: 77]", "tcp.payload", "**77 bytes**", "**77 字节**"],
      ["Flags: 0x018 (PSH, ACK)", "tcp.flags", "**77 bytes**", "**77 字节**"],
    ],
  ],
  "lines that lost their spaces": [
    "Flags: 0x010 (ACK)\n    .... ...1.... = Acknowledgment: Set\nWindow size value: 32768\n[Window size scaling factor: -1(unknown)]\nChecksum: 0xfe13[unverified]\nTCP payload(1460 bytes)",
    [
      [".... ...1.... = Acknowledgment: Set", "tcp.flags.ack", "counts", "有效"],
      ["[Window size scaling factor: -1(unknown)]", "tcp.window_size_scalefactor", "SYN is not in the capture", "没有 SYN"],
      ["Checksum: 0xfe13[unverified]", "tcp.checksum", "did not check it", "没有验证"],
      ["TCP payload(1460 bytes)", "tcp.payload", "**1460 bytes**", "**1460 字节**"],
    ],
  ],
  "flags whose dots a terminal could not show, and the sum that Wireshark reckons": [
    "Flags: 0x018 (PSH, ACK)\n    [TCP Flags: ???????AP???]\nChecksum: 0xfe13 incorrect, should be 0x5d26\n[Calculated Checksum: 0x5d26]",
    [
      ["[TCP Flags: ???????AP???]", "tcp.flags", "PSH, ACK", "PSH, ACK"],
      ["[Calculated Checksum: 0x5d26]", "tcp.checksum", "`0xfe13` stands in the header, `0x5d26` would fit", "`0x5d26`"],
    ],
  ],
  "a table of what a student saw": [
    "| Field | Length | Value | Wireshark |\n| Syn   | 1 bit | 0 | .... .... ..0. = Syn: Not set |\n| Window | 2 bytes | 229 | Window: 229 |\n| Scale | | 128 | [Window size scaling factor: 128] |",
    [
      [".... .... ..0. = Syn: Not set", "tcp.flags.syn", "neither asks", "既不请求"],
      ["Window: 229", "tcp.window_size_value", "229 × 128", "229 × 128"],
      ["[Window size scaling factor: 128]", "tcp.window_size_scalefactor", "units of **128 bytes**", "**128 字节**"],
    ],
  ],
  "dots that a page made one sign of": [
    "Transmission Control Protocol, Src Port: 50000, Dst Port: 443\n    0101 …. = Header Length: 20 bytes (5)\n    000. …. …. = Reserved: Not set\n    …. …1 …. = Acknowledgment: Set\n| Header Length | 4bit | 20 | 0101 … = Header Length: 20 bytes (5) |\n    … … ..1. = Syn: Set",
    [
      ["0101 …. = Header Length: 20 bytes (5)", "tcp.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
      ["000. …. …. = Reserved: Not set", "tcp.flags.res", "must be", "必须为 0"],
      ["…. …1 …. = Acknowledgment: Set", "tcp.flags.ack", "everything before that number", "都已收到"],
      ["0101 … = Header Length: 20 bytes (5)", "tcp.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
      ["… … ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"],
    ],
  ],
  "bits within a sentence": [
    "In Wireshark I looked for `.... .... ..1. = Syn: Set` and found it.",
    [[".... .... ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"]],
  ],
  "XML as JSON": [
    '"name": "tcp.flags.syn",\n"showname": ".... .... ..1. = Syn: Set",\n"size": "1"',
    [[".... .... ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"]],
  ],
  "a packet that pyshark prints": [
    "Layer TCP\n:\tSource Port: 443\n\tStream index: 4\n\tFlags: 0x0018\n\t.... .... 1... = Push: Set\n\tCalculated window size: 501",
    [
      ["Source Port: 443", "tcp.srcport", "Port **443** is known", "**443**"],
      ["Stream index: 4", "tcp.stream", "`tcp.stream == 4`", "`tcp.stream == 4`"],
      [".... .... 1... = Push: Set", "tcp.flags.push", "the last of the data", "到此为止"],
    ],
  ],
  "a window whose scale nobody knows": [
    "Window: 229\n[Calculated window size: 229]\n[Window size scaling factor: -1 (unknown)]",
    [["[Window size scaling factor: -1 (unknown)]", "tcp.window_size_scalefactor", "SYN is not in the capture", "没有 SYN"]],
  ],
  "blocks that came beyond a gap": [
    "Transmission Control Protocol, Src Port: 80, Dst Port: 4000, Seq: 1, Ack: 1461, Len: 0\n    Flags: 0x010 (ACK)\n        TCP Option - SACK 2921-4381\n            left edge = 2921 (relative)",
    [
      ["TCP Option - SACK 2921-4381", "tcp.options.sack", "**2921 to 4380**", "**2921 到 4380**"],
      ["left edge = 2921 (relative)", "tcp.options.sack_le", "First byte of a block", "块"],
    ],
  ],
};

/** How people paste a tree. */
const dressings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a quote": (text) => text.replace(/^/gm, "> "),
  "with its branches drawn": (text) => text.replace(/^ *(?=\S)/gm, "│   ├─ "),
  "in a comment": (text) => text.replace(/^/gm, " * "),
  "without its indent": (text) => text.replace(/^ +/gm, ""),
  "with an empty line behind each": (text) => text.replaceAll("\n", "\n\n"),
  "with CRLF and tabs": (text) => text.replaceAll("    ", "\t").replaceAll("\n", "\r\n"),
};

/** The text with a whole line pointed at, or what stands in one. */
function marked(text: string, line: string): string {
  const whole = text.split("\n").find((each) => each.trim() === line);
  return whole ? text.replace(whole, whole.replace(line, `⟦${line}⟧`)) : text.replace(line, `⟦${line}⟧`);
}

describe("Wireshark's tree, line by line", () => {
  for (const [kind, [text, cases]] of Object.entries(table))
    describe(kind, () => {
      for (const [line, name, ...expected] of cases)
        it(`says what follows from ${line}`, () => {
          for (const [dressing, dress] of Object.entries(dressings)) {
            const place = pointed(dress(marked(text, line)).replaceAll("\r\n", "\n"));
            const mention = mentionOf(place);
            assert.equal(nameOf(mention), name, dressing);
            assert.deepEqual(
              [mention?.startColumn, mention?.endColumn],
              [place.column, place.column + place.text.length],
              dressing,
            );
            for (const [i, language] of (["en", "zh-cn"] as const).entries()) {
              const { markdown } = mentionHover(mention!, wordsFor(language));
              assert.ok(markdown.includes(expected[i]), `${dressing}: ${markdown}`);
            }
          }
        });
    });

  for (const text of [
    "Length: ⟦4⟧\nKind: of a list",
    "the words Source Port: ⟦80⟧ alone",
    "User Datagram Protocol, Src Port: 53, Dst Port: 4000\n    Source Port: 53\n    ⟦Length: 40⟧",
    "Hypertext Transfer Protocol\n    ⟦Window: 5⟧",
    "Transmission Control Protocol, Src Port: 80, Dst Port: 4000, Seq: 1, Ack: 1, Len: 0\n    Window: 5\n\nSome words of the author.\n\n⟦Options: none⟧",
    "Options: (20 bytes)\n⟦Kind: MSS⟧",
  ])
    it(`has no line in ${text.replaceAll("\n", "⏎")}`, () => assert.equal(mentionOf(pointed(text)), undefined));

  it("takes lines in any order, cut anywhere, and says something of each", () => {
    const all = [...Object.values(versions), later].join("\n").split("\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...all), fc.nat(40)), { maxLength: 30 }), (pieces) => {
        const lines = linesOf(pieces.map(([line, cut]) => line.slice(0, Math.max(3, line.length - cut))).join("\n"));
        for (let line = 0; line < lines.count; line += 1)
          for (let column = 0; column < lines.at(line).length; column += 5) {
            const mention = mentionAt(lines, line, column);
            if (!mention) continue;
            assert.ok(mention.startColumn <= column && column < mention.endColumn);
            for (const language of ["en", "zh-cn"] as const) {
              const { markdown, brief } = mentionHover(mention, wordsFor(language));
              assert.ok(brief.length > 0 && !/undefined|NaN/.test(markdown), markdown);
            }
          }
      }),
      { numRuns: 60 },
    );
  });
});
