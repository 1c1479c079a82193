import type { SomeFieldWords } from "../words";

/** What carries packets over one link. */
export const linkFields = {
  eth: { label: "Ethernet", about: "Carries one packet across one link, from card to card." },
  "eth.dst": {
    label: "Destination address",
    about: "The network card that is to take the frame; all ones means every card on the link.",
  },
  "eth.src": {
    label: "Source address",
    about: "The network card that put the frame on this link; a router replaces it at every hop.",
  },
  "eth.type": { label: "Type", about: "Tells what the frame carries; below 1536 it is a length instead (IEEE 802.3)." },
  "eth.padding": { label: "Padding", about: "Fills a short frame up to the 60 bytes Ethernet needs; no part of the packet." },
  sll: {
    label: "Linux cooked capture",
    about: "Stands in for the link header when capturing on all interfaces at once (tcpdump -i any).",
  },
  sll2: {
    label: "Linux cooked capture v2",
    about: "Stands in for the link header when capturing on all interfaces at once, and names the interface.",
  },
  "sll.pkttype": { label: "Packet type", about: "Whether this machine sent the packet, or to whom it was addressed." },
  "sll.hatype": { label: "Device type", about: "Linux's number for the kind of device (ARPHRD): 1 Ethernet, 772 loopback." },
  "sll.halen": { label: "Address length", about: "How many of the eight address bytes that follow are in use." },
  "sll.src": { label: "Source address", about: "Link address of the sender, filled up to eight bytes." },
  "sll.etype": { label: "Protocol", about: "The EtherType of what follows: 0x0800 IPv4, 0x86dd IPv6." },
  "sll.reserved": { label: "Reserved", about: "Zero; kept free." },
  "sll.ifindex": { label: "Interface index", about: "Number of the interface on the machine that captured." },
  null: {
    label: "Loopback",
    about: "BSD's header for packets that never leave the machine: an address family and nothing else.",
  },
  "null.family": { label: "Address family", about: "2 is IPv4 everywhere; IPv6 is 10, 23, 24, 28 or 30, by operating system." },
} satisfies SomeFieldWords;
