/** Saving packets as a capture of their own. */
export const saveMessages = {
  "save.title": "Save packets as a capture",
  "save.prompt": "Which packets?",
  "save.waiting": "Reading the capture to its end before packets are saved",
  "save.nothing": "There are no packets here that could be saved.",
  "save.shown": "The packets that the filter shows",
  "save.marked": "The marked packets",
  "save.connection": "Connection {stream}",
  "save.all": "All packets",
  "save.packet": "Packet {number}",
  "save.fragments": "with {fragments:other fragment|other fragments} of the same datagrams",
  "save.format.pcapng": "Capture (pcapng)",
  "save.format.pcap": "Classic capture (pcap)",
  "save.own": "{file} is the capture that these packets are read from. Save them under another name.",
  "save.packed": "Captures are not saved compressed: let the name end with .pcapng or .pcap.",
  "save.obstacle.linkTypes": "A pcap file has one link type, and these packets have {count}. pcapng can hold them.",
  "save.obstacle.timeless":
    "A pcap file tells the time of every packet, and of {count:packet|packets} it is not known. pcapng can hold them.",
  "save.obstacle.records":
    "A pcap file holds packets alone, and here {count:record is|records are} something else. pcapng can hold them.",
  "save.obstacle.ages":
    "A pcap file tells times from 1970 to 2106, and {count:packet is|packets are} of another time. pcapng can hold them.",
  "save.asPcapng": "Save as pcapng ...",
  "save.saving": "Saving {packets:packet|packets} to {file}",
  "save.done": "Saved {packets:packet|packets} to {file}.",
  "save.commentsLost": "A pcap file holds no comments: {packets:packet has|packets have} lost theirs.",
  "save.open": "Open",
  "save.failed": "The packets were not saved: {reason}",
  "save.closed": "The packets were not saved: the editor of the capture was closed before all of them were written.",
  "save.readAgain": "The packets were not saved: the capture was read again before all of them were written.",
  "save.changed": "The packets were not saved: the capture has been changed or deleted since it was read.",
  "save.hindered.denied": "The packets were not saved: you may not write there.",
  "save.hindered.protected": "The packets were not saved: the file of that name is write-protected.",
  "save.hindered.gone": "The packets were not saved: the folder that they were to go to is not there.",
  "save.hindered.full": "The packets were not saved: there is no room left where they were to go.",
  "save.hindered.tooLarge":
    "The packets were not saved: where the file was to be, it can only be written at once, and it is larger than {most}. Save it on this machine.",
} as const;
