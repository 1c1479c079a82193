import type { cliMessages as english } from "../en/cliMessages";

export const cliMessages: Readonly<Record<keyof typeof english, string>> = {
  "cli.usage":
    "用法：wirenote packets FILE [--json] [--filter EXPR] [--from N] [--count K] [--lang zh-cn]\n      wirenote connections FILE [--json] [--lang zh-cn]\n      wirenote flow FILE --stream N [--format text|mermaid|svg|markdown] [--notation wireshark|tcpdump|stevens] [--unfold] [--lang zh-cn]\n      wirenote follow FILE --stream N [--direction client|server|both]\n      wirenote stats FILE [--json]\n      wirenote tree FILE N [--json] [--lang zh-cn]\n      wirenote explain FILE [--at LINE:COL] [--json] [--lang zh-cn]",
  "cli.noPacket": "没有第 {number} 个数据包：这个抓包文件有 {packets} 个。",
  "cli.noNotation": "{name} 不是写法：可以是 wireshark、tcpdump 或 stevens。",
  "cli.noFormat": "{name} 不是格式：可以是 text、mermaid、svg 或 markdown。",
  "stats.size": "{packets} 个数据包，{connections} 个连接，{bytes} 字节",
  "stats.format": "{format}，链路类型 {linkTypes}",
  "stats.cost": "建立索引用了 {seconds} 秒，每个数据包保留 {bytesPerPacket} 字节，内存最多 {peak} MiB",
  "cli.noConnections": "抓包文件里没有 TCP 连接。",
  "cli.noStream": "没有连接 {stream}：这个抓包文件有 {connections} 个。",
  "cli.noDirection": "{direction} 不是方向：可以是 client、server 或 both。",
  "follow.gap": "{from}：所发的第 {at} 字节之后有 {count} 字节不在抓包中。",

  "cli.noFile": "没有文件 {name}。",
  "cli.isFolder": "{name} 是文件夹，不是抓包文件。",
  "cli.noAccess": "没有读取 {name} 的权限。",
  "cli.noOption": "没有选项 {name}：wirenote --help 列出全部选项。",
  "cli.noValue": "{name} 需要一个值。",
  "cli.noNumber": "{text} 不是整数。",
  "cli.noPlace": "{text} 不是 LINE:COL（行:列）。",
};
