/** Addresses as `inet_ntop` spells them. */
export function formatIpv4(bytes: Uint8Array): string {
  return bytes.join(".");
}

/** RFC 5952: lower case, the longest run of zero groups as `::`, an embedded IPv4 address in dots. */
export function formatIpv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[2 * i] << 8) | bytes[2 * i + 1]);
  const run = longestZeroRun(groups);
  if (run.start === 0 && (run.length === 6 || (run.length === 5 && groups[5] === 0xffff))) {
    // ::1.2.3.4 and ::ffff:1.2.3.4; the unspecified and the loopback address have longer runs
    return `::${run.length === 5 ? "ffff:" : ""}${formatIpv4(bytes.subarray(12, 16))}`;
  }
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(":");
  return `${hex.slice(0, run.start).join(":")}::${hex.slice(run.start + run.length).join(":")}`;
}

export function formatMac(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
}

export function formatIp(bytes: Uint8Array): string {
  return bytes.length === 4 ? formatIpv4(bytes) : formatIpv6(bytes);
}

export function formatEndpoint(address: Uint8Array, port: number): string {
  return address.length === 4 ? `${formatIpv4(address)}:${port}` : `[${formatIpv6(address)}]:${port}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  return best;
}
