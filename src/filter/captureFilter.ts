import { servicePort } from "../protocols/services";
import { tcpFlag } from "../protocols/tcp";

/**
 * Translates a capture filter into a display filter: the language of libpcap (`man 7 pcap-filter`), which tcpdump and Wireshark's
 * capture options speak, as far as people type it where a display filter is asked for. Nothing where the text is something else.
 */
export function translateCaptureFilter(text: string): string | undefined {
  const words = text.match(wordPattern);
  if (!words || words.join("") !== text.replace(/\s+/g, "")) return undefined;
  const reader = new CaptureFilter(words);
  try {
    return reader.whole();
  } catch (error) {
    if (error === notOne) return undefined;
    throw error;
  }
}

const wordPattern = /\[[^\]]*\]|[()]|&&|\|\||!=|!|<=|>=|==|[=<>&|]|[\w.:/\\-]+/g;
const notOne = new Error("no capture filter");
const deepest = 100;

type Direction = "src" | "dst" | "both";
const protocols: Readonly<Record<string, string>> = {
  ip: "ip",
  ip6: "ipv6",
  tcp: "tcp",
  udp: "udp",
  sctp: "sctp",
  icmp: "icmp",
  icmp6: "icmpv6",
  igmp: "igmp",
  arp: "arp",
  ether: "eth",
  vlan: "vlan",
  mpls: "mpls",
  pppoes: "pppoes",
};
/** Words that tell a capture filter from a display filter that is merely wrong. */
const telling: ReadonlySet<string> = new Set(
  "host net port portrange less greater src dst ip6 icmp6 ether broadcast multicast proto".split(" "),
);
const types: ReadonlySet<string> = new Set(["host", "net", "port", "portrange"]);
const flagBits: Readonly<Record<string, number>> = {
  "tcp-fin": tcpFlag.FIN,
  "tcp-syn": tcpFlag.SYN,
  "tcp-rst": tcpFlag.RST,
  "tcp-push": tcpFlag.PSH,
  "tcp-ack": tcpFlag.ACK,
  "tcp-urg": tcpFlag.URG,
  "tcp-ece": tcpFlag.ECE,
  "tcp-cwr": tcpFlag.CWR,
};

interface Qualifier {
  readonly protocol: string | undefined;
  readonly direction: Direction;
  readonly type: string;
}

class CaptureFilter {
  private at = 0;
  private isTold = false;
  private depth = 0;
  /** What was said of the last id; one that stands alone takes it over: `port 80 or 443`. */
  private last: Qualifier | undefined;

  constructor(private readonly words: readonly string[]) {}

  whole(): string {
    const result = this.either();
    if (this.at < this.words.length || !this.isTold) throw notOne;
    return result;
  }

  private get word(): string {
    return this.words[this.at] ?? "";
  }

  private take(...wanted: readonly string[]): boolean {
    if (!wanted.includes(this.word)) return false;
    if (telling.has(this.word)) this.isTold = true;
    this.at += 1;
    return true;
  }

  private next(): string {
    if (this.word === "") throw notOne;
    this.at += 1;
    return this.words[this.at - 1];
  }

  /** In libpcap `and` and `or` bind alike, from the left; brackets say so where it makes a difference. */
  private either(): string {
    let result = this.negated();
    let before: string | undefined;
    for (;;) {
      const sign = this.take("and", "&&") ? "&&" : this.take("or", "||") ? "||" : undefined;
      if (!sign) return result;
      const left = before === "||" && sign === "&&" ? `(${result})` : result;
      result = `${left} ${sign} ${this.negated()}`;
      before = sign;
    }
  }

  private negated(): string {
    this.depth += 1;
    if (this.depth > deepest) throw notOne;
    const result = this.take("not", "!") ? negation(this.negated()) : this.primary();
    this.depth -= 1;
    return result;
  }

  private primary(): string {
    if (this.take("(")) {
      const inside = this.either();
      if (!this.take(")")) throw notOne;
      return `(${inside})`;
    }
    if (this.take("less")) return `frame.len <= ${this.number()}`;
    if (this.take("greater")) return `frame.len >= ${this.number()}`;
    const protocol = this.protocol();
    if (protocol && this.word.startsWith("[")) return this.bytes(protocol);
    if (protocol === "vlan" && /^\d+$/.test(this.word)) return `vlan.id == ${this.number()}`;
    if (protocol && this.take("proto")) return this.carried(protocol);
    if (this.take("broadcast")) return protocol === "ip" ? "ip.dst == 255.255.255.255" : "eth.dst == ff:ff:ff:ff:ff:ff";
    if (this.take("multicast")) return protocol === "ip" ? "ip.dst == 224.0.0.0/4" : "eth.dst[0] & 1";
    const direction = this.direction();
    const type = types.has(this.word) ? this.word : undefined;
    if (type) this.take(type);
    if (protocol && !direction && !type) return protocol;
    const isId = /^[\w.:/-]+$/.test(this.word);
    if (!type && !direction && (!this.last || !isId)) throw notOne;
    const told: Qualifier = type || direction ? { protocol, direction: direction ?? "both", type: type ?? "host" } : this.last!;
    this.last = told;
    this.take("=", "==");
    return this.described(told, this.next());
  }

  private protocol(): string | undefined {
    const name = Object.hasOwn(protocols, this.word) ? protocols[this.word] : undefined;
    if (name) this.take(this.word);
    return name;
  }

  private direction(): Direction | undefined {
    if (this.take("src")) return this.alternative("dst") ? "both" : "src";
    if (this.take("dst")) return this.alternative("src") ? "both" : "dst";
    return undefined;
  }

  /** `src or dst` is both; `src host a or dst host b` is not. */
  private alternative(other: string): boolean {
    if (!["or", "||"].includes(this.word) || this.words[this.at + 1] !== other || !types.has(this.words[this.at + 2]))
      return false;
    this.at += 2;
    return true;
  }

  private number(): number {
    const word = this.next();
    const value = Number(word);
    if (!Number.isInteger(value)) throw notOne;
    return value;
  }

  private carried(protocol: string): string {
    const word = this.next().replace(/^\\/, "");
    return Object.hasOwn(protocols, word) ? protocols[word] : `${protocol === "ipv6" ? "ipv6.nxt" : "ip.proto"} == ${word}`;
  }

  private described({ protocol, direction, type }: Qualifier, id: string): string {
    switch (type) {
      case "port":
        return this.port(protocol, direction, `== ${portNumber(id)}`);
      case "portrange": {
        const [, first, last] = /^(\d+)-(\d+)$/.exec(id) ?? [];
        if (first === undefined) throw notOne;
        return this.port(protocol, direction, `in {${first}..${last}}`);
      }
      default:
        return this.address(protocol, direction, type === "net" ? this.network(id) : id);
    }
  }

  private port(protocol: string | undefined, direction: Direction, test: string): string {
    const end = { src: "srcport", dst: "dstport", both: "port" }[direction];
    if (protocol === "tcp" || protocol === "udp" || protocol === "sctp") return `${protocol}.${end} ${test}`;
    if (protocol !== undefined && protocol !== "ip" && protocol !== "ipv6") throw notOne;
    const both = `(tcp.${end} ${test} || udp.${end} ${test})`;
    return protocol ? `(${protocol} && ${both})` : both;
  }

  private address(protocol: string | undefined, direction: Direction, address: string): string {
    const end = { src: "src", dst: "dst", both: "addr" }[direction];
    const isMac = /^(?:[\da-f]{1,2}[:.-]){5}[\da-f]{1,2}$/i.test(address);
    const family = isMac ? "eth" : address.includes(":") ? "ipv6" : /^[\d.]+(?:\/\d+)?$/.test(address) ? "ip" : undefined;
    if (family === undefined) throw notOne;
    const test = `${family}.${end} == ${address}`;
    const carries = protocol && !["ip", "ipv6", "eth"].includes(protocol);
    return carries ? `(${protocol} && ${test})` : test;
  }

  /** Networks are also written `10/8`, `10.0.0` and `10.0.0.0 mask 255.0.0.0`. */
  private network(id: string): string {
    if (id.includes(":")) return id;
    const [address, prefix] = id.split("/");
    const parts = address.split(".");
    const whole = [...parts, "0", "0", "0"].slice(0, 4).join(".");
    if (this.take("mask")) {
      const mask = this.next().split(".").map(Number);
      const ones = mask.map((part) => part.toString(2).padStart(8, "0")).join("");
      if (!/^1*0*$/.test(ones) || ones.length !== 32) throw notOne;
      return `${whole}/${ones.lastIndexOf("1") + 1}`;
    }
    return `${whole}/${prefix ?? parts.length * 8}`;
  }

  /** `tcp[13] & 2 != 0`, `tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn`. */
  private bytes(protocol: string): string {
    const place = this.next().slice(1, -1).replace(/\s/g, "");
    const isFlags = protocol === "tcp" && (place === "tcpflags" || place === "13");
    this.isTold = true;
    const left = isFlags ? "tcp.flags" : `${protocol}[${place}]`;
    const hex = (value: number) => (isFlags ? `0x${value.toString(16).padStart(2, "0")}` : bytesText(value, sizeOf(place)));
    const mask = this.take("&") ? this.value() : undefined;
    const masked = mask === undefined ? left : `${left} & ${hex(mask)}`;
    const sign = ["=", "==", "!=", "<", "<=", ">", ">="].includes(this.word) ? this.next() : undefined;
    if (!sign) {
      if (mask === undefined) throw notOne;
      return masked;
    }
    const value = this.value();
    if (mask !== undefined && value === 0 && sign === "!=") return masked;
    if (mask !== undefined && value === 0 && (sign === "=" || sign === "==")) return `!(${masked})`;
    return `${masked} ${sign === "=" ? "==" : sign} ${hex(value)}`;
  }

  private value(): number {
    if (this.take("(")) {
      let sum = this.value();
      while (this.take("|", "or")) sum |= this.value();
      if (!this.take(")")) throw notOne;
      return sum;
    }
    const word = this.next();
    const value = Object.hasOwn(flagBits, word) ? flagBits[word] : Number(word);
    if (!Number.isInteger(value) || value < 0) throw notOne;
    return value;
  }
}

function negation(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? `!${text}` : `!(${text})`;
}

/** What people call a service, where its registered name is another. */
const usualNames: Readonly<Record<string, string>> = { dns: "domain" };

function portNumber(id: string): string {
  if (/^\d+$/.test(id)) return id;
  const name = Object.hasOwn(usualNames, id) ? usualNames[id] : id;
  const port = servicePort(name, "tcp") ?? servicePort(name, "udp");
  if (port === undefined) throw notOne;
  return String(port);
}

const sizeOf = (place: string) => Number(place.split(":")[1] ?? 1);

function bytesText(value: number, size: number): string {
  const digits = value.toString(16).padStart(size * 2, "0");
  return digits.match(/../g)!.join(":");
}
