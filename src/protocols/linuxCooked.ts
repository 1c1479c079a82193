import { header, octets, u8, u16, u32 } from "./header";

const packetTypes = {
  0: "Unicast to us",
  1: "Broadcast",
  2: "Multicast",
  3: "Unicast to another host",
  4: "Sent by us",
};

/** LINKTYPE_LINUX_SLL: what capturing on "any" wrote before libpcap 1.10. */
export const linuxCooked = header("sll", {
  pkttype: u16("number", { names: packetTypes }),
  hatype: u16(),
  halen: u16("bytes"),
  src: octets(8),
  etype: u16("hex"),
});

/** LINKTYPE_LINUX_SLL2: what `tcpdump -i any` writes today, with the interface's number. */
export const linuxCooked2 = header(
  "sll2",
  {
    etype: u16("hex"),
    reserved: octets(2),
    ifindex: u32(),
    hatype: u16(),
    pkttype: u8("number", { names: packetTypes }),
    halen: u8("bytes"),
    src: octets(8),
  },
  "sll",
);

/** Numbers in the protocol field that are no EtherTypes. */
export const cookedProtocols = { novell: 0x0001, llc: 0x0004 } as const;
/** ARPHRD_ numbers of devices for which the protocol field says something else. */
export const cookedDevices = { gre: 778, radiotap: 803, netlink: 824 } as const;
