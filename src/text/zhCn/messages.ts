import type { MessageWords } from "../words";
import { captureFilterMessages } from "./captureFilterMessages";
import { captureMessages } from "./captureMessages";
import { chartMessages } from "./chartMessages";
import { cliMessages } from "./cliMessages";
import { connectionListMessages } from "./connectionListMessages";
import { connectionMessages } from "./connectionMessages";
import { editorMessages } from "./editorMessages";
import { filterMessages } from "./filterMessages";
import { flowMessages } from "./flowMessages";
import { glimpseMessages } from "./glimpseMessages";
import { listMessages } from "./listMessages";
import { mentionMessages } from "./mentionMessages";
import { metricMessages } from "./metricMessages";
import { overTimeMessages } from "./overTimeMessages";
import { saveMessages } from "./saveMessages";
import { termMessages } from "./termMessages";
import { treeMessages } from "./treeMessages";
import { troubleListMessages } from "./troubleListMessages";
import { watcherMessages } from "./watcherMessages";

export const messages: MessageWords = {
  ...captureFilterMessages,
  ...captureMessages,
  ...cliMessages,
  ...listMessages,
  ...metricMessages,
  ...mentionMessages,
  ...termMessages,
  ...treeMessages,
  ...watcherMessages,
  ...connectionListMessages,
  ...overTimeMessages,
  ...troubleListMessages,
  ...connectionMessages,
  ...filterMessages,
  ...chartMessages,
  ...flowMessages,
  ...editorMessages,
  ...saveMessages,
  ...glimpseMessages,

  "list.and": "与",
  "list.comma": "、",
  "list.colon": "：",
  "hover.byte": "第 {first} 字节，共 {total} 字节",
  "hover.bytes": "第 {first}–{last} 字节，共 {total} 字节",
  "hover.numbers": "`{hex}` = `{binary}` = {decimal}",
  "hover.more": "更多",
  "hover.start": "这些字节从 **{layer}** 首部开始。",
  "hover.startChosen": "按您的选择，从 **{layer}** 首部开始解读。",
  "hover.changeStart": "不是从这里开始",
  "hover.openCapture": "作为抓包打开",
  "hover.showFlow": "查看流图",
  "textCapture.reading": "正在文本中查找数据包",
  "textCapture.none": "在这段文本中没有找到可以放进抓包文件的数据包。",
  "start.title": "这些字节从哪一层开始？",
  "start.byItself": "由字节自行判断：{layer}",
  "start.none": "请先把光标放在某个报文的字节上。",
  "hover.row": "偏移 `{offset}`：这一行是第 **{first}–{last}** 字节（从 0 数起），共 {total} 字节。",
  "hover.row.begins": "从这里开始的有：",
  "hover.row.continues": "这里没有新的字段，仍是上面开始的内容。",
  "hover.none": "这里没有认出十六进制转储。",
  "hover.before": "◂ {label} `{hex}`",
  "hover.after": "{label} `{hex}` ▸",

  "about.length": "**{value} 字节**。",
  "ip.hdr_len.plain": "**{words}** × 4 = **{bytes} 字节**：只有固定首部，没有选项。",
  "ip.hdr_len.options": "**{words}** × 4 = **{bytes} 字节**：固定首部 20 字节，选项 {options} 字节。",
  "ip.len": "**{total} 字节**：首部 {header} 字节，数据 {data} 字节。",
  "ip.len.zero": "**0**：留给网卡填写，由它把大包切成合适的小包；以帧的长度为准。",
  "ip.ttl": "还可以经过 **{ttl}** 个路由器；初值多半是 {start}，已经过 {hops} 个。",
  "ip.ttl.fresh": "**{ttl}**：还没有经过任何路由器。",
  "ip.frag_offset": "这一片从数据报的第 **{offset}** 字节开始。",
  "ip.frag_offset.none": "**0**：数据报从这里开始。",
  "icmp.code": "**{code}**，在这一类型中表示：{name}。",
  "icmp.mtu":
    "下一段链路最多传送 **{mtu} 字节**的数据包：下面所引数据包的发送方应当改发较小的包，用 TCP 时每个报文段 {segment} 字节数据。防火墙若丢弃这种消息，大报文段就会无声无息地丢失。[RFC 1191 §3；RFC 8201 §4]",
  "icmp.mtu.unknown": "**0**：路由器太旧，还不会填写这个字段；发送方只能自己试探多大的包能通过。[RFC 1191 §5]",
  "ip.proto": "里面是 **{name}**。",

  "tcp.hdr_len.plain": "数据偏移 **5** × 4 = **20 字节**：没有选项。",
  "tcp.hdr_len.options": "数据偏移 **{words}** × 4 = **{bytes} 字节**：固定首部 20 字节，选项 {options} 字节。",
  "tcp.hdr_len.short": "数据偏移 **{words}** × 4 = **{bytes} 字节**：不可能，光固定首部就有 20 字节。",
  "tcp.flags.value": "标志位 `{hex}` = **{names}**。",
  "tcp.flags.none": "标志位 `{hex}`：**一个也没有置 1**。正常的 TCP 不会这样发，端口扫描器才会。",
  "tcp.flags.syn": "第一次握手：请求建立连接，发送方的初始序号（ISN）是 **{seq}**。[RFC 9293 §3.5]",
  "tcp.flags.synAck": "第二次握手：同意建立连接，确认对方的 SYN（{ack} − 1），自己的初始序号是 **{seq}**。[RFC 9293 §3.5]",
  "tcp.flags.ack": "纯确认：**{ack}** 之前的都已收到。它不带数据，所以不会再被确认。[RFC 9293 §3.4]",
  "tcp.flags.data": "带有 **{length} 字节**数据，同时确认 {ack} 之前的都已收到。[RFC 9293 §3.4]",
  "tcp.flags.push": "带有 **{length} 字节**数据，待发的到此为止（PSH），同时确认 {ack} 之前的都已收到。[RFC 9293 §3.9.1.2]",
  "tcp.flags.fin":
    "发送方没有数据要发了：FIN 占用序号 {last}，对方将以 **{next}** 确认它。另一个方向仍然开着（半关闭）。[RFC 9293 §3.6]",
  "tcp.flags.reset": "连接立即终止：收到它的一方丢弃这个连接，不作回答。[RFC 9293 §3.5.3]",
  "tcp.flags.resetRefused": "连接立即终止；带 ACK 说明它回答的报文段找不到对应的连接，例如端口没有打开。[RFC 9293 §3.5.2]",
  "tcp.flags.withoutAck":
    "正常的 TCP 不会发出它：除了最初的 SYN 和复位，报文段的 ACK 都置 1。端口扫描器会，为的是看主机怎样回答。[RFC 9293 §3.1]",
  "tcp.flags.odd": "正常的 TCP 不会同时置这些位；端口扫描器会，为的是看主机怎样回答。",
  "tcp.seq.data": "**{length} 字节**数据占用序号 {seq} 到 {last}；发送方接下来从 **{next}** 继续。[RFC 9293 §3.4]",
  "tcp.seq.syn": "初始序号（ISN）。SYN 占用 {seq} 这一个序号，所以第一个数据字节将是 **{next}**。[RFC 9293 §3.4.1]",
  "tcp.seq.fin": "FIN 占用 {last}，它之后的序号是 **{next}**。[RFC 9293 §3.6]",
  "tcp.seq.empty": "没有数据：下一个字节的序号会是 **{seq}**。[RFC 9293 §3.4]",
  "tcp.seq.unknown": "报文段从序号 **{seq}** 开始；带有多少数据，从这里看不出来。",
  "tcp.ack": "到 {last} 为止的都已收到，期待的下一个字节是 **{ack}**。[RFC 9293 §3.4]",
  "tcp.ack.invalid": "**{ack}**，但不起作用：ACK 没有置 1。[RFC 9293 §3.1]",
  "tcp.window": "**{window}**（未乘扩大因子）：从 {ack} 起，它的发送方还能接收这么多；乘多少要看双方的 SYN。[RFC 7323 §2]",
  "tcp.window.syn": "**{window} 字节**：SYN 里的窗口从不扩大。[RFC 7323 §2.2]",
  "tcp.window.zero": "**0**：零窗口，它的发送方现在一点也收不下。对方停下来，隔一段时间探测一次。[RFC 9293 §3.8.6]",
  "tcp.checksum.good": "**正确**：与地址、首部和数据相符。",
  "tcp.checksum.bad": "**错误**：与地址、首部和数据相符的应是 `{expected}`。途中损坏，或事后被改过。",
  "tcp.checksum.partial": "**部分**：只是伪首部的和；其余由发送主机的网卡在抓包之后填写（网卡卸载）。",
  "tcp.checksum.unverified": "**无法验证**：报文段的字节不全。",
  "tcp.urgent.off": "不起作用：URG 没有置 1。",
  "tcp.urgent.on": "紧急数据在本报文段第一个字节之后 **{offset}** 字节处结束。新程序不应再用它。[RFC 6093]",
  "tcp.mss": "它的发送方一个报文段最多接收 **{mss} 字节**数据；加上两个 20 字节的首部，数据包为 {packet} 字节。[RFC 9293 §3.7.1]",
  "tcp.wscale": "2^{shift} = **×{factor}**：以后它的报文段的窗口字段以 {factor} 字节为单位。[RFC 7323 §2]",
  "tcp.tsecr.zero": "**0**：还没有可以送回的值。",
  "tcp.payload": "应用程序的数据，**{length} 字节**。",

  "tree.checksum.good": "正确",

  "problem.cut": "{claimedBy} 说从第 {start} 字节起有 {needed} 字节，这里只有 {have} 字节。",
  "problem.length": "这里不允许长度为 {value}，最小是 {least}。",
  "problem.not-decoded.link": "链路类型 {number}：这里没有解码器",
  "problem.not-decoded.ethertype": "EtherType {number}：这里没有解码器",
  "problem.not-decoded.ip": "IP 协议 {number}：这里没有解码器",
  "problem.not-decoded.ppp": "PPP 协议 {number}：这里没有解码器",
  "problem.not-decoded.gre": "GRE 协议 {number}：这里没有解码器",
  "problem.fragment": "分片：完整的数据报在收齐分片的那个数据包里",
  "problem.version": "版本是 {found}，这里应为 {expected}",
  "problem.checksum": "错误，应为 {expected}",
  "problem.checksum-partial": "部分：留给网卡计算",
  "problem.checksum-unverified": "无法验证：没有抓到全部字节",

  "editor.packets": "数据包",
  "editor.flow": "流图",
  "editor.loading": "正在读取 {percent} %",
  "editor.count": "{packets} 个数据包",
  "editor.empty": "抓包文件里没有数据包。",
  "editor.noConnections": "抓包中没有 TCP 连接。",
  "editor.noConnection": "选择一个 TCP 报文段，查看它的连接。",
  "editor.columns.number": "编号",
  "editor.columns.time": "时间",
  "editor.columns.source": "源地址",
  "editor.columns.destination": "目的地址",
  "editor.columns.protocol": "协议",
  "editor.columns.length": "长度",
  "editor.columns.info": "信息",
  "editor.list.label": "抓包文件中的数据包",

  "host.explain.title": "十六进制转储解读",
};
