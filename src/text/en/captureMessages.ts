/** What can be wrong with a capture file. */
export const captureMessages = {
  "capture.not": "This is no capture: a pcap file begins with a1b2c3d4 or one of its variants, this one with {found}.",
  "capture.empty": "The file is empty: not even a capture's header is in it.",
  "capture.unreadable": "The file cannot be read: {reason}",
  "damage.cut-in-record": "The file ends within a packet: {value:byte|bytes} from byte {offset} on are no whole record.",
  "damage.cut-in-header": "The file ends within its own header: {value:byte is|bytes are} missing at byte {offset}.",
  "damage.record-too-long":
    "The record at byte {offset} says it holds {value} bytes, more than any packet: the file is damaged from there on.",
} as const;
