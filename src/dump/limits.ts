/** What no packet exceeds that a text shows: the largest of IP in its frame, how many rows it has, and how long it is in a line of a program. */
export const largestPacket = 0x11000;
export const mostRows = 4200;
export const longestLine = 400_000;
