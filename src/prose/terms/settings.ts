import { settingTerms, type TermName, type TermWord } from "./term";

/** Settings of Linux's TCP: `net.ipv4.tcp_tw_reuse = 1`, `/proc/sys/net/core/somaxconn`, or the name alone. */

const terms: ReadonlyMap<string, TermName> = new Map(settingTerms.map((term) => [term.slice("setting.".length), term]));
const name =
  /(?<![\w.:>-])(?:\/proc\/sys\/)?(?:net[./](?:ipv4|core)[./]|sysctl_)?(tcp_[a-z0-9_]{3,24}|somaxconn|ip_local_port_range)(?![\w(:]|\.\w|->)/g;

export function* readSettings(line: string): Generator<TermWord> {
  if (!line.includes("tcp_") && !line.includes("somaxconn") && !line.includes("ip_local")) return;
  for (const { index, 0: text, 1: bare } of line.matchAll(name)) {
    const term = terms.get(bare);
    if (term) yield { start: index, end: index + text.length, text, names: [term] };
  }
}
