/** An address; where it names a network, also how many of its bits count. */
export interface Network {
  readonly value: Uint8Array;
  readonly prefix?: number;
}

/** `10.0.0.1` or `10.0.0.0/8`: four decimal numbers without a zero before them. */
export function readIpv4(text: string): Network | undefined {
  const [address, prefix] = text.split("/");
  const value = ipv4Bytes(address);
  return value && withPrefix(value, prefix);
}

/** `fe80::1` or `fe80::/10` (RFC 4291 §2.2). */
export function readIpv6(text: string): Network | undefined {
  const [address, prefix] = text.split("/");
  const value = ipv6Bytes(address);
  return value && withPrefix(value, prefix);
}

function withPrefix(value: Uint8Array, prefix: string | undefined): Network | undefined {
  if (prefix === undefined) return { value };
  return Number(prefix) <= value.length * 8 ? { value, prefix: Number(prefix) } : undefined;
}

function ipv4Bytes(text: string): Uint8Array | undefined {
  const parts = text.split(".");
  const fits = (part: string) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
  return parts.length === 4 && parts.every(fits) ? Uint8Array.from(parts, Number) : undefined;
}

function ipv6Bytes(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === "" ? [] : groupsOf(half)));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<number>(missing).fill(0), ...(tail ?? [])];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** Groups of sixteen bits, the last two of which may be written as an IPv4 address. */
function groupsOf(text: string): number[] | undefined {
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 && part.includes(".") ? ipv4Bytes(part) : undefined;
    if (embedded) groups.push((embedded[0] << 8) | embedded[1], (embedded[2] << 8) | embedded[3]);
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
