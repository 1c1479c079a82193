import { strict as assert } from "node:assert";
import fc from "fast-check";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, nameOf, pointed } from "../dsl/pointed";

describe("mentions of segments in words", () => {
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
