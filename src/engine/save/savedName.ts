import type { CaptureFormat } from "./fileFormat";
import type { SavedPackets } from "./savedPackets";

const ofCaptures = /\.(pcap\d{0,3}|cap|pcapng|ntar|dmp|trc)?(\.(gz|zst|lz4))?$/i;
const packed = /\.(gz|zst|lz4|bz2|xz|zip)$/i;
const classic = /\.(pcap\d{0,3}|cap|dmp)$/i;

/** A name for a file of some packets of a capture, such as `web-stream3.pcapng`: that format can hold all that the others can. */
export function savedName(capture: string, which: SavedPackets): string {
  return `${capture.replace(ofCaptures, "")}-${whatOf(which)}.pcapng`;
}

function whatOf(which: SavedPackets): string {
  switch (which.kind) {
    case "connection":
      return `stream${which.stream}`;
    case "packet":
      return `packet${which.number}`;
    case "marked":
      return "marked";
    case "shown":
      return "filtered";
    case "all":
      return "copy";
  }
}

/** What a file of that name is expected to be; pcapng where the name says nothing. */
export function formatOfName(name: string): CaptureFormat | "packed" {
  if (packed.test(name)) return "packed";
  return classic.test(name) ? "pcap" : "pcapng";
}
