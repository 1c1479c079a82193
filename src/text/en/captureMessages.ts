/** What can be wrong with a capture file. */
export const captureMessages = {
  "capture.not":
    "This is no capture: a pcap file begins with a1b2c3d4 or one of its variants, a pcapng file with 0a0d0d0a, this one with {found}.",
  "capture.other": "This is {format}, which is not read here: Wireshark or editcap may turn it into pcapng.",
  "capture.noCapture": "This is {format}, not a capture.",
  "capture.packed": "This is {format}: unpack it first. Of compressed captures, gzip, zstd and LZ4 are read as they are.",
  "capture.empty": "The file is empty: not even a capture's header is in it.",
  "capture.text": "This is a text, not a capture.",
  "capture.gone": "The file is not there any more: it was moved or deleted.",
  "capture.forbidden": "The file may not be read by you.",
  "capture.unreadable": "The file cannot be read: {reason}",
  "damage.shownBefore": "{told} {packets:packet before it is|packets before it are} shown.",
  "damage.cut-in-record": "The file ends within a packet: {value:byte|bytes} from byte {offset} on make no whole record.",
  "damage.cut-in-header": "The file ends within its own header: {value:byte is|bytes are} missing at byte {offset}.",
  "damage.record-too-long":
    "The record at byte {offset} says it holds {value} bytes, more than any packet: the file is damaged from there on.",
  "damage.version":
    "The header at byte {offset} says version {value} of the format, which is not known: what follows cannot be read.",
  "damage.link-type": "The header at byte {offset} says link type {value}, which cannot be: what follows cannot be read.",
  "damage.block-too-short":
    "The block at byte {offset} says it is {value:byte|bytes} long, less than its kind needs: the file is damaged from there on.",
  "damage.block-too-long":
    "The block at byte {offset} says it is {value} bytes long, more than any block: the file is damaged from there on.",
  "damage.block-lengths-differ":
    "The block at byte {offset} gives another length at its end, {value}, than at its start: the file is damaged from there on.",
  "damage.packet-beyond-block":
    "The packet at byte {offset} says it is {value:byte|bytes} long, which does not fit its block: the file is damaged from there on.",
  "damage.no-such-interface":
    "The packet at byte {offset} belongs to interface {value}, which its section does not describe: the file is damaged from there on.",
  "damage.option-beyond-block":
    "An option of the block at byte {offset} says it is {value:byte|bytes} long and runs past the block: the file is damaged from there on.",
  "damage.option-length":
    "An option of the block at byte {offset} is {value:byte|bytes} long, which its kind does not allow: the file is damaged from there on.",
  "damage.names":
    "A name record of {value:byte|bytes} in the block at byte {offset} does not hold together: the file is damaged from there on.",
  "damage.secrets-beyond-block":
    "The secrets in the block at byte {offset} are said to be {value} bytes long and run past the block: the file is damaged from there on.",
  "damage.byte-order":
    "The section that begins at byte {offset} does not say in which byte order it is: the file is damaged from there on.",
  "damage.compressed-cut":
    "The compressed file ends too early, at its byte {value}: only the first {offset:byte|bytes} of the capture could be unpacked.",
  "damage.compressed-damaged":
    "The compressed file is damaged near its byte {value}: only the first {offset:byte|bytes} of the capture could be unpacked.",
  "damage.compressed-checksum":
    "The checksum at byte {value} of the compressed file does not fit: of the {offset:byte|bytes} that were unpacked, some may be wrong.",
  "damage.compressed-limit":
    "The compressed file holds more than the {value} bytes that are unpacked here: only the first {offset:byte|bytes} of the capture are shown.",
  "damage.compressed-space":
    "There is no room to unpack more of the compressed file, of which {value:byte was|bytes were} read: only the first {offset:byte|bytes} of the capture are shown.",
  "format.snoop": "a snoop capture of Solaris",
  "format.netmon": "a capture of Microsoft Network Monitor",
  "format.netxray": "a capture of NetXRay or Sniffer",
  "format.sniffer": "a capture of the DOS Sniffer",
  "format.iptrace": "an iptrace capture of AIX",
  "format.zip": "a ZIP archive",
  "format.xz": "an xz-compressed file",
  "format.bzip2": "a bzip2-compressed file",
  "format.7z": "a 7z archive",
  "format.compress": "a file packed by compress",
  "format.gzip": "a gzip-compressed file within the compressed file",
  "format.zstd": "a zstd-compressed file within the compressed file",
  "format.lz4": "an LZ4-compressed file within the compressed file",
  "format.elf": "an ELF program",
  "format.pdf": "a PDF document",
  "format.png": "a PNG picture",
} as const;
