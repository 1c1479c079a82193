import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What tshark says of one packet, by display-filter names: of its frame, of its innermost TCP header and the IP header around. */
export interface Frame {
  readonly frame: ReadonlyMap<string, string>;
  /** Around the TCP header; the innermost where there is none. */
  readonly network: ReadonlyMap<string, string> | undefined;
  readonly tcp: ReadonlyMap<string, string> | undefined;
}

/** Checksums are verified, datagrams put together, streams are not; nothing else in a user's preferences counts. */
export const preferences = [
  "tcp.check_checksum:TRUE",
  "tcp.desegment_tcp_streams:FALSE",
  "tcp.reassemble_out_of_order:FALSE",
  "tcp.no_subdissector_on_error:TRUE",
  "ip.check_checksum:FALSE",
  "ip.defragment:TRUE",
  "ip.tso_support:TRUE",
  "ipv6.defragment:TRUE",
];

/** Links, networks and tunnels. Without ICMP a quoted header is no segment; without higher protocols none changes what TCP says. */
const enabled = new RegExp(
  `^(${[
    ...["frame", "data", "_ws\\..*", "file", "eth", "ethertype", "vlan", "ieee8021ad", "ieee8021ah", "isl", "llc", "mpls"],
    ...["pwethheuristic", "pwethnocw", "pwethcw", "pwmcw", "pwfr", "pw_hdlc_nocw_fr", "pw_hdlc_nocw_hdlc_ppp"],
    ...["pppoe", "pppoed", "pppoes", "ppp", "sll", "null", "raw", "chdlc", "fr", "tr", "fddi", "arcnet", "atm"],
    ...[
      "wlan",
      "wlan_aggregate",
      "wlan_ext",
      "wlan_radio",
      "wlan_noqos",
      "radiotap",
      "prism",
      "ppi",
      "pcap_pktdata",
      "wlancap",
      "pktap",
    ],
    ...["nflog", "pflog", "enc", "ipnet", "juniper", "symantec", "brcm-tag", "vntag", "etag", "cfp", "cmd", "ttag", "nsh"],
    ...["ipoib", "ipfc", "ip", "ip\\..*", "ipv6", "ipv6\\..*", "ah", "gre", "erspan", "etherip", "udp", "vxlan", "geneve"],
    ...["gtp", "teredo", "tcp", "tcp\\..*", "mptcp"],
  ].join("|")})$`,
);

export function tsharkVersion(): string | undefined {
  return /TShark[^\d]*([\d.]+)/.exec(spawnSync("tshark", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
}

/** What tshark and sharkd are run with: times in UTC, and of the protocols only those above. */
export function tsharkEnvironment(): NodeJS.ProcessEnv {
  configuration ??= makeConfiguration();
  return { ...process.env, WIRESHARK_CONFIG_DIR: configuration, TZ: "UTC", LC_ALL: "C.UTF-8" };
}

let configuration: string | undefined;

/** A folder in which every other protocol is switched off; it goes with this process. */
function makeConfiguration(): string {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-tshark-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const protocols = execFileSync("tshark", ["-G", "protocols"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const names = protocols.split("\n").map((line) => line.split("\t")[2]);
  writeFileSync(
    join(folder, "disabled_protos"),
    names.flatMap((name) => (name && !enabled.test(name) ? [`${name}\n`] : [])).join(""),
  );
  return folder;
}

export function askTshark(file: string): Frame[] {
  return readPdml(runTshark(file, ["-T", "pdml", "-J", "frame ip ipv6 tcp wlan_aggregate"]));
}

/** What it prints of a capture. */
export function runTshark(file: string, more: readonly string[]): string {
  const options = preferences.flatMap((preference) => ["-o", preference]);
  return spawnSync("tshark", ["-n", "-r", file, ...options, ...more], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: tsharkEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
  }).stdout;
}

const headers: ReadonlySet<string> = new Set(["ip", "ipv6", "tcp"]);
type Layers = [name: string, fields: Map<string, string>][];

/** PDML has an element a line: `<proto name="tcp">` for a header, `<field name="tcp.srcport" show="80">` for what is in it. */
function readPdml(pdml: string): Frame[] {
  const frames: Layers[] = [];
  for (const line of pdml.split("\n")) {
    if (line === "<packet>") frames.push([]);
    const element = /^( +)<(proto|field) name="([^"]*)"(?:.*? show="([^"]*)")?/.exec(line);
    if (!element) continue;
    const [, indent, , name, show = ""] = element;
    // headers stand at the first level, but for those in an aggregate of 802.11
    if (indent.length === 2 || headers.has(name)) frames.at(-1)?.push([name, new Map()]);
    // of what occurs twice in a header the last counts, as for those who read it
    else frames.at(-1)?.at(-1)?.[1].set(name, show);
  }
  return frames.map(innermost);
}

function innermost(layers: Layers): Frame {
  const tcp = layers.findLastIndex(([name]) => name === "tcp");
  const outer = tcp < 0 ? layers : layers.slice(0, tcp);
  return {
    frame: layers.find(([name]) => name === "frame")?.[1] ?? new Map(),
    network: outer.findLast(([name]) => name === "ip" || name === "ipv6")?.[1],
    tcp: layers[tcp]?.[1],
  };
}
