/** What Wireshark shows of a segment. */
export const wiresharkTrees = {
  // the second of a handshake, as two versions take it apart
  "Wireshark 4": `Internet Protocol Version 4, Src: 192.0.2.9, Dst: 10.1.2.3
    0100 .... = Version: 4
    .... 0101 = Header Length: 20 bytes (5)
    Differentiated Services Field: 0x02 (DSCP: CS0, ECN: ECT(0))
        .... ..10 = Explicit Congestion Notification: ECN-Capable Transport codepoint '10' (2)
    010. .... = Flags: 0x2, Don't fragment
        .1.. .... = Don't fragment: Set
        ..0. .... = More fragments: Not set
    Time to Live: 57
    Protocol: TCP (6)
    Header Checksum: 0x49d4 [validation disabled]
Transmission Control Protocol, Src Port: 3001, Dst Port: 55104, Seq: 0, Ack: 1, Len: 0
    Source Port: 3001
    Destination Port: 55104
    [Stream index: 5]
    [Stream Packet Number: 3]
    [PDU Size: 517]
    [Stream Packet Number: 2]
    [Conversation completeness: Complete, WITH_DATA (31)]
        ..0. .... = RST: Absent
        .... ...1 = SYN: Present
        [Completeness Flags: ·FDASS]
    [TCP Segment Len: 0]
    Sequence Number: 0    (relative sequence number)
    Sequence Number (raw): 3000000000
    [Next Sequence Number: 1    (relative sequence number)]
    Acknowledgment Number: 1    (relative ack number)
    Acknowledgment number (raw): 4000000001
    1010 .... = Header Length: 40 bytes (10)
    Flags: 0x012 (SYN, ACK)
        000. .... .... = Reserved: Not set
        ...0 .... .... = Accurate ECN: Not set
        .... 0... .... = Congestion Window Reduced: Not set
        .... .... ..1. = Syn: Set
            [Expert Info (Chat/Sequence): Connection establish acknowledge (SYN+ACK): server port 3001]
        [TCP Flags: ·······A··S·]
    Window: 65483
    [Calculated window size: 65483]
    Checksum: 0xfe30 [unverified]
    [Checksum Status: Unverified]
    Urgent Pointer: 0
    Options: (20 bytes), Maximum segment size, SACK permitted, Timestamps, No-Operation (NOP), Window scale
        TCP Option - Maximum segment size: 1400 bytes
            Kind: Maximum Segment Size (2)
            Length: 4
            MSS Value: 1400
        TCP Option - SACK permitted
        TCP Option - Timestamps: TSval 71, TSecr 70
            Timestamp value: 71: TSval 71, TSecr 70
        TCP Option - Window scale: 7 (multiply by 128)
            Shift count: 7
            [Multiplier: 128]
    [SEQ/ACK analysis]
        [This is an ACK to the segment in frame: 3]
        [The RTT to ACK the segment was: 0.000250000 seconds]
        [iRTT: 0.000400000 seconds]`,
  "Wireshark 1": `Internet Protocol, Src: 192.0.2.9 (192.0.2.9), Dst: 10.1.2.3 (10.1.2.3)
    Version: 4
    Header length: 20 bytes
    Flags: 0x02 (Don't Fragment)
        0.. = Reserved bit: Not Set
    Header checksum: 0x1234 [correct]
Transmission Control Protocol, Src Port: http (80), Dst Port: 55104 (55104), Seq: 0, Ack: 1, Len: 0
    Source port: http (80)
    Destination port: 55104 (55104)
    Sequence number: 0    (relative sequence number)
    Acknowledgement number: 1    (relative ack number)
    Header length: 40 bytes
    Flags: 0x12 (SYN, ACK)
        ...1 .... = Acknowledgement: Set
        .... ..1. = Syn: Set
        .... ...0 = Fin: Not set
    Window size: 5792
    Checksum: 0x9529 [incorrect, should be 0x1111 (maybe caused by "TCP checksum offload"?)]
        [Bad Checksum: True]
    Options: (20 bytes)
        Maximum segment size: 1460 bytes
        SACK permitted
        NOP
        Window scale: 7 (multiply by 128)`,
  // further on in a connection, with nothing above them that names the protocol
  "some lines alone": `Acknowledgment number: 1    (relative ack number)
1000 .... = Header Length: 32 bytes (8)
Flags: 0x018 (PSH, ACK)
    .... ...1 .... = Acknowledgment: Set
    .... .... 1... = Push: Set
    .... .... ...0 = Fin: Not set
Window size value: 229
[Calculated window size: 29312]
[Window size scaling factor: 128]
[SEQ/ACK analysis]
    [Bytes in flight: 517]
    [TCP Analysis Flags]
        [Expert Info (Note/Sequence): This frame is a (suspected) retransmission]
    [The RTO for this segment was: 0.212000000 seconds]
    [RTO based on delta from frame: 11]
TCP payload (517 bytes)`,
};
