import { describeTreeLines } from "../dsl/describeTreeLines";

/** The same lines as other programs print them, or as pages and people leave them. */
describeTreeLines("Wireshark's tree elsewhere", {
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
});
