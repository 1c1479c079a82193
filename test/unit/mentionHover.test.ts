import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, pointed } from "../dsl/pointed";

/** The two SYNs of a connection as `tcpdump` prints them. */
const handshake = [
  "12:00:00.000100 IP 10.1.2.3.40000 > 10.1.2.4.80: Flags [S], seq 1000, win 64240, options [mss 1460,sackOK,TS val 70 ecr 0,nop,wscale 7], length 0",
  "12:00:00.000350 IP 10.1.2.4.80 > 10.1.2.3.40000: Flags [S.], seq 900000000, ack 1001, win 65160, options [mss 1400,sackOK,TS val 90 ecr 70,nop,wscale 9], length 0",
].join("\n");
const from = (side: "client" | "server") =>
  side === "client" ? "12:00:00.000400 IP 10.1.2.3.40000 > 10.1.2.4.80:" : "12:00:00.000900 IP 10.1.2.4.80 > 10.1.2.3.40000:";
const after = (marked: string, side: "client" | "server" = "client") => `${handshake}\n${from(side)} ${marked}`;

/** What must be said, in English and in Chinese; `!` before a text that must not. */
type Case = readonly [marked: string, english: readonly string[], chinese: readonly string[]];

const table: Readonly<Record<string, readonly Case[]>> = {
  "Linux's table of sockets": [
    [
      "   0: ⟦0100007F⟧:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22310 1",
      ["127.0.0.1"],
      ["127.0.0.1"],
    ],
    ["   0: 0100007F:⟦1F90⟧ 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22310 1", ["8080"], ["8080"]],
  ],
  "display filters": [
    ["⟦tcp.flags.syn==1 && tcp.flags.ack==0⟧", ["SYN (tcp.flags.syn) is set, and ACK"], ["已置位，并且"]],
    ["⟦tcp.analysis.zero_window⟧", ["is marked “Zero window”", "nothing more"], ["零窗口"]],
    ["⟦tcp.port in {80 443}⟧ of an old version", ["Asks for TCP port (`tcp.port`)"], ["检查 TCP 端口"]],
  ],
  "the handshake": [
    [
      `⟦Flags [S.]⟧, seq 5, ack 8, win 9, length 0`,
      ["0x012", "second of three", "(8 − 1)", "**5**"],
      ["第二次握手", "（8 − 1）"],
    ],
    [
      after("⟦Flags [.]⟧, ack 1, win 502, length 0"),
      ["Third segment", "900000000 + 1 is shown as **1**", "ESTABLISHED"],
      ["第三次握手", "900000000 + 1", "ESTABLISHED"],
    ],
    [
      after("⟦Flags [.]⟧, ack 900000001, win 502, length 0"),
      ["Third segment", "900000000 + 1 = **900000001**"],
      ["第三次握手", "900000000 + 1 = **900000001**"],
    ],
    [after("⟦Flags [P.]⟧, seq 1:11, ack 1, win 502, length 10"), ["**10 bytes**", "!Third"], ["**10 字节**", "!第三次"]],
    [handshake.replace("ack 1001", "⟦ack 1001⟧"), ["1000 + 1 = **1001**", "RFC 9293 §3.4"], ["1000 + 1 = **1001**"]],
    [handshake.replace("ecr 70", "⟦ecr 70⟧"), ["the segment above brought"], ["正是上面那个报文段带来的"]],
    [handshake.replace("12:00:00.000350", "⟦12:00:00.000350⟧"), ["**250 µs** after", "other side"], ["**250 µs**", "对方"]],
    ["⟦Flags [SEW]⟧, seq 5, win 9, length 0", ["ECN", "RFC 3168"], ["ECN", "路由器"]],
    ["⟦Flags [S.E]⟧, seq 5, ack 8, win 9, length 0", ["accepts ECN"], ["同意使用 ECN"]],
    ["IP 1.2.3.4.5 > 1.2.3.5.6: ⟦Flags [S]⟧, seq 5:15, win 9, length 10", ["Fast Open"], ["快速打开"]],
    ["⟦Flags [FPU]⟧, seq 5, win 9, length 0", ["port scanners"], ["端口扫描器"]],
    ["a.1 > b.2: ⟦Flags [none]⟧, win 9, length 0", ["none is set"], ["一个也没有置 1"]],
    ["a.1 > b.2: ⟦S⟧ 7:7(0) ack 9 win 5", ["0x012", "SYN, ACK"], ["0x012"]],
    ["a.1 > b.2: ⟦.⟧ ack 9 win 5", ["0x010"], ["0x010"]],
  ],
  "sequence and acknowledgment": [
    [
      after("Flags [P.], ⟦seq 1:1461⟧, ack 1, win 502, length 1460"),
      ["**1460 bytes**", "1 to 1460", "**1461**", "comes next, not the last", "`-S`"],
      ["**1460 字节**", "1 到 1460", "**1461**", "相对序号"],
    ],
    [
      "IP 1.2.3.4.5 > 1.2.3.5.6: Flags [.], ⟦seq 4294967290:4⟧, ack 900000000, win 9, length 10",
      ["4294967290 to 3", "**4**", "!-S"],
      ["4294967290 到 3"],
    ],
    [after("Flags [.], ⟦ack 1⟧, win 502, length 0"), ["Everything up to 0", "`-S`"], ["到 0 为止", "`-S`"]],
    ["1 → 2 [SYN] ⟦Seq=0⟧ Win=9 Len=0", ["Wireshark counts from the SYN"], ["Wireshark 的相对序号"]],
    ["1 → 2 [SYN] ⟦Seq=3503481500⟧ Win=9 Len=0", ["**3503481501**", "!Wireshark"], ["**3503481501**", "!Wireshark"]],
    ["a.1 > b.2: ⟦Flags [R.]⟧, seq 0, ack 8, win 0, length 0", ["found no connection"], ["找不到对应的连接"]],
    ["a.1 > b.2: Flags [R.], ⟦seq 0⟧, ack 8, win 0, length 0", ["no stream of its own"], ["没有自己的字节流"]],
    ["a.1 > b.2: Flags [R], ⟦seq 77⟧, win 0, length 0", ["exactly the number"], ["必须正是"]],
    ["a.1 > b.2: Flags [R], seq 77, ⟦win 0⟧, length 0", ["of no account", "!probes"], ["没有意义"]],
  ],
  closing: [
    [
      after("⟦Flags [F.]⟧, seq 21, ack 1, win 502, length 0"),
      ["takes the number 21", "**22**", "stays open"],
      ["占用序号 21", "**22**"],
    ],
    [
      `${after("Flags [F.], seq 21, ack 1, win 502, length 0")}\n${from("server")} ⟦Flags [.]⟧, ack 22, win 9, length 0`,
      ["acknowledges the FIN above", "**22** = 21 + 1"],
      ["确认上面的 FIN", "21 + 1 = **22**"],
    ],
    [
      `${after("Flags [F.], seq 21, ack 1, win 502, length 0")}\n${from("server")} Flags [.], ⟦ack 21⟧, win 9, length 0`,
      ["does not acknowledge the FIN above yet", "would be 22"],
      ["还没有确认上面的 FIN", "应是 22"],
    ],
    [
      `${after("Flags [F.], seq 21, ack 1, win 502, length 0")}\n${from("server")} ⟦Flags [F.]⟧, seq 40, ack 22, win 9, length 0`,
      ["second direction", "**41**", "acknowledges the FIN above", "!stays open"],
      ["第二个方向", "**41**"],
    ],
  ],
  windows: [
    [after("Flags [.], ack 1, ⟦win 502⟧, length 0"), ["502 × 2^7 = **64256 bytes**"], ["502 × 2^7 = **64256 字节**"]],
    [after("Flags [.], ack 1, ⟦win 502⟧, length 0", "server"), ["502 × 2^9 = **257024 bytes**"], ["502 × 2^9"]],
    [
      after("Flags [.], ack 1, ⟦win 502⟧, length 0").replace(",nop,wscale 9", ""),
      ["**502 bytes**", "did not both offer"],
      ["就是 **502 字节**"],
    ],
    [`${from("client")} Flags [.], ack 1, ⟦win 502⟧, length 0`, ["**502** before scaling"], ["未乘扩大因子"]],
    [after("Flags [.], ack 1, ⟦win 0⟧, length 0"), ["cannot take anything more"], ["零窗口"]],
    [handshake.replace("win 65160", "⟦win 65160⟧"), ["never scaled"], ["从不扩大"]],
    ["1 → 2 [ACK] Seq=1 Ack=9 ⟦Win=131072⟧ Len=0", ["**131072 bytes**", "multiplied"], ["**131072 字节**", "已经乘上"]],
    [handshake.replace("wscale 9", "⟦wscale 9⟧"), ["window scale", "**×512**"], ["窗口扩大", "**×512**"]],
  ],
  "bytes in capture filters": [
    ["'⟦tcp[13] & 2 != 0⟧'", ["with **SYN**, whatever", "byte **13**", "`tcp.flags.syn == 1`"], ["带 **SYN**", "第 **13** 字节"]],
    ["'⟦tcp[tcpflags] & (tcp-syn|tcp-fin) != 0⟧'", ["at least one of **FIN, SYN**", "`tcp.flags & 0x003`"], ["至少带"]],
    ["'⟦tcp[13] & 4 == 0⟧'", ["without **RST**", "`tcp.flags.reset == 0`"], ["不带 **RST**"]],
    ["'⟦tcp[13] == 18⟧'", ["**SYN, ACK** and no other", "`tcp.flags & 0x0ff == 0x012`"], ["正好是 **SYN, ACK**"]],
    ["'⟦tcp[13] == 0⟧'", ["without **FIN, SYN", "`tcp.flags & 0x0ff == 0x000`"], ["不带"]],
    ["'⟦tcp[12] & 1 != 0⟧'", ["with **AE**", "`tcp.flags.ae == 1`"], ["带 **AE**"]],
    ["'⟦tcp[12:2] == 0x5002⟧'", ["bytes **12** to **13**", "!SYN", "!display filter"], ["!SYN"]],
    ["'⟦tcp[4] = 5⟧'", ["byte **4**", "!display filter"], ["!显示过滤器"]],
    ["'⟦tcp[0:4] = 5⟧'", ["bytes **0** to **3**", "!display filter"], ["!显示过滤器"]],
    ["'⟦ip[6:2] = 0x4000⟧'", ["bytes **6** to **7**", "!display filter"], ["!显示过滤器"]],
    ["'⟦tcp[13] != 2⟧'", ["all segments but", "`tcp.flags & 0x0ff != 0x002`"], ["其余都抓"]],
    ["'⟦tcp[13] & 0x12 == 0x12⟧'", ["with **SYN, ACK**, whatever", "`tcp.flags & 0x012 == 0x012`"], ["带 **SYN, ACK**"]],
    ["'⟦tcp[13] & 0x12 == 2⟧'", ["Of **SYN, ACK** only **SYN**"], ["只许有 **SYN**"]],
    ["((⟦tcp[12:1] & 0xf0⟧) >> 2)", ["byte **12**", "`>> 2`"], ["高四位"]],
    ["((⟦ip[0] & 0xf⟧) << 2)", ["byte **0** of the IP header", "`<< 2`"], ["低四位"]],
    ["⟦tcp[2:2] = 443⟧", ["bytes **2** to **3**", "`tcp.dstport == 443`"], ["第 **2** 到第 **3** 字节"]],
  ],
  "lengths and options": [
    [after("Flags [.], ack 1, win 502, ⟦length 0⟧"), ["only a header"], ["只有首部"]],
    [handshake.replace(/length 0$/, "⟦length 0⟧"), ["the SYN takes one"], ["SYN 占用一个序号"]],
    [
      after("Flags [.], seq 1:1389, ack 1, win 502, options [nop,nop,TS val 71 ecr 90], ⟦length 1388⟧"),
      ["**1388 bytes**", "as much as one segment may carry", "1400"],
      ["**1388 字节**", "最多就带这么多"],
    ],
    [
      after("Flags [.], seq 1:4201, ack 1, win 502, ⟦length 4200⟧"),
      ["More than one segment may carry", "network card"],
      ["超过了一个报文段所能带的", "网卡"],
    ],
    [
      "1 → 2 [ACK] Seq=1 Ack=1461 Win=9 Len=0 ⟦SLE=2921 SRE=4381⟧",
      ["**2921 to 4380**", "From 1461", "gap"],
      ["**2921 到 4380**", "缺口"],
    ],
    ["1 → 2 [ACK] Seq=1 Ack=5000 Win=9 Len=0 ⟦SLE=2921 SRE=4381⟧", ["twice", "RFC 2883"], ["两次"]],
    [
      "IP (tos 0x0, ttl 63, id 7, offset 0, flags [DF], proto TCP (6), ⟦length 94⟧)\n a.1 > b.2: Flags [P.], seq 1:43, ack 42, win 9, length 42",
      ["52 of headers and 42 of data"],
      ["首部 52 字节，数据 42 字节"],
    ],
    [
      "IP (tos 0x0, ttl 63, ⟦id 7⟧, offset 0, flags [DF], proto TCP (6), length 94)\n a.1 > b.2: Flags [P.], seq 1:43, ack 42, win 9, length 42",
      ["means nothing here", "RFC 6864"],
      ["没有意义"],
    ],
    [
      "a.1 > b.2: Flags [P.], ⟦cksum 0x6daa (incorrect -> 0x2e06)⟧, seq 1:43, ack 42, win 9, length 42",
      ["`0x2e06` would fit", "network card"],
      ["应是 `0x2e06`", "网卡卸载"],
    ],
  ],
  endpoints: [
    [
      "IP 10.1.2.3.⟦idmgratm⟧ > 10.1.2.4.80: Flags [.], ack 1, win 2, length 0",
      ["port **32896**", "happens to have a name"],
      ["端口 **32896**"],
    ],
    [
      "IP 10.1.2.3.40000 > 10.1.2.4.⟦http⟧: Flags [S], seq 1, win 2, length 0",
      ["port **80**", "goes to it"],
      ["端口 **80**", "SYN 发往这里"],
    ],
    [
      "IP 10.1.2.3.40000 > 10.1.2.4.⟦no-such-name⟧: Flags [.], ack 1, win 2, length 0",
      ["/etc/services", "`-n`"],
      ["/etc/services"],
    ],
    ["IP 10.1.2.3.40000 > 10.1.2.4.⟦443⟧: Flags [.], ack 1, win 2, length 0", ["**443** is known for **https**"], ["**https**"]],
    ["IP ⟦10.1.2.3⟧.40000 > 10.1.2.4.443: Flags [.], ack 1, win 2, length 0", ["private networks"], ["私有网络"]],
    ["IP ⟦127.0.0.1⟧.40000 > 127.0.0.1.443: Flags [.], ack 1, win 2, length 0", ["this machine itself"], ["本机"]],
    ["IP6 ⟦2001:db8::7⟧.40000 > ::1.443: Flags [.], ack 1, win 2, length 0", ["books and examples"], ["书和例子"]],
    ["IP ⟦tern.example⟧.40000 > b.443: Flags [.], ack 1, win 2, length 0", ["looked up"], ["主机名"]],
  ],
  marks: [
    [
      "⟦[TCP Dup ACK 12#3]⟧ 1 → 2 [ACK] Seq=1 Ack=1 Win=9 Len=0",
      ["packet **12**", "time **3**", "RFC 5681"],
      ["第 **12** 个", "第 **3** 次"],
    ],
    ["⟦[TCP ZeroWindow]⟧ 1 → 2 [ACK] Seq=1 Ack=1 Win=0 Len=0", ["does not read"], ["应用程序没有读取"]],
    ["⟦[TCP Previous segment lost]⟧ 1 → 2 [ACK] Seq=1 Ack=1 Win=9 Len=0", ["not in the capture"], ["不在抓包文件里"]],
    ["⟦[TCP segment of a reassembled PDU]⟧", ["Part of something longer"], ["一份较长内容的一部分"]],
  ],
  labels: [
    ["TCP: ⟦1025(1024)⟧ ack 1 win 4096", ["1025 to 2048", "**2049**", "Stevens"], ["1025 到 2048", "**2049**", "Stevens"]],
    ["TCP: ⟦8000(0)⟧", ["**no data**", "the next is 8001"], ["**没有数据**", "8001"]],
    ["TCP: ⟦ack6145⟧", ["up to 6144", "6144 bytes of data"], ["到 6144 为止", "6144 字节"]],
    ["TCP: ⟦win4096⟧", ["**4096 bytes**"], ["**4096 字节**"]],
    ["SYN ⟦8000(0)⟧ ack 1", ["The initial sequence number", "**8001**"], ["初始序号", "**8001**"]],
  ],
  flags: [
    [
      "TCP flags: ⟦8010⟧ 转为二进制 1000000000010001",
      [
        "**8** × 4 = **32 bytes**",
        "**ACK**",
        "`1000 0000 0001 0000`",
        "`1000000000010001` beside it is not the same",
        "`0x8011`, which is **FIN, ACK**",
      ],
      ["**32 字节**", "旁边的 `1000000000010001` 不是同一个数", "`0x8011`"],
    ],
    ["TCP flags: 8011 is ⟦1000000000010001⟧", ["`0x8011`", "**FIN, ACK**", "!not the same"], ["`0x8011`", "!不是同一个数"]],
    ["TCP 的 ⟦SYN=1,ACK=0⟧", ["**SYN**", "first of three"], ["第一次握手"]],
    ["TCP 的标志位：⟦CWR⟧", ["ECE", "sends less", "!scanners"], ["放慢了发送", "!扫描"]],
    ["the flag ⟦ECE⟧ of TCP", ["router", "CWR", "!scanners"], ["路由器", "!扫描"]],
    ["the flag ⟦URG⟧ of TCP", ["urgent pointer", "!scanners"], ["紧急指针", "!扫描"]],
    ["TCP: a segment with ⟦FIN⟧", ["no more data", "!port scanners"], ["没有数据要发了"]],
    ["TCP flags 0x029 = ⟦FIN+URG+PSH⟧", ["port scanners"], ["端口扫描器"]],
    ["TCP: ⟦ack = x + 1⟧", ["the x that came", "**1** more"], ["x 再加 **1**"]],
    ["TCP: ⟦seq = x⟧", ["**x** stands for"], ["**x** 代表"]],
  ],
};

/** What an endpoint waits for in each state, by which segment it came there, and what comes next (RFC 9293 figure 5). */
const states: readonly Case[] = [
  ["TCP ⟦LISTEN⟧", ["for a SYN", "listen()"], ["SYN", "被动打开"]],
  ["⟦SYN_SENT⟧", ["SYN,ACK", "connect()", "refused"], ["SYN,ACK", "主动打开"]],
  ["⟦SYN_RECV⟧", ["**SYN-RECEIVED**", "netstat writes `SYN_RECV`", "waits for the ACK"], ["**SYN-RECEIVED**", "等待 ACK"]],
  ["TCP ⟦ESTABLISHED⟧", ["ss `ESTAB`", "FIN-WAIT-1", "CLOSE-WAIT"], ["`ESTAB`", "FIN-WAIT-1"]],
  ["⟦FIN_WAIT1⟧", ["**FIN-WAIT-1**", "CLOSING", "sent its FIN"], ["**FIN-WAIT-1**", "CLOSING"]],
  ["⟦FIN-WAIT-2⟧", ["`FIN_WAIT2`", "other side's FIN", "TIME-WAIT"], ["对方的 FIN", "TIME-WAIT"]],
  ["⟦CLOSE_WAIT⟧", ["close()", "LAST-ACK", "forgets to close"], ["close()", "LAST-ACK"]],
  ["TCP ⟦CLOSING⟧", ["same time", "TIME-WAIT"], ["同时", "TIME-WAIT"]],
  ["TCP ⟦LAST_ACK⟧", ["last ACK", "CLOSED"], ["最后一个 ACK", "CLOSED"]],
  ["⟦TIME_WAIT⟧", ["2MSL", "CLOSED", "RFC 9293 §3.6"], ["2MSL", "CLOSED"]],
  ["TCP ⟦CLOSED⟧ state", ["no connection", "RST"], ["没有连接", "RST"]],
];

describe("hovers over words", () => {
  for (const [kind, cases] of Object.entries({ ...table, states })) {
    describe(kind, () => {
      for (const [marked, english, chinese] of cases) {
        const [last] = marked.split("\n").filter((line) => line.includes("⟦"));
        it(last, () => {
          const mention = mentionOf(pointed(marked));
          assert.ok(mention, "nothing is recognised");
          for (const [language, expected] of [
            ["en", english],
            ["zh-cn", chinese],
          ] as const) {
            const { markdown, brief } = mentionHover(mention, wordsFor(language));
            assert.ok(markdown.includes(brief) && brief.length > 0);
            for (const text of expected) {
              const isIn = markdown.includes(text.replace(/^!/, ""));
              assert.equal(isIn, !text.startsWith("!"), `${text} in: ${markdown}`);
            }
          }
        });
      }
    });
  }

  it("show text of the note as code, with nothing that Markdown could read", () => {
    const mention = mentionOf(pointed("TCP ack 1, the **SYN's** ⟦Seq 号为 `24738⟧`"));
    assert.match(mentionHover(mention!, wordsFor("en")).markdown.split("\n")[0], /`Seq 号为 24738`$/);
  });
});
