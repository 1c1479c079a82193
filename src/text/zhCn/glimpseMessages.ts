import type { glimpseMessages as english } from "../en/glimpseMessages";

export const glimpseMessages: Readonly<Record<keyof typeof english, string>> = {
  "glimpse.capture": "{packets} 个数据包，{connections} 个连接",
  "glimpse.packet": "第 {number} 个数据包，共 {packets} 个",
  "glimpse.noPacket": "没有第 {number} 个数据包：共 {packets} 个",
  "glimpse.filter": "{packets} 个数据包中的 {shown} 个",
  "glimpse.more": "另有 {packets} 个数据包",
  "glimpse.open": "打开抓包文件",
  "glimpse.open.packet": "打开并转到该数据包",
  "glimpse.open.filter": "用此过滤器打开",
  "glimpse.unreadable": "无法读取抓包文件：{reason}",
};
