import type { connectionMessages as english } from "../en/connectionMessages";

export const connectionMessages: Readonly<Record<keyof typeof english, string>> = {
  "opening.handshake": "三次握手建立：SYN（数据包 {syn}）、SYN,ACK（数据包 {synAck}）、ACK（数据包 {last}）。[RFC 9293 §3.5]",
  "opening.handshake.unseen":
    "三次握手建立，但第二个报文段没有抓到：SYN（数据包 {syn}），然后从数据包 {last} 起确认了这里缺少的部分。",
  "opening.handshake-with-data":
    "三次握手建立，第三次握手已带有数据：SYN（数据包 {syn}）、SYN,ACK（数据包 {synAck}）、带 {length} 字节的 ACK（数据包 {last}）。[RFC 9293 §3.5]",
  "opening.simultaneous": "同时打开：双方的 SYN（数据包 {syn} 与 {otherSyn}）在途中交错，各自确认对方的 SYN。[RFC 9293 §3.5]",
  "opening.fast-open":
    "用 TCP Fast Open 建立：SYN（数据包 {syn}）带有 {length} 字节数据，SYN,ACK（数据包 {synAck}）连数据一起确认，比平常早一个往返时间。[RFC 7413]",
  "opening.fast-open.ignored":
    "尝试 TCP Fast Open 之后用三次握手建立：SYN（数据包 {syn}）带有 {length} 字节数据，但 SYN,ACK（数据包 {synAck}）只确认了 SYN，数据要重新发送。[RFC 7413]",
  "opening.refused":
    "被拒绝：对 SYN（数据包 {syn}）的回答是复位（数据包 {last}），说明那个端口没有程序在监听。[RFC 9293 §3.10.7.1]",
  "opening.unanswered": "没有回答：抓包中没有对 SYN（数据包 {syn}）的回答。",
  "opening.unanswered.taken-back": "没有回答：SYN（数据包 {syn}）还没有得到回答，它的发送方就用复位放弃了（数据包 {last}）。",
  "opening.unfinished": "没有完成：SYN（数据包 {syn}）得到了回答（SYN,ACK 在数据包 {synAck}），但抓包中没有对它的确认。",
  "opening.abandoned.client": "中途放弃：客户端对 SYN,ACK（数据包 {synAck}）回以复位（数据包 {last}），端口扫描就是这样。",
  "opening.abandoned.server": "中途放弃：服务器发出 SYN,ACK（数据包 {synAck}）之后又发出复位（数据包 {last}）。",
  "opening.half-open":
    "没有建立：SYN（数据包 {syn}）遇到对方还留着的旧连接（半打开），得到的是对旧连接的确认（数据包 {last}）。[RFC 9293 §3.5.1]",
  "opening.mid-capture": "抓包开始时连接已经存在：它在这里的第一个报文段是数据包 {first}。",
  "opening.mid-handshake": "抓包在握手途中开始：缺少 SYN，SYN,ACK 是数据包 {synAck}。",
  "opening.probe": "没有连接：第一个报文段（数据包 {first}）既没有 SYN 也没有 ACK，任何连接都不会这样发，端口扫描才会。",
  "opening.syn-repeated": "SYN 一共发送了 {count} 次。",
  "opening.syn-ack-repeated": "SYN,ACK 一共发送了 {count} 次。",
  "opening.syn-ack-data": "SYN,ACK 带有 {length} 字节数据。",
  "opening.syn-data": "SYN 中的 {length} 字节数据没有随 SYN 一起得到确认。",
  "opening.reordered": "抓包中握手报文段的顺序与发送的顺序不同。",
  "opening.ports-reused": "本抓包中更早的一个连接用过相同的地址和端口。",

  "closing.fin-3":
    "三次挥手关闭：ACK 与 FIN 同在一个报文段（数据包 {second}），与延迟确认相符。第一个 FIN 是数据包 {first}。[RFC 9293 §3.6]",
  "closing.fin-4":
    "四次挥手关闭：FIN（数据包 {first}）、对它的 ACK（数据包 {ack}），然后是另一方，它稍后才关闭（FIN 在数据包 {second}）。[RFC 9293 §3.6]",
  "closing.simultaneous": "同时关闭：双方的 FIN（数据包 {first} 与 {second}）在途中交错，后一个没有确认前一个。[RFC 9293 §3.6]",
  "closing.half-closed": "半关闭：FIN（数据包 {first}）关闭了一个方向，到抓包结束时另一个方向仍然开着。[RFC 9293 §3.6]",
  "closing.half-closed.one-sided": "FIN（数据包 {first}）关闭了一个方向；另一个方向在抓包中什么也没有。[RFC 9293 §3.6]",
  "closing.half-closed.data":
    "半关闭：在 FIN（数据包 {first}）之后，另一方从数据包 {data} 起继续发送了 {bytes} 字节。[RFC 9293 §3.6]",
  "closing.half-closed.end": "之后它用数据包 {second} 关闭了自己的方向。",
  "closing.first.client": "客户端先关闭（主动关闭）。",
  "closing.first.server": "服务器先关闭（主动关闭）。",
  "closing.fin-repeated": "数据包 {fin} 的 FIN 一共发送了 {count} 次。",
  "closing.unacknowledged": "抓包中没有对数据包 {fin} 的 FIN 的确认。",
  "closing.acknowledged": "最后的 ACK 是数据包 {ack}。",
  "closing.reset.client": "客户端复位了连接（数据包 {frame}）。",
  "closing.reset.server": "服务器复位了连接（数据包 {frame}）。",
  "closing.reset.abort": "它的发送方立即放弃连接，没有正常关闭。[RFC 9293 §3.10.5]",
  "closing.reset.no-connection": "它的序号取自数据包 {answers}：没有（或不再有）这个连接的一方就这样回答。[RFC 9293 §3.5.2]",
  "closing.reset.after-close": "它的发送方已经完全关闭，之后又收到数据（数据包 {answers}）。[RFC 9293 §3.6.1]",
  "closing.reset.refused": "它拒绝了连接。[RFC 9293 §3.5.2]",
  "closing.reset.after-fin": "在此之前已发送过 FIN（数据包 {fin}）。",
  "closing.open": "到抓包结束时仍然开着：没有 FIN，也没有复位。",
  "closing.never-opened": "没有什么要关闭：连接从未建立。",

  "connections.stream": "流",
  "connections.client": "客户端",
  "connections.server": "服务器",
  "connections.packets": "数据包",
  "connections.bytes": "字节",
  "connections.duration": "持续时间",
  "connections.opening": "建立",
  "connections.closing": "关闭",
  "connections.completeness": "完整程度",

  "state.CLOSED": "没有连接：什么都不保留，除复位以外的报文段都以复位回答。",
  "state.LISTEN": "等待任何一方的 SYN。",
  "state.SYN-SENT": "已发出 SYN，等待对方的 SYN；收到 SYN,ACK 连接就建立，收到复位就是被拒绝。",
  "state.SYN-RECEIVED": "已收到 SYN 并发出自己的 SYN，等待对它的确认。",
  "state.ESTABLISHED": "连接已建立：数据可以双向传送。自己或对方的 FIN 开始关闭。",
  "state.FIN-WAIT-1": "已发出 FIN，等待对它的确认或对方的 FIN；仍可能收到数据。",
  "state.FIN-WAIT-2": "自己的 FIN 已被确认，等待对方的 FIN；仍可能收到数据。",
  "state.CLOSE-WAIT": "已收到对方的 FIN，等待自己的应用程序关闭；仍可以发送数据。",
  "state.CLOSING": "双方都发出了 FIN，并且在途中交错；等待对自己 FIN 的确认。",
  "state.LAST-ACK": "在对方之后关闭，等待对自己 FIN 的确认，那是最后一个报文段。",
  "state.TIME-WAIT": "双方都已关闭；等待 2MSL（报文段最大生存时间的两倍），以便回答重传的 FIN，并让旧报文段消失。",

  "completeness.0": "不完整（{value}）",
  "completeness.1": "不完整，只有 SYN：SYN_SENT（{value}）",
  "completeness.3": "不完整，握手到第二次：CLIENT_ESTABLISHED（{value}）",
  "completeness.7": "不完整，握手完成：ESTABLISHED（{value}）",
  "completeness.15": "不完整，有数据：DATA（{value}）",
  "completeness.data": "完整，有数据：WITH_DATA（{value}）",
  "completeness.no-data": "完整，没有数据：NO_DATA（{value}）",

  "cli.noConnections": "抓包文件里没有 TCP 连接。",
  "cli.noStream": "没有连接 {stream}：这个抓包文件有 {connections} 个。",
  "cli.noDirection": "{direction} 不是方向：可以是 client、server 或 both。",
  "follow.gap": "{from} 的 {count} 字节不在抓包中，位于它的字节流第 {at} 字节之后。",
};
