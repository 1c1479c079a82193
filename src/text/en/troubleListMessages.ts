/** The list of what went wrong, which stands where the packets are listed. */
export const troubleListMessages = {
  "troubleList.tab": "Trouble",
  "troubleList.label": "What went wrong. Enter lists the packets of a kind, F8 goes to the next of them.",
  "troubleList.nothing": "Nothing went wrong in these packets, as far as the analysis can tell.",
  "troubleList.choose": "Choose a kind to read what it means and to see its first packet.",
  "troubleList.kind": "Kind",
  "troubleList.kind.about": "What went wrong, as Wireshark's analysis finds it, and resets",
  "troubleList.packets": "Packets",
  "troubleList.packets.about":
    "Packets of this kind, as many as the filter shows; one may be of several kinds, as a fast retransmission is a retransmission. A number leads to the list of them",
  "troubleList.packets.list": "List these packets: {filter}",
  "troubleList.connections": "Connections",
  "troubleList.connections.about": "In how many connections they are",
  "troubleList.first": "First",
  "troubleList.first.about": "The first of them",
  "troubleList.most": "Most in connection",
  "troubleList.most.about":
    "The connection with the most of them (tcp.stream), and how many it has. It leads to the list of them",
  "troubleList.most.value": "{stream} ({packets})",
} as const;
