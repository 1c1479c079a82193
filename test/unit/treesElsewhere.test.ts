import { describeTreeLines } from "../dsl/describeTreeLines";
import { treesElsewhere } from "../dsl/treesElsewhere";

describeTreeLines("Wireshark's tree elsewhere", treesElsewhere, {
  "JSON with the names of filters": [
    ['"tcp.srcport": "50000"', "tcp.srcport", "client's system", "客户端"],
    ['"tcp.seq_raw": "3704092000"', "tcp.seq_raw", "**3704092001**", "**3704092001**"],
    ['"tcp.flags.syn": "1"', "tcp.flags.syn", "first of three", "第一次握手"],
    ['"tcp.flags.fin": "0"', "tcp.flags.fin", "may go on sending", "继续发送"],
    ['"tcp.window_size_value": "64240"', "tcp.window_size_value", "never scaled", "从不扩大"],
  ],
  "XML that shows the tree's lines": [
    ["Ack: 8", "tcp.ack_raw", "**8** is the next byte", "**8**"],
    ["Flags: 0x011 (FIN, ACK)", "tcp.flags", "**2** will acknowledge", "**2**"],
    [".... .... ...1 = Fin: Set", "tcp.flags.fin", "Closes one direction", "关闭一个方向"],
  ],
  "what Scapy shows": [
    ["ihl       = 5", "ip.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
    ["flags     = DF", "ip.flags", "no router may split it", "路由器不得分片"],
    ["dport     = http", "tcp.dstport", "port **80**", "**80**"],
    ["seq       = 100", "tcp.seq_raw", "**101**", "**101**"],
    ["dataofs   = 10", "tcp.hdr_len", "20 of options", "20"],
    ["flags     = S", "tcp.flags", "first of three", "第一次握手"],
    ["window    = 29200", "tcp.window_size_value", "never scaled", "从不扩大"],
  ],
  "lines with remarks behind them": [
    ["Src Port: 52341", "tcp.srcport", "sent the SYN", "SYN"],
    ["Source Port: 52341", "tcp.srcport", "sent the SYN", "SYN"],
    ["Sequence Number: 0 (relative)", "tcp.seq_raw", "first byte of data", "SYN"],
    ["Flags: 0x002 (SYN)", "tcp.flags", "first of three", "第一次握手"],
    [".... .... ..1. = Syn: Set (1)", "tcp.flags.syn", "first of three", "第一次握手"],
    ["TCP SACK Permitted Option: True", "tcp.options.sack_perm", "selective", "选择确认"],
    ["[TCP Segment Len: 0]", "tcp.payload", "the SYN takes one", "SYN 占用一个序号"],
    ["[Message: Connection establish request (SYN): server port 80]", "tcp.flags", "first of three", "第一次握手"],
  ],
  "lines in bold": [
    ["Dst Port: 80", "tcp.dstport", "Port **80**", "**80**"],
    ["Len: 77", "tcp.payload", "**77 bytes**", "**77 字节**"],
    ["Source Port: 46378", "tcp.srcport", "picked by the client", "客户端"],
    ["[TCP Segment Len: 77]", "tcp.payload", "**77 bytes**", "**77 字节**"],
    ["Flags: 0x018 (PSH, ACK)", "tcp.flags", "**77 bytes**", "**77 字节**"],
  ],
  "lines that lost their spaces": [
    [".... ...1.... = Acknowledgment: Set", "tcp.flags.ack", "counts", "有效"],
    ["[Window size scaling factor: -1(unknown)]", "tcp.window_size_scalefactor", "SYN is not in the capture", "没有 SYN"],
    ["Checksum: 0xfe13[unverified]", "tcp.checksum", "did not check it", "没有验证"],
    ["TCP payload(1460 bytes)", "tcp.payload", "**1460 bytes**", "**1460 字节**"],
  ],
  "flags whose dots a terminal could not show, and the sum that Wireshark reckons": [
    ["[TCP Flags: ???????AP???]", "tcp.flags", "PSH, ACK", "PSH, ACK"],
    ["[Calculated Checksum: 0x5d26]", "tcp.checksum", "`0xfe13` stands in the header, `0x5d26` would fit", "`0x5d26`"],
  ],
  "a table of what a student saw": [
    [".... .... ..0. = Syn: Not set", "tcp.flags.syn", "neither asks", "既不请求"],
    ["Window: 229", "tcp.window_size_value", "229 × 128", "229 × 128"],
    ["[Window size scaling factor: 128]", "tcp.window_size_scalefactor", "units of **128 bytes**", "**128 字节**"],
  ],
  "dots that a page made one sign of": [
    ["0101 …. = Header Length: 20 bytes (5)", "tcp.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
    ["000. …. …. = Reserved: Not set", "tcp.flags.res", "must be", "必须为 0"],
    ["…. …1 …. = Acknowledgment: Set", "tcp.flags.ack", "everything before that number", "都已收到"],
    ["0101 … = Header Length: 20 bytes (5)", "tcp.hdr_len", "**5** × 4 = **20 bytes**", "**20 字节**"],
    ["… … ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"],
  ],
  "bits within a sentence": [[".... .... ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"]],
  "XML as JSON": [[".... .... ..1. = Syn: Set", "tcp.flags.syn", "first of three", "第一次握手"]],
  "a packet that pyshark prints": [
    ["Source Port: 443", "tcp.srcport", "Port **443** is known", "**443**"],
    ["Stream index: 4", "tcp.stream", "`tcp.stream == 4`", "`tcp.stream == 4`"],
    [".... .... 1... = Push: Set", "tcp.flags.push", "the last of the data", "到此为止"],
  ],
  "a window whose scale nobody knows": [
    ["[Window size scaling factor: -1 (unknown)]", "tcp.window_size_scalefactor", "SYN is not in the capture", "没有 SYN"],
  ],
  "blocks that came beyond a gap": [
    ["TCP Option - SACK 2921-4381", "tcp.options.sack", "**2921 to 4380**", "**2921 到 4380**"],
    ["left edge = 2921 (relative)", "tcp.options.sack_le", "First byte of a block", "块"],
  ],
});
