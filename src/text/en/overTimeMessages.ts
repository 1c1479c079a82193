/** The capture over time: its tools, and what can be done with a span of it. */
export const overTimeMessages = {
  "overTime.tab": "Over time",
  "overTime.kind": "What is counted",
  "overTime.kind.bitRate": "Bits",
  "overTime.kind.packetRate": "Packets",
  "overTime.whole": "Show the whole capture",
  "overTime.list": "List these packets",
  "overTime.zoom": "Zoom to them",
  "overTime.unmark": "Mark nothing",
  "overTime.help":
    "Left and right choose intervals, with shift they mark several, Enter lists their packets, plus and minus zoom, 0 shows the whole capture.",
  "overTime.clock.local": "{from} to {to}",
  "overTime.clock.utc": "{from} to {to} UTC",
  "overTime.nothing": "There is nothing to draw over time: all packets have the same time, or none.",
} as const;
