/** Links to captures, and what is shown at them. */
export const glimpseMessages = {
  "glimpse.capture": "{packets:packet|packets}, {connections:connection|connections}",
  "glimpse.packet": "packet {number} of {packets}",
  "glimpse.noPacket": "there is no packet {number}: the capture has {packets}",
  "glimpse.filter": "{shown} of {packets:packet|packets}",
  "glimpse.more": "and {packets:more packet|more packets}",
  "glimpse.open": "Open the capture",
  "glimpse.open.packet": "Open at this packet",
  "glimpse.open.filter": "Open with this filter",
  "glimpse.unreadable": "The capture cannot be read: {reason}",
} as const;
