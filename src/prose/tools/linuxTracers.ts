import { stateSpellings } from "../../protocols/tcpStates";
import { flagsOfNames } from "../flagLetters";
import { dst, port, src } from "./patternParts";
import type { ToolPattern } from "./toolPattern";

/** Linux's tracing of TCP: its tracepoints, as ftrace and perf print them, and programs of bcc and bpftrace that use them. */

/** Linux's names of states (`net/tcp_states.h`). */
const names = [...Object.values(stateSpellings).map(({ netstat }) => netstat), "NEW_SYN_RECV"];
const state = `(?:${names.join("|")})`;

export const tracerPatterns: readonly ToolPattern[] = [
  // tcp_retransmit_skb, inet_sock_set_state and others like them
  {
    hint: " saddr=",
    pattern: new RegExp(`(?<srcport>sport=${port}) (?<dstport>dport=${port}) saddr=${src} daddr=${dst}`, "dg"),
  },
  // tcp_probe, tcp_send_reset
  {
    hint: " dest=",
    pattern: new RegExp(`(?<=\\s)src=\\[?${src}\\]?:(?<srcport>${port}) dest=\\[?${dst}\\]?:(?<dstport>${port})(?!\\d)`, "dg"),
  },
  // a row of /proc/net/tcpprobe
  {
    hint: " 0x",
    pattern: new RegExp(
      `(?<=^\\d+\\.\\d{9} )\\[?${src}\\]?:(?<srcport>${port}) \\[?${dst}\\]?:(?<dstport>${port})(?= \\d+ 0x[0-9a-f]+ 0x)`,
      "dgm",
    ),
  },
  // tcpretrans and tcpdrop: the time, the process, then both ends and the state, and the flags of a dropped segment
  {
    hint: ":",
    pattern: new RegExp(
      `(?<=^\\s*\\d\\d:\\d\\d:\\d\\d +\\d{1,7} +(?:[46] +)?)${src}:(?<srcport>${port}) +(?:[RLT]?> +)?${dst}:(?<dstport>${port}) +${state}(?: \\((?<flags>[A-Z]{3}(?:\\|[A-Z]{3})*)\\)|\\b)`,
      "dgm",
    ),
    flagsIn: flagsOfNames,
  },
  // tcplife: the process, both ends of a connection that has ended, bytes and how long it took
  {
    hint: / \d+\.\d\d\s*$/m,
    pattern: new RegExp(
      `(?<=^(?:[\\d:.]+ +)?\\d{1,7} +\\S{1,16} +(?:[46] +)?)${src} +(?<srcport>${port}) +${dst} +(?<dstport>${port})(?= +\\d+ +\\d+ +\\d+\\.\\d\\d\\s*$)`,
      "dgm",
    ),
  },
  // tcpconnect: the process, its name, and whom it calls
  {
    hint: " 4  ",
    pattern: new RegExp(`(?<=^(?:[\\d:.]+ +)?\\d{1,7} +\\S{1,16} +4 {2})${src} +${dst} +(?<dstport>${port})(?=\\s*$)`, "dgm"),
  },
];
