import { flagsOfNames } from "../flagLetters";
import { dst, port, src } from "./patternParts";
import type { ToolPattern } from "./toolPattern";

/** Lines of systems that follow connections: Linux's connection tracking, pwru, Cisco's firewalls. Their words are in `prose/terms/`. */

/** A name of an interface, which may have a space: `NP Identity Ifc`. */
const zone = "[\\w.-]+(?: [\\w.-]+){0,2}";

export const trackerPatterns: readonly ToolPattern[] = [
  // both directions of each row, which differ where addresses are translated
  {
    hint: " sport=",
    pattern: new RegExp(
      `(?<=\\btcp\\s+6\\s[^\\n]{0,300})src=${src} dst=${dst} (?<srcport>sport=${port}) (?<dstport>dport=${port})`,
      "dg",
    ),
  },
  // pwru: `192.0.2.1:4000->192.0.2.2:80(tcp:SYN|ACK)`, with flags only if they were asked for
  {
    hint: "(tcp",
    pattern: new RegExp(
      `(?<![\\w.:])\\[?${src}\\]?:(?<srcport>${port})->\\[?${dst}\\]?:(?<dstport>${port})\\(tcp(?::(?<flags>[A-Z]{3}(?:\\|[A-Z]{3})*))?\\)`,
      "dg",
    ),
    flagsIn: flagsOfNames,
  },
  // nfdump, whose flags are those of a whole flow (`prose/terms/flowTerms.ts`)
  {
    hint: "-> ",
    pattern: new RegExp(
      `(?<=\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\s+[\\d:.]+\\s+(?:TCP|6)\\s+)${src}[:.](?<srcport>${port})\\s+->\\s+${dst}[:.](?<dstport>${port})(?=\\s+[CEUAPRSF.]{6,8}\\s)`,
      "dg",
    ),
  },
  // connections that were let in or out: the end at the inner interface is last, whoever opened it
  {
    hint: "Built inbound TCP connection",
    pattern: new RegExp(
      `Built inbound TCP connection \\d+ for (?<device>${zone}):\\s?${src}/(?<srcport>${port})\\s+\\([^)\\n]*\\)(?:\\([^)\\n]*\\))?\\s+to ${zone}:\\s?${dst}/(?<dstport>${port})`,
      "dg",
    ),
  },
  {
    hint: "Built outbound TCP connection",
    pattern: new RegExp(
      `Built outbound TCP connection \\d+ for (?<device>${zone}):\\s?${dst}/(?<dstport>${port})\\s+\\([^)\\n]*\\)(?:\\([^)\\n]*\\))?\\s+to ${zone}:\\s?${src}/(?<srcport>${port})`,
      "dg",
    ),
  },
  // segments that were denied, with their flags
  {
    hint: " flags ",
    pattern: new RegExp(
      `(?:Deny TCP \\(no connection\\)|Inbound TCP connection denied) from ${src}/(?<srcport>${port}) to ${dst}/(?<dstport>${port})\\s+flags (?<flags>[A-Z]{3}(?: [A-Z]{3})*)\\s+on interface (?<device>[\\w.-]+)`,
      "dg",
    ),
    flagsIn: flagsOfNames,
  },
  {
    hint: "Deny tcp src ",
    pattern: new RegExp(
      `Deny tcp src (?<device>${zone}):${src}/(?<srcport>${port}) dst ${zone}:${dst}/(?<dstport>${port})`,
      "dg",
    ),
  },
  {
    hint: " hit-cnt ",
    pattern: new RegExp(
      `access-list \\S+ (?:permitted|denied|est-allowed) tcp (?<device>[\\w.-]+)/${src}\\((?<srcport>${port})\\)(?:\\([^)\\n]*\\))? -> [\\w.-]+/${dst}\\((?<dstport>${port})\\)`,
      "dg",
    ),
  },
];
