import { type Item, type Items, item, readItems } from "./description";

/** Options as tcpdump prints them: `options [mss 1460,sackOK,…]` or, before version 4, `<mss 1460,sackOK,…>`. */
export const tcpdumpOptions: Item = {
  pattern: /opt(?:ion)?s\s+\[|<(?=mss|nop|sack|wscale|timestamp|eol|TS|unknown|md5|\[)/y,
  read: (description, match) => readItems(description, match.index + match[0].length, /[\s,]*/y, options),
};

const timestamp = item(/(?:TS\s+val|timestamp|tstamp)\s+(\d+)/y, "tcp.options.timestamp.tsval", "timestampValue");
const echo = item(/ecr\s+(\d+)/y, "tcp.options.timestamp.tsecr", "timestampEcho");
/** Before version 4, and with snoop, the echoed timestamp follows the value without a word of its own. */
const bareEcho: Item = {
  pattern: /\d+/y,
  read: (description, match) => {
    const { timestampValue, timestampEcho } = description.segment;
    if (timestampValue === undefined || timestampEcho !== undefined) return undefined;
    const value = Number(match[0]);
    description.segment.timestampEcho = value;
    description.add("tcp.options.timestamp.tsecr", match.index, match.index + match[0].length, { value });
    return undefined;
  },
};
const fastOpen = item(/(?:exp-)?tfo\s+(?:cookiereq|cookie\s\w+)/y, "tcp.options.tfo");
const experiment = item(/exp-[^,\]>]+/y, "tcp.options.experimental");

const options: Items = {
  words: {
    nop: item(/nop(?![\w-])/y, "tcp.options.nop"),
    eol: item(/eol(?![\w-])/y, "tcp.options.eol"),
    sackOK: item(/sackOK(?![\w-])/y, "tcp.options.sack_perm"),
    mss: item(/mss\s(\d+)/y, "tcp.options.mss_val", "maximumSegmentSize"),
    wscale: item(/wscale\s(\d+)/y, "tcp.options.wscale.shift", "windowShift"),
    TS: timestamp,
    timestamp,
    tstamp: timestamp,
    ecr: echo,
    sack: item(/(?:sack\s)+\d+\s((?:\{\d+:\d+\}\s?)+)/y, "tcp.options.sack", (segment, _, match) => {
      segment.sack = [...match[1].matchAll(/(\d+):(\d+)/g)].map(([, left, right]) => [Number(left), Number(right)]);
    }),
    // flags are in brackets, and keys are in braces, with commas between
    mptcp: item(/mptcp\s(?:\[[^\]\n]{0,20}\]|\{[^}\n]{0,80}\}|[^,\]>[{])+/y, "tcp.options.mptcp"),
    md5: item(/md5\s(?:shared secret not supplied with -M, can't check - )?\w+/y, "tcp.options.md5"),
    tfo: fastOpen,
    uto: item(/uto\s[^,\]>]+/y, "tcp.options.user_to"),
    tcp: item(/tcp-ao\s[^,\]>]+/y, "tcp.options.ao"),
  },
  others: [
    bareEcho,
    item(/\[\|tcp\]/y, "tcp.cut"),
    item(/\[bad opt\]/y, "tcp.options"),
    fastOpen,
    experiment,
    item(/[a-zA-Z][^,\]>]*/y, "tcp.options.unknown"),
  ],
};
