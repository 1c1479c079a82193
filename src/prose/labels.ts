import { Description, type Items, item, matchAt, readItems } from "./description";
import { flagsOfNames } from "./flagLetters";

/**
 * What people write at the arrows of a diagram, after Stevens: `SYN 8000(0) win 4096, <mss 1460>`, `ack6145`, `seq=1`.
 * The lines around have to say whether it is TCP's.
 */
export interface Label {
  readonly description: Description;
  /** What the words around must speak of before this counts as TCP's: `len 16` alone is any length. */
  readonly needs: "nothing" | "tcp" | "flags";
}

/** The labels of a line up to a place, one after the other. */
export function* readLabels(line: string, column: number): Generator<Label> {
  let end = 0;
  for (const { index } of line.matchAll(beginning)) {
    if (index > column) return;
    if (index < end) continue;
    const description = new Description(line, "label");
    end = Math.max(end, readItems(description, index, between, items));
    const { parts } = description;
    if (parts.length === 0) continue;
    const isWeak = parts.every(({ text }) => /^(?:len|urg)/i.test(text));
    // flags are read only before a number with its count of bytes
    const needs = parts[0].id === "tcp.flags" ? "nothing" : isWeak ? "flags" : "tcp";
    yield { description, needs };
  }
}

const beginning =
  /(?=[\dafilmprstuw初序确確窗])(?<![\w.]|packet \(|(?:Ethernet|IPv[46]|UDP|ICMP|\[RFC\d{1,4}\]) )(?:\d{1,10}(?::\d{1,10})?\(\d|(?:SYN|FIN|RST|PSH|ACK)[\s,+]|(?:ack|seq|win|rwnd|mss|wscale|len|urg)(?![a-z])|(?:initial )?sequence n|acknowledge?ment n|window s|(?:初始)?序列?[号號]|[确確][认認]序?[号號]|窗口|SACK_PERM|TS(?:val|ecr)=\d)/gi;
const between = /[\s,;<>、，`]*/y;

/** What may stand between a name and its number: nothing, a sign, or words such as "number is" and "号为". */
const is = "\\s?(?:number|no\\.?|号)?\\s?(?:is|为|是|[=:：]\\s?)?\\s?[`*]{0,2}";
const end = "(?![\\w(]|[.:-]\\w)";
const named = (name: string) => new RegExp(`${name}(?![a-z])${is}(\\d{1,10})${end}`, "iy");
/** A name written out needs a sign where it may be about something else: `序号 1` may be the number of a list's item. */
const spelled = (name: string, sign: "needs a sign" | "may have a sign") =>
  new RegExp(
    `(?:${name})[\`*]{0,2}(?:\\s?[（(][A-Za-z ]{2,24}[)）])?\\s?(?:is|of|为|為|是|等于|[=:：])${sign === "needs a sign" ? "" : "?"}\\s?[\`*]{0,2}(\\d{1,10})${end}`,
    "iy",
  );
/** `win` with its number, unless that makes it a version of Windows. */
const window = new RegExp(`win(?:dow)?(?!(?:32|64|95|98|7|8|10|11|2000)\\b)${is}(\\d{1,10})${end}`, "iy");

const items: Items = {
  words: {},
  others: [
    {
      pattern: /(?:SYN|FIN|RST|PSH|ACK)(?:\s?[,+]\s?(?:SYN|FIN|RST|PSH|ACK))*(?=[\s,])(?!\s(?:[Nn]umber|[Nn]o)\b)/y,
      read: (description, match) => {
        // names belong to a label only where its numbers follow
        const after = match.index + match[0].length;
        if (!matchAt(/[\s,:]{1,3}\d+(?::\d+)?\(\d/y, description.text, after)) return;
        description.segment.flags = flagsOfNames(match[0]);
        description.add("tcp.flags", match.index, after, { value: description.segment.flags });
      },
    },
    item(/(\d{1,10})(?::\d{1,10})?\((\d{1,7})\)(?![\w(])/y, "tcp.seq_raw", (segment, value, match) => {
      segment.seq = value;
      segment.length = Number(match[2]);
    }),
    item(/seq\s?=?\s?(\d{1,10}):(\d{1,10})(?![\w.:])/iy, "tcp.seq_raw", (segment, value, match) => {
      segment.seq = value;
      segment.length = (Number(match[2]) - value) >>> 0;
    }),
    item(named("seq"), "tcp.seq_raw", "seq"),
    item(named("ack"), "tcp.ack_raw", "ack"),
    item(spelled("(?:initial )?sequence number", "may have a sign"), "tcp.seq_raw", "seq"),
    item(spelled("(?:初始|(?<![包帧幀行编編]))序列?[号號]", "needs a sign"), "tcp.seq_raw", "seq"),
    item(spelled("acknowledge?ment number|[确確][认認]序?[号號]", "may have a sign"), "tcp.ack_raw", "ack"),
    item(
      spelled("(?<!congestion |send )window size|(?<![塞送])窗口(?:大小)?", "needs a sign"),
      "tcp.window_size_value",
      "window",
    ),
    item(window, "tcp.window_size_value", "window"),
    item(named("rwnd"), "tcp.window_size_value", "window"),
    item(named("mss"), "tcp.options.mss_val", "maximumSegmentSize"),
    item(/SACK_PERM(?:=(?:1|true))?(?!\w)/y, "tcp.options.sack_perm"),
    item(/TSval=(\d{1,10})(?!\w)/y, "tcp.options.timestamp.tsval", "timestampValue"),
    item(/TSecr=(\d{1,10})(?!\w)/y, "tcp.options.timestamp.tsecr", "timestampEcho"),
    item(named("wscale"), "tcp.options.wscale.shift", "windowShift"),
    item(named("len(?:gth)?"), "tcp.payload", "length"),
    item(named("urg"), "tcp.urgent_pointer", "urgentPointer"),
  ],
};
