import type { SomeFieldWords } from "../words";

/** What carries packets over one link. */
export const linkFields = {
  eth: { label: "以太网（Ethernet）", about: "在一段链路上把数据包从一块网卡送到另一块网卡。" },
  "eth.dst": { label: "目的地址", about: "应当收下这一帧的网卡；全 1 表示链路上所有网卡。" },
  "eth.src": { label: "源地址", about: "把这一帧放到链路上的网卡；每经过一个路由器都会换掉。" },
  "eth.type": { label: "类型", about: "说明帧里装的是什么；小于 1536 时它是长度（IEEE 802.3）。" },
  "eth.padding": { label: "填充", about: "把短帧补足到以太网要求的 60 字节，不属于数据包。" },
  sll: { label: "Linux 抓包首部（SLL）", about: "同时抓所有接口（tcpdump -i any）时，用它代替链路层首部。" },
  sll2: { label: "Linux 抓包首部 v2（SLL2）", about: "同时抓所有接口时，用它代替链路层首部，并记下是哪个接口。" },
  "sll.pkttype": { label: "包类型", about: "这个包是本机发出的，还是发给谁的。" },
  "sll.hatype": { label: "设备类型", about: "Linux 的设备编号（ARPHRD）：1 是以太网，772 是环回。" },
  "sll.halen": { label: "地址长度", about: "后面 8 字节地址里有几个字节有效。" },
  "sll.src": { label: "源地址", about: "发送方的链路层地址，补足到 8 字节。" },
  "sll.etype": { label: "协议", about: "后面内容的 EtherType：0x0800 是 IPv4，0x86dd 是 IPv6。" },
  "sll.reserved": { label: "保留", about: "为 0，留待以后使用。" },
  "sll.ifindex": { label: "接口编号", about: "抓包主机上的接口序号。" },
  null: { label: "环回（Loopback）", about: "BSD 给不出本机的包加的首部，只有一个地址族。" },
  "null.family": { label: "地址族", about: "2 处处都是 IPv4；IPv6 依操作系统是 10、23、24、28 或 30。" },
} satisfies SomeFieldWords;
