import { type Item, item, readItems } from "./description";

/** The options in tcpdump's words: `options [mss 1460,sackOK,…]` or, before version 4, `<mss 1460,sackOK,…>`. */
export const tcpdumpOptions: Item = {
  pattern: /options\s+\[|<(?=mss|nop|sack|wscale|timestamp|eol|TS|unknown|md5|\[)/y,
  read: (description, match) => readItems(description, match.index + match[0].length, /[\s,]*/y, options),
};

const options: readonly Item[] = [
  item(/nop(?![\w-])/y, "tcp.options.nop"),
  item(/eol(?![\w-])/y, "tcp.options.eol"),
  item(/sackOK(?![\w-])/y, "tcp.options.sack_perm"),
  item(/mss\s(\d+)/y, "tcp.options.mss_val", (segment, value) => {
    segment.maximumSegmentSize = value;
  }),
  item(/wscale\s(\d+)/y, "tcp.options.wscale.shift", (segment, value) => {
    segment.windowShift = value;
  }),
  item(/(?:TS\s+val|timestamp)\s+(\d+)/y, "tcp.options.timestamp.tsval", (segment, value) => {
    segment.timestampValue = value;
  }),
  // before version 4 the echo stands after the value without a word of its own
  item(/(?:ecr\s+)?(\d+)/y, "tcp.options.timestamp.tsecr", (segment, value) => {
    segment.timestampEcho = value;
  }),
  item(/(?:sack\s)+\d+\s((?:\{\d+:\d+\}\s?)+)/y, "tcp.options.sack", (segment, _, match) => {
    segment.sack = [...match[1].matchAll(/(\d+):(\d+)/g)].map(([, left, right]) => [Number(left), Number(right)]);
  }),
  item(/mptcp\s[^,\]>]+/y, "tcp.options.mptcp"),
  item(/md5\s(?:shared secret not supplied with -M, can't check - )?\w+/y, "tcp.options.md5"),
  item(/(?:exp-)?tfo\s+(?:cookiereq|cookie\s\w+)/y, "tcp.options.tfo"),
  item(/uto\s\w+/y, "tcp.options.user_to"),
  item(/tcp-ao\s[^,\]>]+/y, "tcp.options.ao"),
  item(/exp-[^,\]>]+/y, "tcp.options.experimental"),
  item(/\[\|tcp\]/y, "tcp.cut"),
  item(/[a-zA-Z][^,\]>]*/y, "tcp.options.unknown"),
];
