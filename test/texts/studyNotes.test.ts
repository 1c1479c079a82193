import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { linesOf } from "../../src/dump/dump";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, nameOf } from "../dsl/pointed";

// Study notes that people published, each as they wrote it: WIRENOTE_NOTES=FOLDER says where they are.

/** Line, counted from 1; what stands there; what it is; what must be said of it in English and in Chinese. */
type Case = readonly [line: number, text: string, name: string, english: string, chinese: string];

const notes: Readonly<Record<string, readonly Case[]>> = {
  "tcpdump-x-connect-and-close.md": [
    [42, "14:58:04.199325", "frame.time", "by its own clock", "按它自己的时钟"],
    [42, "idmgratm", "tcp.srcport", "port **32896**", "端口 **32896**"],
    [42, "6378", "tcp.dstport", "The SYN goes to it", "SYN 发往这里"],
    [42, "Flags [S]", "tcp.flags", "first of three", "第一次握手"],
    [42, "seq 1368668675", "tcp.seq_raw", "**1368668676**", "**1368668676**"],
    [42, "win 29200", "tcp.window_size_value", "never scaled", "从不扩大"],
    [42, "mss 1460", "tcp.options.mss_val", "packet of 1500", "1500 字节"],
    [42, "ecr 0", "tcp.options.timestamp.tsecr", "nothing to echo", "还没有可以送回"],
    [42, "wscale 7", "tcp.options.wscale.shift", "×128", "×128"],
    [47, "14:58:04.199708", "frame.time", "**383 µs** after", "**383 µs**"],
    [47, "Flags [S.]", "tcp.flags", "(1368668676 − 1)", "（1368668676 − 1）"],
    [47, "ack 1368668676", "tcp.ack_raw", "1368668675 + 1", "1368668675 + 1"],
    [47, "ecr 3038320571", "tcp.options.timestamp.tsecr", "segment above brought", "上面那个报文段带来的"],
    [52, "Flags [.]", "tcp.flags", "2882988348 + 1 = **2882988349**", "2882988348 + 1 = **2882988349**"],
    [52, "win 229", "tcp.window_size_value", "229 × 2^7 = **29312 bytes**", "229 × 2^7 = **29312 字节**"],
    [52, "length 0", "tcp.payload", "only a header", "只有首部"],
    [74, "Flags [F.]", "tcp.flags", "takes the number 2221282036", "占用序号 2221282036"],
    [79, "Flags [.]", "tcp.flags", "does not acknowledge the FIN above yet", "还没有确认上面的 FIN"],
    [84, "Flags [F.]", "tcp.flags", "second direction", "第二个方向"],
    [84, "ack 2221282037", "tcp.ack_raw", "acknowledges the FIN above", "确认上面的 FIN"],
    [89, "Flags [.]", "tcp.flags", "81895238 + 1", "81895238 + 1"],
    [98, "8010", "flags 0x10", "`0x8011`, which is **FIN, ACK**; `8010` is **ACK**", "而 `8010` 是 **ACK**"],
    [98, "1000000000010001", "flags 0x11", "In hexadecimal `0x8011`", "十六进制是 `0x8011`"],
    [98, "fin 位 为 1，ack 为1", "flags 0x11", "**FIN, ACK**", "**FIN, ACK**"],
    [100, "fin 位 为 0，ack 为1", "flags 0x10", "**ACK**", "**ACK**"],
    [104, "1000000000010001", "flags 0x11", "`8010` beside it is not the same", "旁边的 `8010` 不是同一个数"],
    [126, "TIME_WAIT", "TIME-WAIT", "2MSL", "2MSL"],
    [128, "TIME-WAIT", "TIME-WAIT", "netstat writes `TIME_WAIT`", "netstat 写作 `TIME_WAIT`"],
    [135, "FIN_WAIT_1", "FIN-WAIT-1", "Has sent its FIN", "已发出 FIN"],
    [136, "CLOSE_WAIT", "CLOSE-WAIT", "close()", "close()"],
    [136, "FIN_WAIT_2", "FIN-WAIT-2", "other side's FIN", "对方的 FIN"],
    [138, "CLOSED", "CLOSED", "There is no connection", "没有连接"],
    [145, "RST", "flags 0x4", "Ends the connection at once", "连接立即终止"],
    [154, "SYN，ACK", "flags 0x12", "second of three", "第二次握手"],
  ],
  "three-and-four-way-rows.md": [
    [11, "LISTEN", "LISTEN", "for a SYN from any client", "等待任何客户端发来 SYN"],
    [13, "SYN_SENT", "SYN-SENT", "waits for the answer", "等待对方的 SYN,ACK"],
    [14, "ACK = seq_1 + 1", "tcp.ack_raw seq_1+1", "the seq_1 that came", "seq_1 再加 **1**"],
    [14, "SYN + ACK", "flags 0x12", "second of three", "第二次握手"],
    [14, "SYN_RCVD", "SYN-RECEIVED", "**SYN-RECEIVED**", "**SYN-RECEIVED**"],
    [15, "ESTABLISHED", "ESTABLISHED", "both sides send and receive", "双方都可以收发数据"],
    [30, "10.21.71.101", "ip.src", "private networks", "私有网络"],
    [30, "118.178.116.8", "ip.dst", "on the Internet", "互联网"],
    [30, "52296", "tcp.srcport", "It sent the SYN", "SYN 从这里发出"],
    [30, "[SYN]", "tcp.flags", "first of three", "第一次握手"],
    [30, "Seq=0", "tcp.seq_raw", "Wireshark counts from the SYN", "相对序号"],
    [30, "MSS=1460", "tcp.options.mss_val", "**1460 bytes**", "**1460 字节**"],
    [31, "[SYN, ACK]", "tcp.flags", "second of three", "第二次握手"],
    [31, "Ack=1", "tcp.ack_raw", "0 + 1 = **1**", "0 + 1 = **1**"],
    [32, "[ACK]", "tcp.flags", "Third segment", "第三次握手"],
    [32, "Win=131072", "tcp.window_size_value", "**131072 bytes**", "**131072 字节**"],
    [35, "SYN", "flags 0x2", "first of three", "第一次握手"],
    [37, "SYN,ACK", "flags 0x12", "second of three", "第二次握手"],
    [70, "FIN_WAIT1", "FIN-WAIT-1", "**FIN-WAIT-1**", "**FIN-WAIT-1**"],
    [73, "LAST_ACK", "LAST-ACK", "last ACK", "最后一个 ACK"],
    [75, "CLOSE", "CLOSED", "There is no connection", "没有连接"],
    [92, "[FIN, ACK]", "tcp.flags", "takes the number 357", "占用序号 357"],
    [93, "Ack=358", "tcp.ack_raw", "**358** = 357 + 1", "357 + 1 = **358**"],
    [94, "[FIN, ACK]", "tcp.flags", "second direction", "第二个方向"],
    [95, "[ACK]", "tcp.flags", "**1540** = 1539 + 1", "1539 + 1 = **1540**"],
    [102, "FIN + ACK", "flags 0x11", "Closes one direction", "关闭一个方向"],
  ],
  "handshake-close-flow-control.md": [
    [22, "ACK", "flags 0x10", "All segments but the very first SYN", "除了最初的 SYN"],
    [44, "seq = x", "tcp.seq_raw x+0", "picked at random", "随机选的"],
    [50, "ack = x + 1", "tcp.ack_raw x+1", "the x that came", "x 再加 **1**"],
    [159, "0(0)", "tcp.seq_raw", "**no data**", "**没有数据**"],
    [160, "win4096", "tcp.window_size_value", "**4096 bytes**", "**4096 字节**"],
    [161, "mss1460", "tcp.options.mss_val", "**1460 bytes**", "**1460 字节**"],
    [167, "8000(0)", "tcp.seq_raw", "next is 8001", "下一个是 8001"],
    [171, "win6144", "tcp.window_size_value", "**6144 bytes**", "**6144 字节**"],
    [184, "1(1024)", "tcp.seq_raw", "1 to 1024", "1 到 1024"],
    [185, "1025(1024)", "tcp.seq_raw", "**2049**", "**2049**"],
    [191, "ack6145", "tcp.ack_raw", "6144 bytes of data", "6144 字节"],
    [193, "win2048", "tcp.window_size_value", "**2048 bytes**", "**2048 字节**"],
    [208, "8001(0)", "tcp.seq_raw", "next is 8002", "下一个是 8002"],
    [209, "ack8194", "tcp.ack_raw", "up to 8193", "到 8193 为止"],
    [213, "8002", "nothing", "", ""],
  ],
  "three-way-handshake-go.md": [
    [38, "SYN=1,ACK=0", "flags 0x2", "first of three", "第一次握手"],
    [38, "SYN=1,ACK=1", "flags 0x12", "second of three", "第二次握手"],
    [96, "len=16", "tcp.payload", "**16 bytes**", "**16 字节**"],
    [96, "ack=17", "tcp.ack_raw", "up to 16 has arrived", "到 16 为止"],
    [98, "Seq=3503481500", "tcp.seq_raw", "**3503481500**", "**3503481500**"],
    [111, "LISTEN", "LISTEN", "for a SYN", "SYN"],
    [113, "SYN-SENT", "SYN-SENT", "netstat writes `SYN_SENT`", "netstat 写作 `SYN_SENT`"],
    [115, "SYN+ACK", "flags 0x12", "second of three", "第二次握手"],
    [123, "TIME_WAIT", "TIME-WAIT", "2MSL", "2MSL"],
    [124, "ESTABLISHED", "ESTABLISHED", "ss `ESTAB`", "ss 写作 `ESTAB`"],
    [52, "0.0.0.0", "nothing", "", ""],
  ],
  "wireshark-handshake-node.md": [
    [83, "SYN", "flags 0x2", "first of three", "第一次握手"],
    [83, "Seq 号为 `2473815869", "tcp.seq_raw", "**2473815869**", "**2473815869**"],
    [85, "SYN, ACK", "flags 0x12", "second of three", "第二次握手"],
    [85, "Ack 号为 `2473815870", "tcp.ack_raw", "up to 2473815869", "到 2473815869 为止"],
    [89, "PSH, ACK", "flags 0x18", "last of the data", "待发的数据到此为止"],
    [101, "FIN, ACK", "flags 0x11", "Closes one direction", "关闭一个方向"],
    [105, "Ack 号为 `903756353", "tcp.ack_raw", "**903756353**", "**903756353**"],
    [41, "3001", "nothing", "", ""],
  ],
};

describe("study notes of others", () => {
  for (const [file, cases] of Object.entries(notes)) {
    const path = join(process.env["WIRENOTE_NOTES"] ?? "../shared/notes-by-users", file);
    const lines = existsSync(path) ? linesOf(readFileSync(path, "utf8")) : undefined;
    if (!lines) continue;
    for (const [number, text, name, ...said] of cases) {
      it(`${file}:${number}: ${text}`, () => {
        const line = number - 1;
        const column = lines.at(line).indexOf(text);
        assert.ok(column >= 0, lines.at(line));
        const mention = mentionOf({ lines, line, column, text });
        assert.equal(nameOf(mention), name);
        if (!mention) return;
        assert.equal(lines.at(line).slice(mention.startColumn, mention.endColumn), text);
        for (const [index, language] of ["en", "zh-cn"].entries()) {
          const { markdown } = mentionHover(mention, wordsFor(language));
          assert.ok(markdown.includes(said[index]), `${said[index]} in ${markdown}`);
        }
      });
    }
  }
});
