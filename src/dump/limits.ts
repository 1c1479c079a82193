/** Limits for a packet in a text: the largest of IP in its frame, how many rows it takes, and how long a line of a program it may fill. */
export const largestPacket = 0x11000;
export const mostRows = 4200;
export const longestLine = 400_000;
