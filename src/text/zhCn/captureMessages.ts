import type { captureMessages as english } from "../en/captureMessages";

export const captureMessages: Readonly<Record<keyof typeof english, string>> = {
  "capture.not": "这不是抓包文件：pcap 文件以 a1b2c3d4 或它的变体开头，这个文件以 {found} 开头。",
  "capture.empty": "文件是空的，连抓包文件的首部也没有。",
  "capture.unreadable": "无法读取文件：{reason}",
  "damage.cut-in-record": "文件在一个数据包中间结束：从第 {offset} 字节起的 {value} 字节不是完整的记录。",
  "damage.cut-in-header": "文件在自己的首部中间结束：第 {offset} 字节处缺 {value} 字节。",
  "damage.record-too-long": "第 {offset} 字节处的记录说有 {value} 字节，任何数据包都没有这么长：文件从这里起已损坏。",
};
