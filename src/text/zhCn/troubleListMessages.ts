import type { troubleListMessages as english } from "../en/troubleListMessages";

export const troubleListMessages: Readonly<Record<keyof typeof english, string>> = {
  "troubleList.tab": "异常",
  "troubleList.label": "异常列表。按 Enter 列出一类异常的数据包，按 F8 转到其中的下一个。",
  "troubleList.nothing": "就分析所知，这些数据包中没有异常。",
  "troubleList.choose": "选择一类，即可看到它的含义和它的第一个数据包。",
  "troubleList.kind": "类别",
  "troubleList.kind.about": "Wireshark 的分析所发现的异常，以及复位",
  "troubleList.packets": "数据包",
  "troubleList.packets.about":
    "这一类的数据包，只计过滤器所显示的；一个数据包可以同属几类，例如快速重传也是重传。点击数字即可列出",
  "troubleList.packets.list": "列出这些数据包：{filter}",
  "troubleList.connections": "连接",
  "troubleList.connections.about": "它们分布在多少个连接中",
  "troubleList.first": "首个",
  "troubleList.first.about": "其中的第一个数据包",
  "troubleList.most": "最多的连接",
  "troubleList.most.about": "这一类最多的连接（tcp.stream）及其数量。点击即可列出",
  "troubleList.most.value": "{stream}（{packets}）",
};
