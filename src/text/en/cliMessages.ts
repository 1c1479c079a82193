/** What is said in a terminal only. */
export const cliMessages = {
  "cli.usage":
    "Usage: wirenote packets FILE [--json] [--filter EXPR] [--from N] [--count K] [--lang zh-cn]\n       wirenote connections FILE [--json] [--lang zh-cn]\n       wirenote flow FILE --stream N [--format text|mermaid|svg|markdown] [--notation wireshark|tcpdump|stevens] [--unfold] [--lang zh-cn]\n       wirenote follow FILE --stream N [--direction client|server|both]\n       wirenote stats FILE [--json]\n       wirenote tree FILE N [--json] [--lang zh-cn]\n       wirenote explain FILE [--at LINE:COL] [--json] [--lang zh-cn]",
  "cli.noPacket": "There is no packet {number}: the capture has {packets}.",
  "cli.noNotation": "{name} is no notation: wireshark, tcpdump and stevens are.",
  "cli.noFormat": "{name} is no format: text, mermaid, svg and markdown are.",
  "stats.size": "{packets:packet|packets}, {connections:connection|connections}, {bytes:byte|bytes}",
  "stats.format": "{format}, link types {linkTypes}",
  "stats.cost": "indexed in {seconds} s, {bytesPerPacket:byte|bytes} kept of a packet, {peak} MiB of memory at most",
  "cli.noConnections": "The capture has no TCP connection.",
  "cli.noStream": "There is no connection {stream}: the capture has {connections}.",
  "cli.noDirection": "{direction} is no direction: client, server and both are.",
  "follow.gap": "{from}: {count:byte is|bytes are} not in the capture, behind byte {at} of what it sent.",

  "cli.noFile": "There is no file {name}.",
  "cli.isFolder": "{name} is a folder, not a capture.",
  "cli.noAccess": "{name} may not be read.",
  "cli.noOption": "There is no option {name}: wirenote --help lists them.",
  "cli.noValue": "{name} needs a value.",
  "cli.noNumber": "{text} is no whole number.",
  "cli.noPlace": "{text} is no LINE:COL.",
} as const;
