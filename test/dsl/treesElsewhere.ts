/** Lines of Wireshark's tree as other programs print them, or as pages and people leave them. */
export const treesElsewhere = {
  "JSON with the names of filters": `"tcp": {
  "tcp.srcport": "50000",
  "tcp.dstport": "443",
  "tcp.len": "0",
  "tcp.seq": "0",
  "tcp.seq_raw": "3704092000",
  "tcp.flags": "0x0002",
  "tcp.flags_tree": {
    "tcp.flags.syn": "1",
    "tcp.flags.fin": "0"
  },
  "tcp.window_size_value": "64240"`,
  "XML that shows the tree's lines": `<proto name="tcp" showname="Transmission Control Protocol, Src Port: 80, Dst Port: 4000, Seq: 1, Ack: 8, Len: 0" size="20" pos="34">
  <field name="tcp.flags" showname="Flags: 0x011 (FIN, ACK)" size="2" pos="46" show="0x0011" value="11">
    <field name="tcp.flags.fin" showname=".... .... ...1 = Fin: Set" size="1" pos="47" show="1" value="1"/>`,
  "what Scapy shows": `###[ IP ]###\x20
  version   = 4
  ihl       = 5
  flags     = DF
  ttl       = 64
  \\options   \\
###[ TCP ]###\x20
     sport     = 43320
     dport     = http
     seq       = 100
     ack       = 0
     dataofs   = 10
     flags     = S
     window    = 29200
     chksum    = 0x87e4`,
  "lines with remarks behind them": `TCP, Src Port: 52341, Dst Port: 80, Seq: 0, Len: 0
    Source Port: 52341\t\t// the client's
    Sequence Number: 0 (relative)
  v Flags: 0x002 (SYN)   <- look
        .... .... ..1. = Syn: Set (1)      ← SYN=1
        TCP SACK Permitted Option: True
    [TCP Segment Len: 0]      // none
    [Message: Connection establish request (SYN): server port 80]`,
  "lines in bold": `Transmission Control Protocol, **Src Port: 46378, Dst Port: 80**, Seq: 1, Ack: 1, **Len: 77**
    **Source Port: 46378**
    **[TCP Segment Len: 77]**
    Flags: 0x018 (PSH, ACK)`,
  "lines that lost their spaces": `Flags: 0x010 (ACK)
    .... ...1.... = Acknowledgment: Set
Window size value: 32768
[Window size scaling factor: -1(unknown)]
Checksum: 0xfe13[unverified]
TCP payload(1460 bytes)`,
  "flags whose dots a terminal could not show, and the sum that Wireshark reckons": `Flags: 0x018 (PSH, ACK)
    [TCP Flags: ???????AP???]
Checksum: 0xfe13 incorrect, should be 0x5d26
[Calculated Checksum: 0x5d26]`,
  "a table of what a student saw": `| Field | Length | Value | Wireshark |
| Syn   | 1 bit | 0 | .... .... ..0. = Syn: Not set |
| Window | 2 bytes | 229 | Window: 229 |
| Scale | | 128 | [Window size scaling factor: 128] |`,
  "dots that a page made one sign of": `Transmission Control Protocol, Src Port: 50000, Dst Port: 443
    0101 …. = Header Length: 20 bytes (5)
    000. …. …. = Reserved: Not set
    …. …1 …. = Acknowledgment: Set
| Header Length | 4bit | 20 | 0101 … = Header Length: 20 bytes (5) |
    … … ..1. = Syn: Set`,
  "bits within a sentence": `In Wireshark I looked for \`.... .... ..1. = Syn: Set\` and found it.`,
  "XML as JSON": `"name": "tcp.flags.syn",
"showname": ".... .... ..1. = Syn: Set",
"size": "1"`,
  "a packet that pyshark prints": `Layer TCP
:\tSource Port: 443
\tStream index: 4
\tFlags: 0x0018
\t.... .... 1... = Push: Set
\tCalculated window size: 501`,
  "a window whose scale nobody knows": `Window: 229
[Calculated window size: 229]
[Window size scaling factor: -1 (unknown)]`,
  "blocks that came beyond a gap": `Transmission Control Protocol, Src Port: 80, Dst Port: 4000, Seq: 1, Ack: 1461, Len: 0
    Flags: 0x010 (ACK)
        TCP Option - SACK 2921-4381
            left edge = 2921 (relative)`,
};
