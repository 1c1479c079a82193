import type { captureFilterMessages as english } from "../en/captureFilterMessages";

/** 抓包过滤器按首部字节要什么。 */
export const captureFilterMessages: Readonly<Record<keyof typeof english, string>> = {
  "captureFilter.byte": "在抓包过滤器里：{header} 首部的第 **{from}** 字节，从 0 数起。",
  "captureFilter.bytes": "在抓包过滤器里：{header} 首部的第 **{from}** 到第 **{to}** 字节，从 0 数起。",
  "captureFilter.flags.kept": "掩码只留下 **{names}**。",
  "captureFilter.flags.any": "只抓至少带 **{names}** 之一的报文段。",
  "captureFilter.flags.none": "只抓不带 **{names}** 的报文段。",
  "captureFilter.flags.all": "只抓带 **{names}** 的报文段，不管还带什么标志。",
  "captureFilter.flags.some": "**{names}** 中只许有 **{set}**。",
  "captureFilter.flags.exactly": "只抓这个字节里的标志正好是 **{names}** 的报文段。",
  "captureFilter.flags.not": "这个字节里的标志正好是 **{names}** 的报文段不抓，其余都抓。",
  "captureFilter.length.tcp": "高四位以 4 字节为单位：用 `>> 2` 得到首部长度，数据就从那里开始。",
  "captureFilter.length.ip": "低四位以 4 字节为单位：用 `<< 2` 得到首部长度，TCP 就从那里开始。",
  "captureFilter.display": "写成显示过滤器：`{filter}`。",
};
