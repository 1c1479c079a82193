/** Parts that the patterns of many programs share: both ends of a connection, as named groups. */

const ip = "(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}";
export const src = `(?<src>${ip})`;
export const dst = `(?<dst>${ip})`;
export const port = "\\d{1,5}";
