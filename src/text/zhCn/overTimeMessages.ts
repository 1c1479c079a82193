import type { overTimeMessages as english } from "../en/overTimeMessages";

export const overTimeMessages: Readonly<Record<keyof typeof english, string>> = {
  "overTime.tab": "时间分布",
  "overTime.kind": "统计什么",
  "overTime.kind.bitRate": "比特",
  "overTime.kind.packetRate": "数据包",
  "overTime.whole": "显示整个抓包",
  "overTime.list": "列出这些数据包",
  "overTime.zoom": "放大到这段时间",
  "overTime.unmark": "取消选取",
  "overTime.help": "左右方向键选择时间段，按住 Shift 选取多段，Enter 列出其中的数据包，加号和减号缩放，0 显示整个抓包。",
  "overTime.clock.local": "{from} 至 {to}",
  "overTime.clock.utc": "{from} 至 {to}（UTC）",
  "overTime.nothing": "没有可随时间画出的内容：数据包时间全部相同，或者没有时间。",
};
