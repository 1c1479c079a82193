import { strict as assert } from "node:assert";
import fc from "fast-check";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { describeTreeLines } from "../dsl/describeTreeLines";
import { mentionOf, pointed } from "../dsl/pointed";
import { wiresharkTrees } from "../dsl/wiresharkTrees";

describeTreeLines("Wireshark's tree, line by line", wiresharkTrees, {
  "Wireshark 4": [
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
  "Wireshark 1": [
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
  "some lines alone": [
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
});

describe("Wireshark's tree", () => {
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
    const all = Object.values(wiresharkTrees).join("\n").split("\n");
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
