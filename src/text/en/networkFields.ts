import type { SomeFieldWords } from "../words";

/** What takes packets from host to host. */
export const networkFields = {
  ip: { label: "IPv4", about: "Takes the packet from host to host across networks." },
  "ip.version": { label: "Version", about: "4 for IPv4; it stands first so that a reader knows how to go on." },
  "ip.hdr_len": {
    label: "Header length",
    about: "Counted in words of 4 bytes: 5 is the 20 fixed bytes, more means options follow.",
  },
  "ip.dsfield": {
    label: "Differentiated services",
    about: "Six bits of priority class and two bits by which routers report congestion.",
  },
  "ip.dsfield.dscp": { label: "DSCP", about: "The class in which routers queue this packet." },
  "ip.dsfield.ecn": { label: "ECN", about: "A router sets both bits instead of dropping the packet when its queue grows." },
  "ip.len": { label: "Total length", about: "Header and data together; what comes after it in the frame is padding." },
  "ip.id": { label: "Identification", about: "Fragments of one datagram share this number." },
  "ip.flags": { label: "Flags", about: "Whether routers may split the packet, and whether more pieces follow." },
  "ip.flags.rb": { label: "Reserved bit", about: "Must be zero." },
  "ip.flags.df": {
    label: "Don't fragment",
    about: "A router that would have to split it drops it and says so: this is how the path's MTU is found.",
  },
  "ip.flags.mf": { label: "More fragments", about: "Set on every fragment but the last." },
  "ip.frag_offset": { label: "Fragment offset", about: "Where this fragment's data belongs in the datagram." },
  "ip.ttl": { label: "Time to live", about: "Each router takes one off and drops the packet at zero, so that loops end." },
  "ip.proto": { label: "Protocol", about: "What the packet carries: 6 TCP, 17 UDP, 1 ICMP." },
  "ip.checksum": { label: "Header checksum", about: "Covers the IP header alone; every router computes it anew." },
  "ip.src": { label: "Source address", about: "The host that sent the packet." },
  "ip.dst": { label: "Destination address", about: "The host that is to get it." },
  "ip.options": { label: "Options", about: "Extra instructions for routers; rare today." },
  ipv6: { label: "IPv6", about: "Takes the packet from host to host across networks." },
  "ipv6.version": { label: "Version", about: "6 for IPv6." },
  "ipv6.tclass": { label: "Traffic class", about: "Six bits of priority class and two bits by which routers report congestion." },
  "ipv6.tclass.dscp": { label: "DSCP", about: "The class in which routers queue this packet." },
  "ipv6.tclass.ecn": { label: "ECN", about: "A router sets both bits instead of dropping the packet when its queue grows." },
  "ipv6.flow": { label: "Flow label", about: "The same for all packets of a flow, so that routers keep them on one path." },
  "ipv6.plen": { label: "Payload length", about: "Everything after these 40 bytes, extension headers included." },
  "ipv6.nxt": { label: "Next header", about: "What follows: 6 TCP, 17 UDP, 58 ICMPv6, or an extension header." },
  "ipv6.hlim": { label: "Hop limit", about: "Each router takes one off and drops the packet at zero." },
  "ipv6.src": { label: "Source address", about: "The host that sent the packet." },
  "ipv6.dst": { label: "Destination address", about: "The host that is to get it." },
} satisfies SomeFieldWords;
