/** The kinds of bytes that have a colour: one for each kind of thing that people look for in a packet. */
export const byteColours = [
  "link",
  "network",
  "address",
  "port",
  "sequence",
  "acknowledgment",
  "flags",
  "window",
  "checksum",
  "option",
  "payload",
] as const;
export type ByteColour = (typeof byteColours)[number];

/** Its name in VS Code: `packetFlags` is a kind of token, and `wirenote.packetFlags` a colour of the theme. */
export const themeName = (colour: ByteColour): string => `packet${colour[0].toUpperCase()}${colour.slice(1)}`;
